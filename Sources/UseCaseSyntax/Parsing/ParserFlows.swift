extension Parser {
  func isClosing(_ token: Token) -> Bool {
    isWord(token, Keyword("resume")) || isWord(token, Keyword("end"))
  }

  func isFlowBlock(_ token: Token) -> Bool {
    isWord(token, Keyword("flow")) || isWord(token, Keyword("alternative"))
      || isWord(token, Keyword("exception"))
  }

  /// `flow`, `alternative`, `exception`, `resume` or `end`; false where it is none of them here.
  mutating func parseFlowStatement() -> Bool {
    guard body.isInUseCase else { return false }
    if isFlowBlock(token) {
      let isMain = isWord(token, Keyword("flow"))
      let isLegal = body.content == .declarations(.useCase) || body.content == .branch && !isMain
      if !isLegal {
        // A flow holds steps only: its '}' is missing.
        unwindToUseCase()
        return true
      }
      parseBlock(Keyword(hash: token.hash))
      return true
    }
    guard isClosing(token), body.content == .branch || body.content == .flow else { return false }
    parseClosing()
    return true
  }

  private mutating func unwindToUseCase() {
    guard let depth = bodies.lastIndex(where: { $0.content == .declarations(.useCase) }) else {
      return skipWholeStatement()
    }
    if surplus < 0 { surplus += 1 }
    report(
      "a '}' is missing before this", at: token.range,
      labels: [Label("this block is still open", at: source.place(body.opening))])
    unwindTo = depth + 1
  }

  /// `flow { … }`, `alternative 3a when "…" { … }`
  mutating func parseBlock(_ keyword: Keyword, hasKeyword: Bool = true) {
    let header = token
    let isMain = keyword == Keyword("flow")
    let node = open(isMain ? .flow : .branch, tag: keyword.hash, at: header.start)
    if hasKeyword { advance() }
    if !isMain { parseBranchHeader(node) }
    if !isAtStatementEnd, token.kind != .leftBrace {
      reportExpected("'{'", after: isMain ? "'flow'" : "the branch's header")
      markBroken(node)
      while !isAtStatementEnd, token.kind != .leftBrace { advance() }
      failure = (position + (token.kind == .leftBrace ? 1 : 0), true)
    }
    let hasBody = token.kind == .leftBrace
    parseOptionalBody(isMain ? .flow : .branch, members: [], header: header, isInUseCase: true)
    close(node)
    if !hasBody, nodes[node].next == UInt32(nodes.count), !endsWithBrace(node), isMain {
      report("a '{' with the steps is missing", at: header.range)
      markBroken(node)
    }
  }

  private func endsWithBrace(_ node: Int) -> Bool {
    let end = Int(nodes[node].endOffset)
    return end > 0 && bytes[end - 1] == 0x7D || nodes.count > node + 1
  }

  private mutating func parseBranchHeader(_ node: Int) {
    if token.kind == .number, !token.beginsLine {
      let raw = text(of: token)
      if Anchor(raw)?.letters.isEmpty != false {
        report(
          "'\(raw)' is no anchor of a branch", at: token.range,
          help: "an anchor is a step with a letter: '3a', '2-4a', or '*a' for any step")
        markBroken(node)
      }
      _ = leaf(.anchor, token.range)
      advance()
    } else {
      reportExpected("the step where the branch hangs, such as '3a'")
      markBroken(node)
      muted += 1
      while token.kind != .leftBrace, !isAtStatementEnd, !isWord(token, Keyword("when")) {
        advance()
      }
      parseTails(Parser.branchTails, context: "the anchor")
      muted -= 1
      return
    }
    parseTails(Parser.branchTails, context: "the anchor")
  }

  private static let outcomes = ChoiceList(Outcome.self)
  static let branchTails = [Tail("when", .text)]

  /// `3a when "…" {` without `alternative` or `exception`.
  mutating func parseBareBranch() {
    let next = peek()
    let isHeader = !next.beginsLine && (next.kind == .leftBrace || isWord(next, Keyword("when")))
    guard isHeader, body.content != .flow else {
      if isFollowUp { return skipWholeStatement() }
      report(
        isAnchorAlone
          ? "'resume' is missing before '\(text(of: token))'"
          : "a line does not begin with \(describe(token))", at: token.range)
      return skipWholeStatement()
    }
    report(
      "the keyword before '\(text(of: token))' is missing", at: token.range,
      help: "a branch begins with 'alternative' or 'exception'")
    muted += 1
    parseBlock(Keyword("alternative"), hasKeyword: false)
    muted -= 1
  }

  private var isAnchorAlone: Bool {
    body.content == .branch && (peek().beginsLine || peek().kind == .rightBrace)
  }

  /// `resume`, `resume 3`, `end success`, `end failure`
  private mutating func parseClosing() {
    let keyword = token
    let node = open(.closing, tag: keyword.hash, at: keyword.start)
    let isResume = isWord(keyword, Keyword("resume"))
    advance()
    if body.content == .flow {
      report("a main flow ends with its last step", at: keyword.range, help: "remove the line")
      muted += 1
    }
    let mutedForFlow = body.content == .flow
    if isResume {
      if token.kind == .number, !token.beginsLine { parseResumeTarget() }
    } else {
      _ = parseChoice(Parser.outcomes, label: "'success' or 'failure'", after: "'end'")
    }
    close(node)
    endStatement(after: isResume ? "'resume'" : "'end'")
    if mutedForFlow { muted -= 1 }
  }

  private mutating func parseResumeTarget() {
    let raw = text(of: token)
    if Anchor(raw)?.letters != "" || raw.contains("-") {
      report(
        "'resume' takes the number of a step, not '\(raw)'", at: token.range,
        help: "a branch goes on with a step of the flow that it hangs on")
    }
    _ = leaf(.anchor, token.range)
    advance()
  }

  /// Steps, one to a line; outside a flow they are one mistake, however many.
  mutating func parseSteps() {
    if body.content == .flow || body.content == .branch {
      return parseStep()
    }
    let range = token.range
    if body.content == .declarations(.useCase) {
      report("steps stand in a flow: 'flow {' is missing before this", at: range)
    } else {
      report("a step cannot stand in \(containerName)", at: range)
    }
    while token.kind == .stepNumber || token.kind == .prose { advance() }
  }

  /// `1. Customer reviews the basket`, `3. include PayOrder`
  private mutating func parseStep() {
    let number = token
    let node = open(.step, at: number.start)
    reportStepNumber(number)
    _ = leaf(.number, number.start..<number.end)
    advance()
    guard token.kind == .prose, !token.beginsLine else {
      report("this step says nothing", at: number.range)
      markBroken(node)
      return close(node)
    }
    let prose = token
    if let name = inclusion(in: prose) {
      _ = leaf(.reference, tag: tables.kindSetIndex(.useCase), name)
      nodes[node].flags.insert(.includes)
    } else {
      let text = leaf(.text, prose.range)
      nodes[text].flags.insert(.prose)
      if prose.flags.contains(.linked) {
        nodes[text].flags.insert(.linked)
        parseLinks(in: prose.range, isMarkdown: false)
        nodes[text].next = UInt32(truncatingIfNeeded: nodes.count)
      }
    }
    advance()
    close(node)
  }

  /// Near misses of a step's number that people paste from elsewhere.
  private mutating func reportStepNumber(_ number: Token) {
    let raw = text(of: number)
    guard number.flags.contains(.lookalike) else { return }
    let digits = raw.dropLast().split(whereSeparator: { !$0.isNumber }).last ?? "1"
    report(
      "a step's number is a plain number with a full stop, not '\(raw)'", at: number.range,
      fix: replacement(number.range, by: "\(digits)."))
  }

  /// The name in `include Name`, where nothing else stands on the line.
  private mutating func inclusion(in prose: Token) -> Range<Int>? {
    let keyword = Array("include".utf8)
    var index = prose.start
    for byte in keyword {
      guard index < prose.end, bytes[index] | 0x20 == byte else { return nil }
      index += 1
    }
    guard index < prose.end, isBlank(bytes[index]) else { return nil }
    while index < prose.end, isBlank(bytes[index]) { index += 1 }
    let start = index
    index = endOfName(from: start, limit: prose.end)
    guard index > start else { return nil }
    let isExact = index == prose.end && bytes[prose.start] == UInt8(ascii: "i")
    let hasFullStop = index == prose.end - 1 && bytes[index] == 0x2E
    guard isExact || hasFullStop || index == prose.end else { return nil }
    if !isExact {
      let name = source[start..<index]
      report(
        "a step that includes a use case says 'include \(name)' and nothing else", at: prose.range,
        fix: replacement(prose.range, by: "include \(name)"))
    }
    return start..<index
  }

  /// The end of a possibly qualified name; the start where there is none.
  func endOfName(from start: Int, limit: Int) -> Int {
    let characters = Characters(bytes: bytes)
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == 0x60 {
        index += 1
      } else if byte == 0x2E || byte == 0x2D {
        guard index > start, index + 1 < limit,
          byte == 0x2D
            ? characters.wordContinue(index + 1) > 0
            : characters.wordStart(index + 1) > 0 || bytes[index + 1] == 0x60
        else { break }
        index += 1
      } else {
        let length = index == start ? characters.wordStart(index) : characters.wordContinue(index)
        guard length > 0 else { break }
        index += length
      }
    }
    return min(index, limit)
  }
}
