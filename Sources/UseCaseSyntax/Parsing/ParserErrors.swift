/// What stood before something that is missing; its words are put together only for a message.
struct Context: ExpressibleByStringLiteral {
  let text: String
  let isKeyword: Bool

  init(stringLiteral text: String) {
    self.text = text
    isKeyword = false
  }

  init(keyword: String) {
    text = keyword
    isKeyword = true
  }

  var words: String { isKeyword ? "'\(text)'" : text }
}

extension Parser {
  /// Reports a syntax error, unless the statement has one already.
  mutating func report(
    _ message: String, at range: Range<Int>, caption: String = "", labels: [Label] = [],
    help: String? = nil, fix: Fix? = nil, severity: Severity = .error
  ) {
    // One place has one mistake: a brace that is missing before a wrong word stands for both.
    guard muted == 0, diagnostics.last?.place.range != range else { return }
    diagnostics.append(
      Diagnostic(
        rule: "syntax", severity: severity, message: message, at: source.place(range),
        caption: caption, labels: labels, help: help.map { [$0] } ?? [],
        fixes: fix.map { [$0] } ?? []))
  }

  func replacement(_ range: Range<Int>, by text: String) -> Fix {
    let title = text.isEmpty ? "remove it" : "replace it by '\(text)'"
    return Fix(title, edits: [Edit(source.place(range), replacement: text)])
  }

  func insertion(_ text: String, at offset: Int) -> Fix {
    Fix("insert '\(text)'", edits: [Edit(source.place(offset..<offset), replacement: text)])
  }

  /// Reports that something else was expected at the current token, or what is odd about the token.
  mutating func reportExpected(_ expected: String, after context: Context? = nil, fix: Fix? = nil) {
    if reportOddity() { return }
    let behind = context.map { " after \($0.words)" } ?? ""
    if isAtStatementEnd {
      let end = position > 0 ? tokens[position - 1].end : 0
      report("expected \(expected)\(behind)", at: max(0, end - 1)..<end, fix: fix)
    } else {
      report(
        "expected \(expected)\(behind), found \(describe(token))", at: token.range, fix: fix)
    }
  }

  /// Reports a token that is wrong wherever it stands.
  mutating func reportOddity() -> Bool {
    guard !token.beginsLine || bodies.count < 2 || token.kind == .unknown else { return false }
    switch token.kind {
    case .unknown:
      report(unknownMessage(token), at: token.range, fix: unknownFix(token))
      return true
    case .text where token.flags.contains(.unclosed):
      reportUnclosed(token)
      return true
    default: return false
    }
  }

  private func unknownFix(_ token: Token) -> Fix? {
    let isInvisible = text(of: token).unicodeScalars.allSatisfy { $0.isInvisible }
    return isInvisible ? replacement(token.range, by: "") : nil
  }

  private func unknownMessage(_ token: Token) -> String {
    let raw = text(of: token)
    guard let scalar = raw.unicodeScalars.first else { return "unexpected character" }
    if scalar.isInvisible {
      let name = scalar.properties.name.map { " (\($0.lowercased()))" } ?? ""
      return "an invisible character U+\(hexadecimal(scalar.value))\(name) stands here"
    }
    return "the character '\(raw)' means nothing here"
  }

  mutating func reportUnclosed(_ token: Token) {
    let quotes = token.flags.contains(.block) ? "\"\"\"" : "\""
    report(
      "this text is never closed", at: token.start..<min(token.end, token.start + quotes.count),
      help: "close it with '\(quotes)'")
  }

  func describe(_ token: Token) -> String {
    switch token.kind {
    case .text: return "a text"
    case .description: return "a description"
    case .endOfFile: return "the end of the file"
    case .prose: return "prose"
    default:
      let raw = text(of: token)
      return raw.count > 40 ? "'\(raw.prefix(40))…'" : "'\(raw)'"
    }
  }

  /// Checks that nothing stands behind a statement.
  mutating func endStatement(
    after context: @autoclosure () -> Context, takesList: @autoclosure () -> Bool = false
  ) {
    guard !isAtStatementEnd else { return }
    var fix: Fix?
    if token.kind == .word, position > 0, tokens[position - 1].kind == .word,
      nodes.last?.kind == .reference, takesList()
    {
      fix = insertion(",", at: tokens[position - 1].end)
    }
    reportExpected("the end of the line", after: context(), fix: fix)
    skipFailedClause()
  }

  /// Skips what is left of a statement, with the blocks that it opens; remembers its names.
  mutating func skipStatement() {
    while !isAtStatementEnd { skipTokenOrBlock() }
  }

  /// Skips a statement of which nothing has been read.
  mutating func skipWholeStatement() {
    skipTokenOrBlock()
    skipStatement()
  }

  private mutating func skipTokenOrBlock() {
    if token.kind == .leftBrace { return skipBlock() }
    rememberLost(token)
    advance()
  }

  /// Skips from `{` to behind its `}`.
  mutating func skipBlock() {
    var depth = 0
    repeat {
      switch token.kind {
      case .leftBrace: depth += 1
      case .rightBrace: depth -= 1
      case .endOfFile: return
      default: rememberLost(token)
      }
      advance()
    } while depth > 0
  }

  private mutating func rememberLost(_ token: Token) {
    guard token.kind == .word, lostNames.count < 10_000 else { return }
    nameParts(text(of: token)).last.map { _ = lostNames.insert($0) }
  }

  mutating func reportStrayBrace() {
    if surplus > 0 { surplus -= 1 }
    let isFollowUp = isFollowUp
    failure = (position + 1, false)
    if isFollowUp, !token.beginsLine { return }
    if forgivenBraces > 0 {
      forgivenBraces -= 1
      return
    }
    report(
      "this '}' closes nothing", at: token.range, fix: replacement(token.range, by: ""))
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees nothing of it.
  var isInvisible: Bool {
    if value < 0x7F { return value <= 0x20 }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
    default: false
    }
  }
}

/// At least four digits.
func hexadecimal(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
