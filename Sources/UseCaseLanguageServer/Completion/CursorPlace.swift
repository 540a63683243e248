import UseCaseSyntax

/// Where somebody types, read from the tokens alone: a half-written file has them, too.
struct CursorPlace {
  /// What is typed at the place.
  enum Kind {
    /// A statement of the language, or the beginning of one.
    case statement
    /// What follows a step's number; the text up to the place.
    case step(String)
    /// A text in quotes or a description; the text up to the place.
    case text(String)
    /// Nothing that could be completed.
    case comment
  }

  /// A block that is open at the place.
  struct Body {
    enum Content: Hashable {
      case file
      case declaration(ElementKind)
      case flow, branch
    }
    let content: Content
    /// The tokens of its header, without the `{`.
    let header: [Token]
    let indentation: Int
    /// The first two words of each statement that stands in it, before and behind the place.
    var statements: [(first: String, second: String)] = []
    /// The numbers of its steps before the place.
    var steps: [Int] = []
  }

  let source: SourceText
  let offset: Int
  let kind: Kind
  /// The file first.
  private(set) var bodies: [Body]
  /// The tokens of the statement before the place, without the one that is being typed.
  let statement: [Token]
  /// The bytes that a completion replaces: the word that ends at the place.
  let partial: Range<Int>

  var body: Body { bodies[bodies.count - 1] }
  /// What has been typed of the word.
  var typed: String { source[partial] }

  func text(_ token: Token) -> String { source[token.range] }

  init(in source: SourceText, at offset: Int) {
    let list = tokenize(source)
    var scan = CursorScan(source, list.tokens, offset)
    scan.run()
    self.source = source
    self.offset = offset
    bodies = scan.bodies
    statement = scan.statement
    partial = scan.partial
    kind =
      CursorPlace.isInComment(list.comments, source, offset)
      ? .comment : scan.kind
  }

  private static func isInComment(
    _ comments: [Range<Int>], _ source: SourceText, _ offset: Int
  ) -> Bool {
    comments.contains { comment in
      guard comment.lowerBound < offset else { return false }
      // A line comment goes on where it ends, a block comment is over.
      let isLine = source[comment.lowerBound..<comment.lowerBound + 2] == "//"
      return isLine ? offset <= comment.upperBound : offset < comment.upperBound
    }
  }

  /// The declaration whose body is the innermost one around the place.
  var declaration: Body? {
    bodies.last { body in
      if case .declaration = body.content { return true }
      return false
    }
  }
}

/// One walk over the tokens of a file.
private struct CursorScan {
  private typealias Body = CursorPlace.Body

  private let source: SourceText
  private let tokens: [Token]
  private let offset: Int
  var bodies = [CursorPlace.Body(content: .file, header: [], indentation: -1)]
  var statement: [Token] = []
  var partial: Range<Int>
  var kind = CursorPlace.Kind.statement
  /// The statement that is being read, with those before the place in it.
  private var current: [Token] = []
  private let isUnbalanced: Bool

  init(_ source: SourceText, _ tokens: [Token], _ offset: Int) {
    self.source = source
    self.tokens = tokens
    self.offset = offset
    partial = offset..<offset
    isUnbalanced =
      tokens.count { $0.kind == .leftBrace } > tokens.count { $0.kind == .rightBrace }
  }

  mutating func run() {
    var index = 0
    while index < tokens.count, isBefore(tokens[index]) {
      read(tokens[index], after: index > 0 ? tokens[index - 1] : nil)
      index += 1
    }
    let next = index < tokens.count ? tokens[index] : nil
    settle(after: index > 0 ? tokens[index - 1] : nil, at: next)
    readRest(from: index)
  }

  /// Whether a token is over at the place; the word that ends there is being typed.
  private func isBefore(_ token: Token) -> Bool {
    switch token.kind {
    case .endOfFile: false
    case .word, .number: token.end < offset
    case .prose, .text, .description:
      token.end < offset || token.end == offset && isClosed(token)
    default: token.end <= offset
    }
  }

  private func isClosed(_ token: Token) -> Bool {
    token.kind == .text && !token.flags.contains(.unclosed) && token.range.count > 1
  }

  // MARK: Before the place

  private mutating func read(_ token: Token, after last: Token?) {
    if beginsStatement(token, after: last) {
      close()
      leaveBodies(before: token)
    }
    switch token.kind {
    case .leftBrace:
      let header = current
      close()
      bodies.append(body(header))
    case .rightBrace:
      close()
      if bodies.count > 1 { bodies.removeLast() }
    default: current.append(token)
    }
  }

  private func beginsStatement(_ token: Token, after last: Token?) -> Bool {
    guard let last else { return true }
    if last.kind == .leftBrace || last.kind == .rightBrace { return true }
    return token.flags.contains(.beginsLine) && last.kind != .comma && last.kind != .arrow
  }

  /// Notes the statement that is over.
  private mutating func close() {
    defer { current = [] }
    let words = current.filter { $0.kind != .description }
    guard let first = words.first else { return }
    let second = words.count > 1 ? source[words[1].range] : ""
    bodies[bodies.count - 1].statements.append((source[first.range], second))
    if first.kind == .stepNumber, let number = Int(source[first.range].dropLast()) {
      bodies[bodies.count - 1].steps.append(number)
    }
  }

  private func body(_ header: [Token]) -> CursorPlace.Body {
    let words = header.drop { $0.kind == .description }
    let keyword = words.first.map { source[$0.range] } ?? ""
    let content: Body.Content
    switch keyword {
    case "flow" where words.count == 1: content = .flow
    case "alternative", "exception": content = .branch
    default:
      let kind = Vocabulary.declarations.first { $0.kind.keyword == keyword }?.kind
      content = kind.map { .declaration($0) } ?? bodies[bodies.count - 1].content
    }
    let start = words.first?.start ?? offset
    return Body(content: content, header: Array(words), indentation: indentation(at: start))
  }

  /// Where braces are missing, what stands no deeper than a block's header does not belong to it.
  private mutating func leaveBodies(before token: Token) {
    guard isUnbalanced, token.kind != .rightBrace, token.flags.contains(.beginsLine) else { return }
    leaveBodies(asDeepAs: indentation(at: token.start))
  }

  private mutating func leaveBodies(asDeepAs column: Int) {
    while let last = bodies.last, bodies.count > 1, last.indentation >= column {
      bodies.removeLast()
    }
  }

  private func indentation(at offset: Int) -> Int {
    var start = offset
    while start > 0, source.bytes[start - 1] != 0x0A, source.bytes[start - 1] != 0x0D { start -= 1 }
    var columns = 0
    while start < source.bytes.count, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 {
      columns += source.bytes[start] == 0x09 ? 4 : 1
      start += 1
    }
    return columns
  }

  // MARK: At the place

  private mutating func settle(after last: Token?, at token: Token?) {
    let isInToken = token.map { $0.start < offset && offset <= $0.end } ?? false
    if let token, isInToken {
      switch token.kind {
      case .word, .number, .stepNumber: partial = token.start..<offset
      case .prose: kind = .step(source[token.start..<offset])
      case .text, .description: kind = .text(source[token.start..<offset])
      default: break
      }
    }
    let start = isInToken ? token?.start ?? offset : offset
    let goesOn = last.map { $0.kind == .comma || $0.kind == .arrow } ?? false
    if !goesOn, let last, isLineEnd(between: last.end, and: start) || current.isEmpty {
      close()
      if isUnbalanced, isLineEnd(between: last.end, and: start) {
        leaveBodies(asDeepAs: indentation(at: start))
      }
    } else if case .statement = kind, current.first?.kind == .stepNumber {
      // Blanks at the end of a line belong to no token.
      kind = .step(current.count > 1 ? source[current[1].start..<offset] : "")
    }
    statement = current.filter { $0.kind != .description }
  }

  private func isLineEnd(between start: Int, and end: Int) -> Bool {
    guard start < end else { return false }
    return source.bytes[start..<min(end, source.bytes.count)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  // MARK: Behind the place

  /// What stands in the same block behind the place is given, too.
  private mutating func readRest(from start: Int) {
    let depth = bodies.count
    var level = depth
    var index = start
    // The statement at the place itself is what is being written.
    while index < tokens.count,
      tokens[index].start < offset || !tokens[index].flags.contains(.beginsLine),
      tokens[index].kind != .rightBrace, tokens[index].kind != .leftBrace
    {
      index += 1
    }
    var last = index > 0 ? tokens[index - 1] : nil
    while index < tokens.count, level >= depth {
      let token = tokens[index]
      if token.kind == .leftBrace { level += 1 }
      if token.kind == .rightBrace { level -= 1 }
      if level == depth, token.kind == .word, beginsStatement(token, after: last) {
        let next = index + 1 < tokens.count ? source[tokens[index + 1].range] : ""
        bodies[depth - 1].statements.append((source[token.range], next))
      }
      last = token
      index += 1
    }
  }
}
