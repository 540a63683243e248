extension Parser {
  mutating func parseNumber(
    _ shape: ArgumentShape, _ label: String, after context: Context
  ) -> Bool {
    guard token.kind == .number else {
      reportExpected(shape.expectation(label), after: context)
      return false
    }
    if bytes[token.start..<token.end].allSatisfy(isDigit) {
      _ = leaf(.number, token.range)
      advance()
      return true
    }
    let raw = text(of: token)
    if !reportMinus(token), Double(raw) == nil || shape != .number && raw.contains(".") {
      report("expected \(shape.expectation(label)), found '\(raw)'", at: token.range)
    }
    _ = leaf(.number, token.range)
    advance()
    return true
  }

  /// Reports a typographic minus.
  private mutating func reportMinus(_ token: Token) -> Bool {
    guard token.flags.contains(.lookalike) else { return false }
    let sign = token.start..<token.start + 3
    report("a minus is written '-'", at: sign, fix: replacement(sign, by: "-"))
    return true
  }

  mutating func parseScores(_ label: String, after context: Context) -> Bool {
    guard parseNumber(.score(1...5), label, after: context) else { return false }
    guard token.kind == .comma, !isAtStatementEnd else {
      reportExpected("a comma and the second score", after: "the first one")
      return false
    }
    advance()
    return parseNumber(.score(1...5), label, after: "','")
  }

  /// What is written as a date is taken; a day that does not exist is found by a rule.
  mutating func parseDate(after context: Context) -> Bool {
    let range = token.range
    let isDate =
      token.kind == .number && range.count == 10 && bytes[range.lowerBound + 4] == 0x2D
      && bytes[range.lowerBound + 7] == 0x2D
    guard isDate else {
      reportExpected("a date such as 2026-10-01", after: context)
      return false
    }
    _ = leaf(.date, token.range)
    advance()
    return true
  }

  /// A number and its unit, together or with a blank between them.
  mutating func parseQuantity(
    _ shape: ArgumentShape, _ label: String, tails: [Tail], after context: Context
  ) -> Bool {
    guard token.kind == .number else {
      reportExpected(shape.expectation(label), after: context)
      return false
    }
    let number = token
    let node = leaf(.quantity, number.range)
    let hasUnit = !isDigit(bytes[number.end - 1])
    advance()
    if !hasUnit, !isAtStatementEnd, isUnit(token, tails) {
      nodes[node].endOffset = token.endOffset
      advance()
    }
    if !reportMinus(number), !isQuantity(number) {
      report("'\(text(of: number))' is no number with a unit", at: number.range)
    } else if shape == .percentage, !source[nodes[node].range].hasSuffix("%") {
      report(
        "a share is given in percent", at: number.range,
        fix: replacement(number.range, by: text(of: number) + "%"))
    }
    return true
  }

  private func isUnit(_ token: Token, _ tails: [Tail]) -> Bool {
    switch token.kind {
    case .unit, .text: true
    case .word: !isTail(token, tails) && !token.flags.contains(.qualified)
    default: false
    }
  }

  /// A number and letters behind it, but no anchor such as `2-4a`.
  private func isQuantity(_ number: Token) -> Bool {
    if bytes[number.start..<number.end].allSatisfy(isDigit) { return true }
    let raw = text(of: number)
    let digits = raw.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" }
    guard Double(digits) != nil else { return false }
    return !raw[digits.endIndex...].contains { $0.isASCII && $0.isNumber }
  }

  /// `1..7`
  mutating func parseRange(after context: Context) -> Bool {
    let node = open(.range, at: token.start)
    guard parseNumber(.number, "bound", after: context) else { return false }
    guard token.kind == .ellipsis, !isAtStatementEnd else {
      reportExpected("'..' and the upper bound", after: "the lower bound")
      return false
    }
    advance()
    guard parseNumber(.number, "bound", after: "'..'") else { return false }
    close(node)
    return true
  }

  mutating func parseStepNumber(after context: Context) -> Bool {
    guard token.kind == .number, Int(text(of: token)) != nil else {
      reportExpected("the number of a step", after: context)
      return false
    }
    _ = leaf(.anchor, token.range)
    advance()
    return true
  }

  /// `"page_view" -> SeePage`, `"heartbeat" ignored`
  mutating func parseActivity() -> Bool {
    guard parseText("activity", after: "'activity'") else { return false }
    if token.kind == .arrow, !isAtStatementEnd {
      parseArrow()
      if token.beginsLine, listEndsHere() {
        reportExpected("the name of a touchpoint", after: "'->'")
        return false
      }
      return parseName(.transitionEnd, after: "'->'")
    }
    guard token.kind == .word, !isAtStatementEnd, text(of: token) == "ignored" else {
      reportExpected("'->' and a touchpoint, or 'ignored'", after: "the activity")
      return false
    }
    _ = leaf(.word, token.range)
    advance()
    return true
  }

  private static let filters = ChoiceList(ViewFilter.self)

  /// `priority must, should`, `owner CheckoutTeam`, `tag pilot`
  mutating func parseFilter(after context: Context) -> Bool {
    let filter = token
    guard parseChoice(Parser.filters, label: "attribute", after: context) else { return false }
    let name = text(of: filter)
    let after = Context(keyword: name)
    guard !isAtStatementEnd else {
      reportExpected("a value", after: after)
      return false
    }
    switch ViewFilter(rawValue: name) {
    case .priority: return parseChoices(ChoiceList(Priority.self), after: after)
    case .status: return parseChoices(ChoiceList(Status.self), after: after)
    case .actor: return parseNames(.actor, after: after)
    case .timebox: return parseNames(KindSet(.timebox), after: after)
    case .owner: return parseNames(.who, after: after)
    case .tag, nil: return parseList(after: after) { $0.parseWord("value", after: $1) }
    }
  }

  private mutating func parseChoices(_ choices: ChoiceList, after context: Context) -> Bool {
    parseList(after: context) {
      $0.parseChoice(choices, label: "value", after: $1, mayBeginLine: true)
    }
  }
}

extension ArgumentShape {
  /// What a message says is expected.
  func expectation(_ label: String) -> String {
    switch self {
    case .text, .texts: "a text in quotes"
    case .name(let kinds), .names(let kinds):
      kinds == .any ? "a name" : "the name of \(kinds.description)"
    case .newName: "the name of the \(label)"
    case .word, .words: "a word"
    case .choice(let choices): listed(choices.words.map { "'\($0)'" }, with: "or")
    case .number: "a number"
    case .score(let range), .scores(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .count: "a whole number"
    case .date: "a date such as 2026-10-01"
    case .duration: "a duration such as '4 h' or '90 days'"
    case .quantity: "a number with its unit"
    case .range: "a range such as 1..7"
    case .step: "the number of a step"
    case .percentage: "a share in percent"
    case .production: "its arguments"
    }
  }

  /// What a tail's argument is called.
  var label: String {
    switch self {
    case .text, .texts: "text"
    case .date: "date"
    default: "value"
    }
  }
}
