extension Parser {
  /// A statement whose first word is no keyword here: reported once, read as what was probably meant.
  mutating func parseUnknownStatement() {
    let word = text(of: token)
    let suggestion = suggestion(for: word)
    if suggestion != nil || !isFollowUp { reportUnknown(word, suggestion) }
    let continuesFailure = suggestion == nil && isFollowUp
    muted += 1
    defer {
      muted -= 1
      if continuesFailure { failure = (position, true) }
    }
    if let suggestion, recover(as: suggestion) { return }
    recoverWithoutKeyword()
  }

  /// What may begin a statement here.
  private var legalKeywords: [String] {
    var keywords = body.members.kinds.map(\.keyword)
    if let kind = enclosingKind, let info = Vocabulary.declaration(kind) {
      keywords = info.clauses.map(\.text) + keywords
      if kind == .useCase { keywords += Vocabulary.flowBlocks.map(\.text) }
    } else if body.isInUseCase {
      keywords += Vocabulary.closings.map(\.text)
      if body.content == .branch { keywords += Vocabulary.flowBlocks.dropFirst().map(\.text) }
    }
    return keywords
  }

  private var isThorough: Bool { diagnostics.count < 1_000 }

  /// Nil behind a thousand errors: such a file is none of ours, and the search costs time.
  private func suggestion(for word: String) -> String? {
    guard isThorough else { return nil }
    let keywords = legalKeywords
    let second = peek()
    if second.kind == .word, !second.beginsLine {
      let phrase = word + " " + text(of: second)
      if let match = nearest(to: phrase, among: keywords.filter { $0.contains(" ") }) {
        return match
      }
    }
    if let match = nearest(to: word, among: keywords) { return match }
    // 'realized CheckOut' lacks the second word of its keyword.
    return keywords.first { $0.hasPrefix(word + " ") }
  }

  private mutating func reportUnknown(_ word: String, _ suggestion: String?) {
    var range = token.range
    let second = peek()
    if let suggestion, suggestion.contains(" "), second.kind == .word, !second.beginsLine,
      nearest(to: word + " " + text(of: second), among: [suggestion]) != nil
    {
      range = token.start..<second.end
    }
    let found = source[range]
    if let suggestion {
      return report(
        "'\(found)' is no keyword in \(containerName); did you mean '\(suggestion)'?", at: range,
        fix: replacement(range, by: suggestion))
    }
    guard isThorough else {
      return report("'\(found)' is no keyword in \(containerName)", at: range)
    }
    if let home = homeOfClause() {
      return report(
        "'\(found)' cannot stand in \(containerName)", at: range,
        help: "it is a clause of \(home)")
    }
    if looksLikeHeaderWithoutKeyword() {
      let keywords = listed(
        legalKeywords.filter { !$0.contains(" ") }.prefix(6).map { "'\($0)'" }, with: "or")
      return report(
        "the keyword before '\(found)' is missing", at: range,
        help: keywords.isEmpty ? nil : "say what it is: \(keywords)")
    }
    if body.content == .flow || body.content == .branch {
      return report(
        "a step begins with its number and a full stop", at: range,
        help: "write '1. \(found) …', or close the block before it")
    }
    let longer = legalKeywords.filter { $0.hasSuffix(" " + found) }.map { "'\($0)'" }
    report(
      "'\(found)' is no keyword in \(containerName)", at: range,
      help: longer.isEmpty ? nil : "did you mean \(listed(longer, with: "or"))?")
  }

  /// The declarations that have the word as a clause.
  private func homeOfClause() -> String? {
    let first = number(of: token)
    guard first != 0 else { return nil }
    let second = number(of: peek())
    let homes = Vocabulary.declarations.filter {
      tables.clause(of: $0.kind, number: first) != nil
        || tables.clause(of: $0.kind, first: first, second: second) != nil
    }
    guard !homes.isEmpty, homes.count < 5 else { return nil }
    return listed(homes.map(\.kind.nounWithArticle), with: "or")
  }

  /// Reads the statement as if its keyword were the suggested one.
  private mutating func recover(as suggestion: String) -> Bool {
    if let kind = ElementKind.allCases.first(where: { $0.keyword == suggestion }),
      body.members.contains(kind)
    {
      parseDeclaration(kind, describedBy: nil)
      return true
    }
    if let kind = enclosingKind, let info = Vocabulary.declaration(kind),
      let place = info.clauses.firstIndex(where: { $0.text == suggestion })
    {
      parseClause(kind, place, keywordWords: writtenWords(of: suggestion))
      return true
    }
    if Vocabulary.flowBlocks.contains(where: { $0.text == suggestion }) {
      parseBlock(Keyword(text: suggestion))
      return true
    }
    return false
  }

  /// How many of the words here stand for a keyword of two words.
  private func writtenWords(of keyword: String) -> Int {
    guard keyword.contains(" ") else { return 1 }
    let second = peek()
    guard second.kind == .word, !second.beginsLine else { return 1 }
    let phrase = text(of: token) + " " + text(of: second)
    return phrase == keyword || nearest(to: phrase, among: [keyword]) != nil ? 2 : 1
  }

  /// `CheckOut "Check out" {` without its keyword: reads the body as that of the only kind that may
  /// stand here, else skips it.
  private mutating func recoverWithoutKeyword() {
    let members = body.members.kinds
    let opensBlock = looksLikeHeaderWithoutKeyword()
    if opensBlock, let kind = members.first, members.count == 1 {
      return parseDeclaration(kind, describedBy: nil, hasKeyword: false)
    }
    skipWholeStatement()
  }

  private func looksLikeHeaderWithoutKeyword() -> Bool {
    let next = peek()
    if next.beginsLine { return false }
    return next.kind == .leftBrace || next.kind == .colon
      || next.kind == .text && peek(2).kind == .leftBrace && !peek(2).beginsLine
  }

  /// Skips what is left of a line: it belongs to what was reported at its beginning.
  private mutating func skipToLineEnd() {
    repeat { advance() } while !isAtStatementEnd
  }

  /// A `{` at the beginning of a line: the header before it is missing.
  mutating func parseBareBlock() {
    if surplus < 0 {
      surplus += 1
      report("this '{' opens nothing", at: token.range, fix: replacement(token.range, by: ""))
      return skipToLineEnd()
    }
    let holdsSteps = peek().kind == .stepNumber && body.isInUseCase
    report(
      holdsSteps ? "the keyword 'flow' is missing before '{'" : "this '{' opens nothing",
      at: token.range, fix: holdsSteps ? insertion("flow ", at: token.start) : nil)
    guard holdsSteps, enclosingKind == .useCase else { return skipWholeStatement() }
    muted += 1
    parseBlock(Keyword("flow"), hasKeyword: false)
    muted -= 1
  }
}
