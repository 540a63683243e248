extension Parser {
  var body: Body {
    bodies.last
      ?? Body(
        content: .declarations(nil), members: [], indentation: -1, opening: 0..<0,
        isInUseCase: false)
  }

  /// The declaration whose clauses may stand here.
  var enclosingKind: ElementKind? {
    if case .declarations(let kind) = body.content { return kind }
    return nil
  }

  /// Reads statements up to the `}` of the innermost body, which is consumed.
  mutating func parseBody() {
    while token.kind != .endOfFile {
      if token.kind == .rightBrace {
        if closesBody() { return }
        continue
      }
      if surplus < 0, isMissingBraceBefore(token) {
        reportMissingBrace(before: token)
        return
      }
      let before = position
      parseStatement()
      if let depth = unwindTo {
        if depth < bodies.count { return }
        unwindTo = nil
      } else if position == before {
        skipWholeStatement()
      }
    }
    if surplus < 0 {
      surplus += 1
      reportUnclosedBody()
    }
  }

  /// Handles a `}`: true where it ends the innermost body.
  private mutating func closesBody() -> Bool {
    if surplus != 0, !isOnOneLine(body.opening, token.range) {
      let column = indentation(at: token.start)
      if surplus > 0, column != body.indentation {
        reportStrayBrace()
        advance()
        return false
      }
      if surplus < 0, token.beginsLine, column < body.indentation,
        bodies.contains(where: { $0.indentation == column && $0.opening != 0..<0 })
      {
        surplus += 1
        reportUnclosedBody()
        return true
      }
    }
    if position == failure.position, !token.beginsLine { failure.position += 1 }
    advance()
    return true
  }

  func isOnOneLine(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.upperBound <= right.lowerBound else { return true }
    return !bytes[left.upperBound..<right.lowerBound].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Where braces are missing, a statement that stands no deeper than its body's header tells where.
  private func isMissingBraceBefore(_ token: Token) -> Bool {
    token.beginsLine && bodies.count > 1 && indentation(at: token.start) <= body.indentation
  }

  /// Whether the body ends in the line in which it began, and that line has its error already:
  /// what stands in place of the `}` is the mistake, not the brace as well.
  private var isReportedLine: Bool {
    guard position > 0, let last = diagnostics.last?.place.range else { return false }
    return last.lowerBound >= body.opening.upperBound
      && isOnOneLine(body.opening, tokens[position - 1].range)
  }

  private mutating func reportMissingBrace(before token: Token) {
    surplus += 1
    unwindTo = bodies.count - 1
    guard !isReportedLine else { return }
    report(
      "a '}' is missing before this", at: token.range,
      labels: [Label("this block is still open", at: source.place(body.opening))],
      fix: insertion("}\n" + blanks(before: token), at: token.start))
  }

  private func blanks(before token: Token) -> String {
    String(repeating: " ", count: indentation(at: token.start))
  }

  private mutating func reportUnclosedBody() {
    report("this block is never closed", at: body.opening, help: "close it with '}'")
  }

  mutating func parseStatement() {
    switch token.kind {
    case .description: parseDescribed()
    case .word: parseWordStatement(describedBy: nil)
    case .number where body.isInUseCase: parseBareBranch()
    case .stepNumber: parseSteps()
    case .leftBrace: parseBareBlock()
    default:
      let continuesFailure = isFollowUp
      if continuesFailure { muted += 1 }
      reportBadStart()
      skipWholeStatement()
      if continuesFailure {
        muted -= 1
        failure = (position, true)
      }
    }
  }

  /// Whether what stands here, and cannot begin a statement, belongs to the mistake before it.
  var isFollowUp: Bool {
    position == failure.position
      && (token.kind != .word || failure.endedEarly || !token.beginsLine)
  }

  private mutating func reportBadStart() {
    if reportOddity() { return }
    switch token.kind {
    case .text: report("a line does not begin with a text; its keyword is missing", at: token.range)
    case .arrow: report("the touchpoint that the arrow leaves is missing", at: token.range)
    default: report("a line does not begin with \(describe(token))", at: token.range)
    }
  }

  /// `///` lines and the declaration that they describe.
  private mutating func parseDescribed() {
    let start = position
    while token.kind == .description { advance() }
    let isDescribed =
      token.kind == .word && declarationAhead(number(of: token)) != nil
      && !(surplus < 0 && isMissingBraceBefore(token))
    if isDescribed { return parseWordStatement(describedBy: start..<position) }
    // What follows is reported by itself; the description may well belong to it.
    if token.kind == .word, number(of: token) == 0, peek().kind != .arrow { return }
    report(
      "this description belongs to no declaration",
      at: tokens[start].start..<tokens[position - 1].end,
      help: "a description stands before the declaration that it describes; '//' makes a comment",
      severity: .warning)
  }

  /// The kind that the current word declares here, where it begins a declaration.
  @inline(__always)
  private func declarationAhead(_ number: Int) -> ElementKind? {
    guard let kind = tables.declarationKind(number: number) else { return nil }
    if looksLikeDeclaration() { return kind }
    if body.members.contains(kind) { return kind }
    guard let enclosing = enclosingKind, peek().kind == .word, !peek().beginsLine else {
      return nil
    }
    return tables.clause(of: enclosing, number: number) == nil ? kind : nil
  }

  /// Whether a name and then `{`, `:` or a title follow on the line.
  private func looksLikeDeclaration() -> Bool {
    let name = peek()
    guard name.kind == .word, !name.beginsLine else { return false }
    let next = peek(2)
    guard !next.beginsLine else { return false }
    return next.kind == .leftBrace || next.kind == .colon || next.kind == .text
  }

  private mutating func parseWordStatement(describedBy description: Range<Int>?) {
    if peek().kind == .arrow, !peek().beginsLine { return parseTransition() }
    let number = number(of: token)
    if number != 0 {
      if let kind = declarationAhead(number), acceptsDeclaration(kind) {
        return parseDeclaration(kind, describedBy: description)
      }
      if unwindTo != nil { return restore(description) }
      if let kind = enclosingKind, let place = clause(of: kind, number: number) {
        return parseClause(kind, place)
      }
      if parseFlowStatement() || unwindTo != nil { return }
    }
    parseUnknownStatement()
  }

  /// Leaves a description to the body that takes the declaration behind it.
  private mutating func restore(_ description: Range<Int>?) {
    if let description { position = description.lowerBound }
  }

  /// The clause that begins here with one word or two.
  private func clause(of kind: ElementKind, number: Int) -> Int? {
    let next = peek()
    if tables.beginsTwoWords(kind, number), !next.beginsLine,
      let place = tables.clause(of: kind, first: number, second: self.number(of: next))
    {
      return place
    }
    return tables.clause(of: kind, number: number)
  }

  /// Whether a declaration is to be read here: it is legal, or legal nowhere around (reported).
  private mutating func acceptsDeclaration(_ kind: ElementKind) -> Bool {
    if body.members.contains(kind) { return true }
    let isClause = enclosingKind.map { clause(of: $0, number: number(of: token)) != nil } ?? false
    if isClause, !looksLikeDeclaration() { return false }
    if let depth = bodies.lastIndex(where: { $0.members.contains(kind) }),
      depth > 0 || surplus < 0 || looksLikeDeclaration(), surplus < 0 || !standsDeeper(token)
    {
      if depth < bodies.count - 1, muted == 0 || depth > 0 {
        if surplus >= 0 { forgivenBraces += bodies.count - depth - 1 }
        reportMissingBrace(before: token)
        surplus -= surplus < 0 ? 0 : 1
        unwindTo = depth + 1
        return false
      }
    }
    report(
      "\(kind.nounWithArticle) cannot stand in \(containerName)", at: token.range,
      help: containersOf(kind).map { "it stands in \($0)" })
    return true
  }

  /// Where no brace is missing, a deeper line was meant to stand in the body.
  private func standsDeeper(_ token: Token) -> Bool {
    !token.beginsLine || indentation(at: token.start) > body.indentation
  }

  var containerName: String {
    switch body.content {
    case .flow: "a flow"
    case .branch: "a branch"
    case .declarations(nil): "a file"
    case .declarations(let kind?): kind.nounWithArticle
    }
  }

  private func containersOf(_ kind: ElementKind) -> String? {
    var containers = Vocabulary.declarations.filter { $0.members.contains(kind) }
      .map(\.kind.nounWithArticle)
    if Vocabulary.fileLevel.contains(kind) { containers.insert("a file", at: 0) }
    return containers.isEmpty ? nil : listed(containers, with: "or")
  }
}
