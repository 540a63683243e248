/// A clause with the type of its value: syntax and type bound in one place.
///
/// `element[Clauses.priority]` is a `Priority?`. Instances are shared and compared by nobody.
public final class Clause<Value>: Sendable {
  public let info: ClauseInfo
  public let read: @Sendable (ClauseSyntax) -> Value?

  public var keyword: Keyword { info.keyword }

  init(
    _ text: StaticString, _ arguments: [Argument], tails: [Tail] = [],
    _ documentation: String, _ occurrence: Occurrence = .once, example: String,
    read: @escaping @Sendable (ClauseSyntax) -> Value?
  ) {
    info = ClauseInfo(
      text: text.description, keyword: Keyword(text), arguments: arguments, tails: tails,
      occurrence: occurrence, documentation: documentation, example: example)
    self.read = read
  }
}

extension Clause where Value == Bool {
  /// A keyword that stands alone.
  convenience init(flag text: StaticString, _ documentation: String, example: String) {
    self.init(text, [], documentation, example: example, read: { _ in true })
  }
}

extension Clause where Value: Choice {
  convenience init(
    choice text: StaticString, _ label: String, _ documentation: String,
    _ occurrence: Occurrence = .once, example: String
  ) {
    self.init(
      text, [Argument(.choice(ChoiceList(Value.self)), label)], documentation, occurrence,
      example: example, read: { $0.choice() })
  }
}

extension Clause where Value == TextSyntax {
  convenience init(
    text keyword: StaticString, _ label: String, tails: [Tail] = [],
    _ documentation: String, _ occurrence: Occurrence = .once, example: String
  ) {
    self.init(
      keyword, [Argument(.text, label)], tails: tails, documentation, occurrence,
      example: example, read: { $0.text })
  }
}

extension Clause where Value == [ReferenceSyntax] {
  convenience init(
    names text: StaticString, _ kinds: KindSet, _ label: String, _ documentation: String,
    example: String
  ) {
    self.init(
      text, [Argument(.names(kinds), label)], documentation, example: example,
      read: { Array($0.references) })
  }
}

extension Clause where Value == ReferenceSyntax {
  convenience init(
    name text: StaticString, _ kinds: KindSet, _ label: String,
    _ documentation: String, _ occurrence: Occurrence = .once, example: String
  ) {
    self.init(
      text, [Argument(.name(kinds), label)], documentation, occurrence, example: example,
      read: { $0.reference })
  }
}

extension Clause where Value == Int {
  /// A score on the scale from 1 to 5.
  convenience init(
    score text: StaticString, _ documentation: String, _ occurrence: Occurrence = .once,
    example: String
  ) {
    self.init(
      text, [Argument(.score(1...5), "score")], documentation, occurrence, example: example,
      read: { $0.number.flatMap { Int(exactly: $0) } })
  }
}

extension Clause where Value == Double {
  convenience init(
    number text: StaticString, _ label: String, _ documentation: String, example: String
  ) {
    self.init(
      text, [Argument(.number, label)], documentation, example: example, read: { $0.number })
  }
}

extension Clause where Value == CalendarDate {
  convenience init(
    date text: StaticString, _ documentation: String, _ occurrence: Occurrence, example: String
  ) {
    self.init(
      text, [Argument(.date, "date")], documentation, occurrence, example: example,
      read: { $0.date })
  }
}
