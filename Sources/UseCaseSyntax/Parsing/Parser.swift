/// Reads a file: any bytes give a tree, and what is wrong with them.
///
/// Linear in the size of the file; nesting beyond 256 is reported and skipped.
public func parse(_ source: SourceText) -> SyntaxTree {
  let list = tokenize(source)
  return source.bytes.withUnsafeBufferPointer { bytes in
    var parser = Parser(source: source, bytes: bytes, list: list)
    parser.parseFile()
    return SyntaxTree(
      source: source, nodes: parser.nodes, comments: list.comments,
      diagnostics: parser.sortedDiagnostics, lostNames: parser.lostNames,
      namelessKinds: parser.namelessKinds)
  }
}

/// Recursive descent over the vocabulary's tables.
///
/// Every loop consumes a token or ends. A statement reports one error at most: what follows it up
/// to the statement's end is skipped in silence.
struct Parser {
  static let deepestNesting = 256

  let source: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]
  let tables = KeywordTables.shared
  var position = 0
  var nodes: [Node] = []
  var diagnostics: [Diagnostic] = []
  var lostNames: Set<String> = []
  var namelessKinds: KindSet = []
  /// The bodies around the current token, the file first.
  var bodies: [Body] = []
  /// Closing braces too many (positive) or too few: what indentation may explain.
  var surplus: Int
  /// More than 0 while a statement is read that was reported already.
  var muted = 0
  /// The depth of the body that takes the current statement, while bodies inside it end early.
  var unwindTo: Int?
  /// The token behind a statement that was reported, and whether that one ended too early: what
  /// cannot begin a statement there is the rest of the same mistake.
  var failure = (position: -1, endedEarly: false)
  /// Closing braces too many because one was taken for missing where none is.
  var forgivenBraces = 0
  /// Whether the header just read lacks its `{` before more of its line.
  var lacksBraceInLine = false

  /// A block that is open.
  struct Body {
    enum Content: Equatable {
      case declarations(ElementKind?)
      case flow
      case branch
    }
    let content: Content
    let members: KindSet
    /// The columns before the line that opened it.
    let indentation: Int
    /// The opening brace, or the header where that is missing.
    let opening: Range<Int>
    /// Whether it is a use case's body or lies in one.
    let isInUseCase: Bool
  }

  init(source: SourceText, bytes: UnsafeBufferPointer<UInt8>, list: TokenList) {
    self.source = source
    self.bytes = bytes
    tokens = list.tokens
    surplus = list.rightBraces - list.leftBraces
    nodes.reserveCapacity(list.tokens.count + 2)
    reportEncoding()
    if let comment = list.unclosedComment {
      report("this comment is never closed", at: comment, help: "close it with '*/'")
      // Whatever it swallows is missing because of it.
      muted = 1
    }
  }

  var sortedDiagnostics: [Diagnostic] {
    diagnostics.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
  }

  // MARK: Tokens

  @inline(__always) var token: Token { tokens[position] }

  /// The token after the current one; the end of the file where there is none.
  @inline(__always) func peek(_ distance: Int = 1) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  @inline(__always) mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Whether the current token belongs to the next statement.
  @inline(__always) var isAtStatementEnd: Bool {
    let token = token
    return token.beginsLine || token.kind == .rightBrace || token.kind == .endOfFile
  }

  @inline(__always) func number(of token: Token) -> Int {
    token.kind == .word ? tables.number(of: token, in: bytes) : 0
  }

  func text(of token: Token) -> String { source[token.range] }

  func isWord(_ token: Token, _ keyword: Keyword) -> Bool {
    token.kind == .word && token.hash == keyword.hash && number(of: token) != 0
  }

  /// The columns before a token's line; a tab counts four.
  func indentation(at offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var columns = 0
    while start < bytes.count, isBlank(bytes[start]) {
      columns += bytes[start] == 0x09 ? 4 : 1
      start += 1
    }
    return columns
  }

  // MARK: Nodes

  @inline(__always)
  mutating func open(_ kind: NodeKind, tag: UInt16 = 0, at start: Int) -> Int {
    let offset = UInt32(truncatingIfNeeded: start)
    nodes.append(
      Node(
        kind: kind, flags: [], tag: tag, startOffset: offset, endOffset: offset,
        next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    return nodes.count - 1
  }

  /// Ends a node behind the last token read.
  @inline(__always)
  mutating func close(_ node: Int) {
    nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
    guard position > 0 else { return }
    let end = tokens[position - 1].endOffset
    if end > nodes[node].endOffset { nodes[node].endOffset = end }
  }

  @inline(__always)
  mutating func leaf(_ kind: NodeKind, tag: UInt16 = 0, _ range: Range<Int>) -> Int {
    let node = open(kind, tag: tag, at: range.lowerBound)
    nodes[node].endOffset = UInt32(truncatingIfNeeded: range.upperBound)
    return node
  }

  mutating func markBroken(_ node: Int) {
    nodes[node].flags.insert(.broken)
  }

  // MARK: The file

  mutating func parseFile() {
    let file = open(.file, at: 0)
    bodies.append(
      Body(
        content: .declarations(nil), members: Vocabulary.fileLevel, indentation: -1,
        opening: 0..<0, isInUseCase: false))
    while token.kind != .endOfFile {
      unwindTo = nil
      if token.kind == .rightBrace {
        reportStrayBrace()
        advance()
      } else {
        let before = position
        parseStatement()
        if position == before { skipWholeStatement() }
      }
    }
    bodies.removeLast()
    close(file)
    nodes[file].endOffset = UInt32(truncatingIfNeeded: bytes.count)
  }

  /// Whether eight bytes stand here, and are all ASCII.
  @inline(__always)
  private func isASCII(_ index: Int) -> Bool {
    guard index + 8 <= bytes.count else { return false }
    let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return eight & 0x8080_8080_8080_8080 == 0
  }

  /// Bytes that are no UTF-8 are one mistake of the whole file: the encoding.
  private mutating func reportEncoding() {
    var index = 0
    var first: Int?
    var count = 0
    let characters = Characters(bytes: bytes)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += isASCII(index) ? 8 : 1
        continue
      }
      let (scalar, length) = characters.scalar(index)
      if scalar == "\u{FFFD}", length == 1 {
        if first == nil { first = index }
        count += 1
      }
      index += length
    }
    guard let first else { return }
    let others = count > 1 ? ", nor are \(count - 1) other bytes" : ""
    report(
      "this byte is not UTF-8\(others)", at: first..<first + 1,
      help: "save the file in the encoding UTF-8")
  }
}
