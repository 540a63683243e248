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

  // MARK: Transitions

  mutating func parseArrow() {
    if token.flags.contains(.lookalike) {
      report("an arrow is written '->'", at: token.range, fix: replacement(token.range, by: "->"))
    }
    advance()
  }

  /// `A -> B 62% when "…" carries "…"`, `A -> B -> C`, `A -> B, C`
  mutating func parseTransition() {
    let isInJourney = enclosingKind == .journey
    if !isInJourney {
      if let depth = bodies.lastIndex(where: { $0.content == .declarations(.journey) }) {
        if surplus < 0 { surplus += 1 }
        report(
          "a '}' is missing before this", at: token.range,
          labels: [Label("this block is still open", at: source.place(body.opening))])
        unwindTo = depth + 1
        return
      }
      report("a transition stands in a journey", at: token.range)
      return skipWholeStatement()
    }
    let node = open(.transition, at: token.start)
    _ = parseName(.transitionEnd, after: "")
    let errors = diagnostics.count
    parseTargets(node)
    if diagnostics.count > errors { markBroken(node) }
    close(node)
  }

  private mutating func parseTargets(_ node: Int) {
    var targets = 0
    var arrows = 0
    while token.kind == .arrow, targets == 0 || arrows == targets, !token.beginsLine {
      parseArrow()
      arrows += 1
      guard parseName(.transitionEnd, after: "'->'") else { return skipStatement() }
      targets += 1
    }
    if arrows > 1 { nodes[node].tag = 1 }
    while token.kind == .comma, !token.beginsLine {
      advance()
      if arrows > 1 {
        report("a chain '->' … '->' takes no commas", at: tokens[position - 1].range)
      }
      guard !listEndsHereForTransition() else {
        report(
          "the list ends in a comma", at: tokens[position - 1].range,
          fix: replacement(tokens[position - 1].range, by: ""))
        return
      }
      guard parseName(.transitionEnd, after: "','") else { return skipStatement() }
      targets += 1
    }
    guard !isAtStatementEnd else { return }
    parseTransitionTails(isSingle: targets == 1)
  }

  private func listEndsHereForTransition() -> Bool {
    token.kind == .rightBrace || token.kind == .endOfFile
      || token.beginsLine && peek().kind == .arrow
  }

  private mutating func parseTransitionTails(isSingle: Bool) {
    if !isSingle, token.kind == .number || isTail(token, Clauses.transitionTails) {
      report(
        "a chain or a fan takes no share, condition or context", at: token.range,
        help: "write one line for each arrow")
      return skipStatement()
    }
    if token.kind == .number {
      _ = parseQuantity(.percentage, "share", tails: Clauses.transitionTails, after: "the arrow")
    }
    parseTails(Clauses.transitionTails, context: "the arrow")
    endStatement(after: "the transition")
  }

  // MARK: Links

  /// `[[Name]]` and `[[Name|words]]` in a text; `\[[` is none, nor is one in Markdown code.
  mutating func parseLinks(in range: Range<Int>, isMarkdown: Bool) {
    var index = range.lowerBound
    var isCode = false
    while index + 1 < range.upperBound {
      let byte = bytes[index]
      if byte == 0x5C {
        index += 2
      } else if byte == 0x60, isMarkdown {
        isCode.toggle()
        index += 1
      } else if byte == 0x5B, bytes[index + 1] == 0x5B, !isCode {
        index = parseLink(index, range)
      } else {
        index += 1
      }
    }
  }

  /// Reads the link that begins at an index; returns where to go on.
  private mutating func parseLink(_ start: Int, _ range: Range<Int>) -> Int {
    let nameStart = start + 2
    let nameEnd = endOfName(from: nameStart, limit: range.upperBound)
    var end = nameEnd
    if end < range.upperBound, bytes[end] == 0x7C {
      while end < range.upperBound, bytes[end] != 0x5D, bytes[end] != 0x0A { end += 1 }
    }
    let isClosed = end + 1 < range.upperBound && bytes[end] == 0x5D && bytes[end + 1] == 0x5D
    guard nameEnd > nameStart, isClosed else {
      report(
        "this link is not written '[[Name]]' or '[[Name|words]]'", at: start..<start + 2,
        help: "to show the brackets themselves, write '\\[['")
      return start + 2
    }
    let link = open(.link, at: start)
    _ = leaf(.reference, tag: tables.kindSetIndex(.any), nameStart..<nameEnd)
    nodes[link].endOffset = UInt32(truncatingIfNeeded: end + 2)
    nodes[link].next = UInt32(truncatingIfNeeded: nodes.count)
    return end + 2
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
