import UseCaseSyntax

/// The days of an increment or a timebox, the last included.
public struct Period: Sendable, Hashable {
  public let first: CalendarDate
  public let last: CalendarDate

  /// Nil where the last day lies before the first.
  public init?(first: CalendarDate, last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  public var days: Int { last.dayNumber - first.dayNumber + 1 }

  /// Whether it is over when another begins; a day in common is no overlap.
  public func isBefore(_ other: Period) -> Bool { last <= other.first && first < other.first }
}

extension Increment {
  /// Nil where its dates are missing or the wrong way round.
  public var period: Period? { element.period }
}

extension Timebox {
  /// Nil where its dates are missing or the wrong way round.
  public var period: Period? { element.period }
}

extension Element {
  fileprivate var period: Period? {
    guard let first = self[Clauses.from], let last = self[Clauses.to] else { return nil }
    return Period(first: first, last: last)
  }
}
