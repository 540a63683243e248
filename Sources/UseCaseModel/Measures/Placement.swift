import UseCaseSyntax

/// Where a stakeholder stands on the grid of power and interest (Mendelow 1991): four quadrants,
/// and for each a way to treat whoever stands there.
public struct Placement: Sendable, Hashable {
  /// From 1 to 5 each.
  public let power: Int
  public let interest: Int

  /// The middle of the scale is not high yet.
  public static let highAbove = 3

  public func hasHighPower(above middle: Int = highAbove) -> Bool { power > middle }
  public func hasHighInterest(above middle: Int = highAbove) -> Bool { interest > middle }

  /// Whether both are high: who stands there makes or breaks the work.
  public func isKeyPlayer(above middle: Int = highAbove) -> Bool {
    strategy(above: middle) == .manageClosely
  }

  /// What the quadrant asks for.
  public func strategy(above middle: Int = highAbove) -> EngagementStrategy {
    switch (hasHighPower(above: middle), hasHighInterest(above: middle)) {
    case (true, true): .manageClosely
    case (true, false): .keepSatisfied
    case (false, true): .keepInformed
    case (false, false): .monitor
    }
  }
}

extension Stakeholder {
  /// Nil where power or interest is not said, or lies beyond the scale.
  public var placement: Placement? {
    guard let power = self[Clauses.power], let interest = self[Clauses.interest],
      (1...5).contains(power), (1...5).contains(interest)
    else { return nil }
    return Placement(power: power, interest: interest)
  }
}
