/// The role of every token and comment of a file, in source order and without overlaps; a token that
/// holds links or an included use case is cut at these.
public func roles(of tree: SyntaxTree) -> [RoleSpan] {
  let tokens = tokenize(tree.source).tokens
  var reader = RoleReader(tree: tree)
  for token in tokens where token.kind != .endOfFile { reader.read(token) }
  let comments = tree.comments.map { RoleSpan(range: $0, role: .comment) }
  return merged(reader.spans, comments)
}

private func merged(_ spans: [RoleSpan], _ comments: [RoleSpan]) -> [RoleSpan] {
  guard !comments.isEmpty else { return spans }
  var result: [RoleSpan] = []
  result.reserveCapacity(spans.count + comments.count)
  var next = comments.startIndex
  for span in spans {
    while next < comments.endIndex,
      comments[next].range.lowerBound <= span.range.lowerBound
    {
      result.append(comments[next])
      next += 1
    }
    result.append(span)
  }
  return result + comments[next...]
}

/// Walks tokens and nodes side by side; both stand in source order.
private struct RoleReader {
  let tree: SyntaxTree
  var spans: [RoleSpan] = []
  /// The nodes around the token, the innermost last, and the next node that begins.
  private var around: [Node] = []
  private var next = 0

  init(tree: SyntaxTree) { self.tree = tree }

  mutating func read(_ token: Token) {
    while next < tree.nodes.count, tree.nodes[next].range.lowerBound <= token.start {
      enter(tree.nodes[next])
    }
    leave(before: token.start)
    let role = role(of: token)
    var start = token.start
    while next < tree.nodes.count, tree.nodes[next].range.lowerBound < token.end {
      let node = tree.nodes[next]
      enter(node)
      guard node.kind == .reference else { continue }
      append(start..<node.range.lowerBound, role)
      append(node.range, .reference)
      start = node.range.upperBound
    }
    append(start..<token.end, role)
  }

  private mutating func enter(_ node: Node) {
    leave(before: node.range.lowerBound)
    around.append(node)
    next += 1
  }

  private mutating func leave(before offset: Int) {
    while let last = around.last, last.range.upperBound <= offset { around.removeLast() }
  }

  /// Without the blanks at its end.
  private mutating func append(_ range: Range<Int>, _ role: TokenRole) {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(tree.source.bytes[end - 1]) { end -= 1 }
    guard end > range.lowerBound else { return }
    spans.append(RoleSpan(range: range.lowerBound..<end, role: role))
  }

  private func role(of token: Token) -> TokenRole {
    switch token.kind {
    case .text: .text
    case .stepNumber: .stepNumber
    case .prose: around.contains { $0.flags.contains(.includes) } ? .include : .prose
    case .description: .description
    case .leftBrace, .rightBrace: .brace
    case .comma, .colon: .separator
    case .arrow: .arrow
    case .number: around.last?.kind == .anchor ? .anchor : .number
    case .ellipsis, .unit: .number
    case .unknown, .endOfFile: .unknown
    case .word: around.last.map { role(of: token, in: $0) } ?? .unknown
    }
  }

  private func role(of word: Token, in node: Node) -> TokenRole {
    switch node.kind {
    case .declaration: word.hash == declaringHash(node) ? .declaration : .unknown
    case .clause: .clause
    case .tail: .tail
    case .flow, .branch: .flow
    case .closing: .closing
    case .name: .name
    case .reference: isPoint(node) ? .point : .reference
    case .choice: .choice
    case .word: .word
    case .quantity, .number, .range, .date: .number
    case .anchor: .anchor
    case .file, .description, .title, .parents, .text, .link, .step, .transition: .unknown
    }
  }

  private func declaringHash(_ node: Node) -> UInt16? {
    ElementKind(rawValue: UInt8(truncatingIfNeeded: node.tag)).map {
      Keyword(text: $0.keyword).hash
    }
  }

  /// Whether a reference at the end of an arrow names what is built in.
  private func isPoint(_ reference: Node) -> Bool {
    let parent = around.dropLast().last
    let takesPoints =
      parent?.kind == .transition
      || parent?.kind == .clause && parent?.keyword == Clauses.activity.keyword
    return takesPoints && Vocabulary.builtInPoints.contains(tree.source[reference.range])
  }
}
