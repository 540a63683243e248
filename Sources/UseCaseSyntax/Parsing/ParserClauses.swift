extension Parser {
  /// A clause: its keyword, its arguments, its tails.
  mutating func parseClause(_ kind: ElementKind, _ place: Int, keywordWords: Int? = nil) {
    guard let info = Vocabulary.declaration(kind)?.clauses[place] else { return advance() }
    let node = open(.clause, tag: info.keyword.hash, at: token.start)
    for _ in 0..<(keywordWords ?? info.wordCount) { advance() }
    let errors = diagnostics.count
    let context = Context(keyword: info.text)
    let isComplete = parseArguments(info.arguments, tails: info.tails, context: context)
    if isComplete { parseTails(info.tails, context: context) }
    if !isComplete || diagnostics.count > errors { markBroken(node) }
    let endedEarly = isAtStatementEnd
    if isComplete {
      endStatement(after: context, takesList: info.takesList)
    } else {
      skipFailedClause()
    }
    close(node)
    if diagnostics.count > errors { failure = (position, endedEarly && !isComplete) }
    if diagnostics.count > errors { markBroken(node) }
  }

  /// Skips the rest of a clause, with a brace that stands in place of an argument.
  mutating func skipFailedClause() {
    if token.kind == .rightBrace, !token.beginsLine, surplus > 0, position > 0,
      !isOnOneLine(body.opening, token.range)
    {
      surplus -= 1
      advance()
    } else if token.kind == .leftBrace, surplus < 0 {
      surplus += 1
      advance()
    }
    skipStatement()
  }

  private mutating func parseArguments(
    _ arguments: [Argument], tails: [Tail], context: Context
  ) -> Bool {
    for argument in arguments {
      if argument.isOptional {
        guard canBegin(argument.shape, tails) else { continue }
      }
      guard
        parseArgument(argument.shape, label: argument.label, tails: tails, after: context)
      else { return false }
    }
    return true
  }

  private func canBegin(_ shape: ArgumentShape, _ tails: [Tail]) -> Bool {
    guard !isAtStatementEnd else { return false }
    switch shape {
    case .text: return token.kind == .text
    case .choice: return token.kind == .word && !isTail(token, tails)
    case .percentage: return token.kind == .number
    default: return true
    }
  }

  func isTail(_ token: Token, _ tails: [Tail]) -> Bool {
    token.kind == .word && token.hash != 0 && tails.contains { isWord(token, $0.first) }
  }

  mutating func parseTails(_ tails: [Tail], context: Context) {
    var seen = 0
    while !isAtStatementEnd, token.kind == .word {
      guard let place = tails.firstIndex(where: { isWritten($0) }) else { break }
      let tail = tails[place]
      if seen & 1 << place != 0 {
        report("'\(tail.keyword)' stands twice", at: token.range)
      }
      seen |= 1 << place
      let node = open(.tail, tag: tail.hash.hash, at: token.start)
      advance()
      if tail.second != nil { advance() }
      let isComplete = parseArgument(
        tail.shape, label: tail.shape.label, tails: tails, after: Context(keyword: tail.keyword))
      close(node)
      if !isComplete { return skipHeaderRest() }
    }
  }

  /// Skips a statement's rest but a `{`, which opens a branch's block.
  private mutating func skipHeaderRest() {
    muted += 1
    while !isAtStatementEnd, token.kind != .leftBrace { advance() }
    muted -= 1
    failure = (position + (token.kind == .leftBrace ? 1 : 0), true)
  }

  private func isWritten(_ tail: Tail) -> Bool {
    guard isWord(token, tail.first) else { return false }
    guard let second = tail.second else { return true }
    let next = peek()
    return !next.beginsLine && isWord(next, second)
  }

  // MARK: Arguments

  /// Reads one argument; reports and returns false where it is not there.
  mutating func parseArgument(
    _ shape: ArgumentShape, label: String, tails: [Tail], after context: Context
  ) -> Bool {
    if isAtStatementEnd {
      reportExpected(shape.expectation(label), after: context)
      return false
    }
    switch shape {
    case .text: return parseText(label, after: context)
    case .texts: return parseList(after: context) { $0.parseText(label, after: $1) }
    case .name(let kinds): return parseName(kinds, after: context)
    case .names(let kinds): return parseNames(kinds, after: context)
    case .newName: return parseDeclaredName(label, after: context)
    case .word: return parseWord(label, after: context)
    case .words: return parseList(after: context) { $0.parseWord(label, after: $1) }
    case .choice(let choices): return parseChoice(choices, label: label, after: context)
    case .number, .score, .count: return parseNumber(shape, label, after: context)
    case .scores: return parseScores(label, after: context)
    case .date: return parseDate(after: context)
    case .duration, .quantity, .percentage:
      return parseQuantity(shape, label, tails: tails, after: context)
    case .range: return parseRange(after: context)
    case .step: return parseStepNumber(after: context)
    case .production(.activity): return parseActivity()
    case .production(.filter): return parseFilter(after: context)
    }
  }

  mutating func parseText(_ label: String, after context: Context) -> Bool {
    guard token.kind == .text else {
      reportExpected("a text in quotes", after: context)
      return false
    }
    addText(.text)
    return true
  }

  /// Takes a text token into the tree, and reports what is wrong with it.
  mutating func addText(_ kind: NodeKind) {
    let token = token
    let node = leaf(kind, token.range)
    if token.flags.contains(.block) { nodes[node].flags.insert(.block) }
    if token.flags.contains(.escaped) { nodes[node].flags.insert(.escaped) }
    if token.flags.contains(.lookalike) || token.flags.contains(.unclosed) {
      nodes[node].flags.insert(.irregular)
    }
    advance()
    if token.flags.contains(.unclosed) {
      reportUnclosed(token)
    } else if token.flags.contains(.lookalike) {
      reportTypographicQuotes(node)
    } else if token.flags.contains(.escaped) {
      reportEscapes(in: token.range)
    }
    if token.flags.contains(.linked) {
      nodes[node].flags.insert(.linked)
      parseLinks(in: token.range, isMarkdown: false)
      nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
    }
  }

  private mutating func reportTypographicQuotes(_ node: Int) {
    let range = nodes[node].range
    let inner = TextSyntax.contents(nodes[node], of: source.bytes)
    report(
      "a text stands in straight quotes", at: range,
      fix: Fix(
        "use straight quotes",
        edits: [
          Edit(source.place(range.lowerBound..<inner.lowerBound), replacement: "\""),
          Edit(source.place(inner.upperBound..<range.upperBound), replacement: "\""),
        ]))
  }

  private mutating func reportEscapes(in range: Range<Int>) {
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard bytes[index] == 0x5C else {
        index += 1
        continue
      }
      let next = bytes[index + 1]
      let isKnown = [0x22, 0x5C, 0x5B, 0x6E, 0x74].contains(next)
      let rest = source.bytes[index..<min(range.upperBound, index + 16)]
      if !isKnown, unicodeEscape(rest) == nil {
        let length = next < 0x80 ? 2 : 1 + Characters(bytes: bytes).scalar(index + 1).length
        return report(
          "'\(source[index..<index + length])' is no escape", at: index..<index + length,
          help: "a backslash in a text is written '\\\\'",
          fix: replacement(index..<index + 1, by: "\\\\"))
      }
      index += 2
    }
  }

  mutating func parseName(_ kinds: KindSet, after context: Context) -> Bool {
    guard token.kind == .word else {
      reportExpected(kinds == .any ? "a name" : "the name of \(kinds.description)", after: context)
      return false
    }
    _ = leaf(.reference, tag: tables.kindSetIndex(kinds), token.range)
    advance()
    return true
  }

  mutating func parseNames(_ kinds: KindSet, after context: Context) -> Bool {
    parseList(after: context) { $0.parseName(kinds, after: $1) }
  }

  /// One or more items with commas; goes on in the next line behind a comma.
  mutating func parseList(
    after context: Context, _ item: (inout Parser, Context) -> Bool
  ) -> Bool {
    guard item(&self, context) else { return false }
    while token.kind == .comma, !token.beginsLine {
      let comma = token
      advance()
      if listEndsHere() {
        report(
          "the list ends in a comma", at: comma.range, fix: replacement(comma.range, by: ""))
        return true
      }
      guard item(&self, "','") else { return false }
    }
    return true
  }

  /// Behind a comma: whether the next line is a statement of its own.
  func listEndsHere() -> Bool {
    if token.kind == .rightBrace || token.kind == .endOfFile || token.kind == .description {
      return true
    }
    guard token.beginsLine, token.kind == .word else {
      return token.beginsLine && token.kind == .stepNumber
    }
    let next = peek()
    if next.kind == .comma || next.beginsLine && number(of: token) == 0 { return false }
    if next.kind == .arrow { return true }
    let number = number(of: token)
    guard number != 0 else { return false }
    if let kind = enclosingKind,
      tables.clause(of: kind, number: number) != nil
        || tables.clause(of: kind, first: number, second: self.number(of: next)) != nil
    {
      return true
    }
    return tables.declarationKind(number: number) != nil || isFlowBlock(token)
  }

  private mutating func parseDeclaredName(_ label: String, after context: Context) -> Bool {
    guard token.kind == .word, !token.flags.contains(.qualified) else {
      reportExpected("the name of the \(label)", after: context)
      return false
    }
    _ = leaf(.name, token.range)
    advance()
    return true
  }

  mutating func parseWord(_ label: String, after context: Context) -> Bool {
    guard token.kind == .word else {
      reportExpected("a word", after: context)
      return false
    }
    _ = leaf(.word, token.range)
    advance()
    return true
  }

  /// An unknown choice is taken into the tree, where a rule finds it.
  mutating func parseChoice(
    _ choices: ChoiceList, label: String, after context: Context, mayBeginLine: Bool = false
  ) -> Bool {
    guard token.kind == .word, mayBeginLine || !isAtStatementEnd else {
      reportExpected(ArgumentShape.choice(choices).expectation(label), after: context)
      return false
    }
    let raw = text(of: token)
    let place = choices.words.firstIndex(of: raw)
    _ = leaf(.choice, tag: place.map(UInt16.init) ?? Node.invalidChoice, token.range)
    advance()
    return true
  }
}
