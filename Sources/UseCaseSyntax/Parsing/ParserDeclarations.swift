extension Parser {
  /// `keyword Name "Title": Parent, Parent { clauses }`
  mutating func parseDeclaration(
    _ kind: ElementKind, describedBy description: Range<Int>?, hasKeyword: Bool = true
  ) {
    let header = token
    let start = description.map { tokens[$0.lowerBound].start } ?? header.start
    let node = open(.declaration, tag: UInt16(kind.rawValue), at: start)
    if let description { addDescription(description) }
    if hasKeyword { advance() }
    let mutedBefore = muted
    parseHeader(of: kind, node)
    guard let info = Vocabulary.declaration(kind) else { return close(node) }
    parseOptionalBody(
      .declarations(kind), members: kind == .package ? info.members : info.members,
      header: header, isInUseCase: kind == .useCase)
    muted = mutedBefore
    close(node)
  }

  private mutating func addDescription(_ range: Range<Int>) {
    let first = tokens[range.lowerBound]
    let last = tokens[range.upperBound - 1]
    let node = leaf(.description, first.start..<last.end)
    guard tokens[range].contains(where: { $0.flags.contains(.linked) }) else { return }
    nodes[node].flags.insert(.linked)
    for token in tokens[range] where token.flags.contains(.linked) {
      parseLinks(in: token.range, isMarkdown: true)
    }
    nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  private mutating func parseHeader(of kind: ElementKind, _ node: Int) {
    guard parseNewName(kind, node) else { return skipHeader(node) }
    if token.kind == .text, !token.beginsLine { parseTitle() }
    if token.kind == .colon, !token.beginsLine, !parseParents(of: kind) {
      return skipHeader(node)
    }
    guard !isAtStatementEnd, token.kind != .leftBrace else { return }
    if surplus > 0, beginsBody(of: kind) {
      // `actor Guest abstract }`: the body goes on in the header's line.
      let end = tokens[position - 1].end
      report("a '{' is missing here", at: token.range, fix: insertion(" {", at: end))
      lacksBraceInLine = true
      return
    }
    reportExpected("'{' or the end of the line", after: "the header")
    skipHeader(node)
    // A '{' in the next line is the one that was looked for.
    failure = (position + (token.kind == .leftBrace ? 1 : 0), true)
  }

  private func beginsBody(of kind: ElementKind) -> Bool {
    let number = number(of: token)
    guard number != 0 else { return false }
    return tables.clause(of: kind, number: number) != nil
      || tables.clause(of: kind, first: number, second: self.number(of: peek())) != nil
  }

  private mutating func parseNewName(_ kind: ElementKind, _ node: Int) -> Bool {
    guard token.kind == .word, !token.beginsLine else {
      namelessKinds.insert(KindSet(kind))
      reportExpected("the name of the \(kind.noun)")
      return false
    }
    if token.flags.contains(.qualified) {
      report(
        "a declared name has no dots", at: token.range,
        help: "a declaration belongs to the package that it stands in")
    }
    _ = leaf(.name, token.range)
    advance()
    return true
  }

  private mutating func parseTitle() {
    addText(.title)
  }

  private mutating func parseParents(of kind: ElementKind) -> Bool {
    let colon = token
    advance()
    let kinds = Vocabulary.declaration(kind)?.parents ?? []
    if kinds.isEmpty {
      report(
        "\(kind.nounWithArticle) has no parents; only actors and use cases do", at: colon.range)
    }
    guard !isAtStatementEnd else {
      reportExpected("the name of \(kinds.description)", after: "':'")
      return false
    }
    let node = open(.parents, at: token.start)
    let isComplete = parseNames(kinds.isEmpty ? .any : kinds, after: "':'")
    close(node)
    return isComplete
  }

  /// Skips to the `{` of a header that was reported, or to its end.
  private mutating func skipHeader(_ node: Int) {
    markBroken(node)
    if token.kind == .leftBrace, surplus < 0, peek().kind == .leftBrace {
      // It stands in place of a name.
      surplus += 1
      advance()
    }
    while !isAtStatementEnd, token.kind != .leftBrace {
      if token.kind == .word, lostNames.count < 10_000 { lostNames.insert(text(of: token)) }
      advance()
    }
  }

  /// The body of a header, where it has one; a `{` that was forgotten is reported and assumed.
  mutating func parseOptionalBody(
    _ content: Body.Content, members: KindSet, header: Token, isInUseCase: Bool
  ) {
    let hasBrace = token.kind == .leftBrace && !token.beginsLine
    let body = Body(
      content: content, members: members, indentation: indentation(at: header.start),
      opening: hasBrace ? token.range : header.range, isInUseCase: isInUseCase)
    if hasBrace {
      advance()
    } else {
      guard lacksBrace(body, header) else { return }
      let surplusBefore = surplus
      if surplus > 0 { surplus -= 1 }
      let brace = tokens[position - 1]
      let end = brace.end
      if diagnostics.last.map({ $0.place.range.lowerBound >= header.start }) == true {
        // The header was reported already.
      } else if brace.kind == .leftBrace {
        surplus = surplusBefore
        reportBraceInNextLine(brace)
      } else {
        report(
          "a '{' is missing at the end of this line", at: max(header.start, end - 1)..<end,
          fix: insertion(" {", at: end))
      }
    }
    guard bodies.count < Parser.deepestNesting else { return skipDeepBody(body) }
    bodies.append(body)
    parseBody()
    bodies.removeLast()
  }

  private mutating func reportBraceInNextLine(_ brace: Token) {
    let end = tokens[max(0, position - 2)].end
    let edits = [
      Edit(source.place(end..<end), replacement: " {"),
      Edit(source.place(brace.range), replacement: ""),
    ]
    report(
      "this '{' stands at the end of the line before", at: brace.range,
      fix: Fix("move it there", edits: edits))
  }

  private mutating func skipDeepBody(_ body: Body) {
    report("blocks are nested deeper than \(Parser.deepestNesting)", at: body.opening)
    // One mistake: what the braces around it lack is not reported again.
    muted += 1
    position -= 1
    skipBlock()
    muted -= 1
    muted = max(muted, 0)
  }

  /// A deeper line that is legal inside the block, or a `{` alone on the next line, begins a body.
  private mutating func lacksBrace(_ body: Body, _ header: Token) -> Bool {
    var next = position
    while tokens[next].kind == .description { next += 1 }
    let first = tokens[next]
    if lacksBraceInLine {
      lacksBraceInLine = false
      return true
    }
    if first.kind == .leftBrace {
      // The brace stands on a line of its own: unusual, and clear.
      position = next + 1
      return true
    }
    guard first.beginsLine, indentation(at: first.start) > body.indentation else { return false }
    // A line is deeper than the header behind another one's '{' because it stands in that one's body.
    guard header.beginsLine || header.start == tokens[0].start else { return false }
    switch body.content {
    case .flow: return first.kind == .stepNumber
    case .branch: return first.kind == .stepNumber || isClosing(first)
    case .declarations(let kind?):
      let number = number(of: first)
      guard number != 0 else {
        return first.kind == .word && kind == .journey
          && tokens[min(next + 1, tokens.count - 1)].kind == .arrow
      }
      let second = self.number(of: tokens[min(next + 1, tokens.count - 1)])
      let declares = tables.declarationKind(number: number).map(body.members.contains) ?? false
      return declares || tables.clause(of: kind, number: number) != nil
        || tables.clause(of: kind, first: number, second: second) != nil
        || kind == .useCase && isFlowBlock(first)
    case .declarations(nil): return false
    }
  }
}
