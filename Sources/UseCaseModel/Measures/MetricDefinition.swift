import UseCaseSyntax

extension Metric {
  /// What the definition leaves possible in a unit; nil where it sets no bound.
  ///
  /// A net promoter score is the share of promoters less that of detractors (Reichheld 2003). A rate
  /// is a part of a whole. An effort score has several scales, which `scale` tells apart, and what a
  /// customer is worth may be less than nothing.
  public func possible(in unit: String) -> ClosedRange<Double>? {
    switch self {
    case .nps: -100...100
    case .ces, .clv: nil
    case .firstResponse: 0...Double.infinity
    case .csat, .retention, .churn, .referral, .resolution, .conversion, .abandonment:
      switch unit {
      case "", "%": 0...100
      case "‰": 0...1000
      default: 0...Double.infinity
      }
    }
  }
}

extension KPI {
  /// What its scale, else its metric, leaves possible in a unit; nil where nothing sets a bound.
  public func possible(in unit: String) -> ClosedRange<Double>? {
    self[Clauses.scale] ?? metric?.possible(in: unit)
  }

  func isPossible(_ quantity: Quantity) -> Bool {
    quantity.value.isFinite && possible(in: quantity.unit)?.contains(quantity.value) != false
  }
}
