import UseCaseModel
import UseCaseSyntax

struct KPIOutOfRange: Rule {
  static let info = RuleInfo(
    name: "kpi-out-of-range", category: .measures, severity: .error, source: .metrics,
    summary: "A value is impossible for its metric or on its scale.",
    rationale: "A value that cannot be was mistyped, or measures something else.",
    bad: """
      kpi Recommendation {
        metric nps
        current 140 on 2026-06-30
        target 45
      }
      """,
    good: """
      kpi Recommendation {
        metric nps
        current 34 on 2026-06-30
        target 45
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: kpi)
    guard clauses.contains(Clauses.metric) || clauses.contains(Clauses.scale) else { return }
    for value in kpi.values {
      guard let range = kpi.possible(in: value.quantity.unit),
        !range.contains(value.quantity.value)
      else { continue }
      report.add(
        message(kpi, value.quantity, range), at: value.place,
        labels: kpi.first(Clauses.scale).map { [Label("the scale", at: $0.place)] } ?? [])
    }
  }

  private func message(
    _ kpi: KPI, _ quantity: Quantity, _ range: ClosedRange<Double>
  ) -> String {
    func text(_ value: Double) -> String { Quantity(value, unit: quantity.unit).description }
    var subject = "a value of '\(kpi.title)'"
    if kpi.first(Clauses.scale) == nil, let metric = kpi.metric {
      subject = (metric == .abandonment ? "an " : "a ") + metric.title
    }
    guard range.upperBound.isFinite else {
      return "\(subject) cannot be less than \(text(range.lowerBound)), and "
        + "\(quantity.description) is"
    }
    return "\(subject) lies between \(text(range.lowerBound)) and "
      + "\(text(range.upperBound)), and \(quantity.description) does not"
  }
}
