import UseCaseSyntax

/// How bad a risk is: probability times impact, on the matrix of five by five (as ISO 31010 and the
/// PMBOK Guide describe it).
public struct RiskScore: Sendable, Hashable {
  /// From 1 to 5 each.
  public let probability: Int
  public let impact: Int

  /// Nil beyond the scale.
  public init?(probability: Int, impact: Int) {
    guard (1...5).contains(probability), (1...5).contains(impact) else { return nil }
    self.probability = probability
    self.impact = impact
  }

  /// From 1 to 25.
  public var product: Int { probability * impact }
  public static let greatest = 25
  /// From here on a risk is high: three by four and whatever is worse.
  public static let high = 12
  /// From here on it is moderate: two by three and whatever is worse.
  public static let moderate = 6

  /// How much a risk asks for.
  public enum Level: String, Sendable, CaseIterable {
    case low, moderate, high

    /// The products that have it.
    public var range: ClosedRange<Int> {
      switch self {
      case .low: 1...RiskScore.moderate - 1
      case .moderate: RiskScore.moderate...RiskScore.high - 1
      case .high: RiskScore.high...RiskScore.greatest
      }
    }
  }

  public var level: Level {
    product >= Self.high ? .high : product >= Self.moderate ? .moderate : .low
  }
}

extension Risk {
  /// Before anything is done.
  public var inherent: RiskScore? {
    guard let probability = self[Clauses.probability], let impact = self[Clauses.impact] else {
      return nil
    }
    return RiskScore(probability: probability, impact: impact)
  }

  /// Once the mitigation works.
  public var residual: RiskScore? {
    self[Clauses.residual].flatMap { RiskScore(probability: $0.probability, impact: $0.impact) }
  }
}
