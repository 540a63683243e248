import UseCaseModel
import UseCaseSyntax

/// When an element was last looked through, and when that is due again.
struct Review: Sendable {
  let element: Element
  let last: CalendarDate
  let every: Quantity?
  let who: ReferenceSyntax?
  /// The day of the next review; nil where none is to follow.
  let due: CalendarDate?
  /// Whether that day has come.
  let isDue: Bool

  /// Those of all elements that say one: the first to come first, last those that stay undone.
  static func all(in model: Model, today: CalendarDate?) -> [Review] {
    let reviews = model.elements.compactMap { Review($0, today: today) }
    return reviews.enumerated().sorted { one, other in
      (one.element.due?.dayNumber ?? Int.max, one.offset)
        < (other.element.due?.dayNumber ?? Int.max, other.offset)
    }.map(\.element)
  }

  private init?(_ element: Element, today: CalendarDate?) {
    guard let clause = element.first(Clauses.reviewed), let last = clause.date else { return nil }
    self.element = element
    self.last = last
    every = clause.every
    who = clause.by?.reference
    let days = clause.every?.seconds.map { ($0 / 86_400).rounded(.down) } ?? -1
    let next =
      (0..<1_000_000).contains(days) ? CalendarDate(dayNumber: last.dayNumber + Int(days)) : nil
    due = next
    isDue = today.flatMap { day in next.map { $0 <= day } } ?? false
  }
}
