/// The tokens of a file, one line each: place, kind, text and what is odd about it.
///
/// For people who look into the compiler; made for small files, since columns are counted anew.
public func describeTokens(_ source: SourceText) -> String {
  let list = tokenize(source)
  let lines = LineTable(source)
  var result = ""
  var comments = list.comments[...]
  for token in list.tokens {
    while let comment = comments.first, comment.lowerBound < token.start {
      result += "\(lines.mark(comment.lowerBound)) comment \(source[comment].debugDescription)\n"
      comments.removeFirst()
    }
    result += "\(lines.mark(token.start)) \(token.kind)"
    if token.kind != .endOfFile { result += " \(source[token.range].debugDescription)" }
    for name in token.flags.names { result += " \(name)" }
    result += "\n"
  }
  return result
}

/// The tree of a file, one line a node, deeper nodes indented: kind, meaning, text and place.
///
/// For people who look into the compiler; made for small files, since columns are counted anew.
public func describeTree(_ tree: SyntaxTree) -> String {
  var description = TreeDescription(tree)
  description.add(tree.root, depth: 0)
  return description.text
}

private struct TreeDescription {
  let tree: SyntaxTree
  let lines: LineTable
  /// The texts of all keywords by their hashes.
  let keywords: [UInt16: String]
  var text = ""

  init(_ tree: SyntaxTree) {
    self.tree = tree
    lines = LineTable(tree.source)
    var keywords: [UInt16: String] = [:]
    for keyword in Vocabulary.keywords { keywords[Keyword(text: keyword).hash] = keyword }
    self.keywords = keywords
  }

  mutating func add(_ node: SyntaxNode, depth: Int) {
    text += String(repeating: "  ", count: depth) + "\(node.kind)"
    if let detail = detail(of: node) { text += " \(detail)" }
    if node.isBroken { text += " broken" }
    text += " \(lines.mark(node.range.lowerBound))\n"
    for child in node.children { add(child, depth: depth + 1) }
  }

  private func detail(of node: SyntaxNode) -> String? {
    switch node.kind {
    case .declaration: DeclarationSyntax(node).kind.keyword
    case .clause, .tail, .branch, .closing: keywords[node.keyword.hash]
    case .transition: TransitionSyntax(node).isChain ? "chain" : nil
    case .reference: "\(node.raw) (\(ReferenceSyntax(node).kinds.description))"
    case .title, .text, .description: TextSyntax(node).string.debugDescription
    case .choice where node.node.tag == Node.invalidChoice: "\(node.raw) unknown"
    case .quantity: Quantity(node)?.description
    case .name, .word, .choice, .number, .date, .anchor, .link: node.raw
    case .file, .parents, .range, .flow, .step: nil
    }
  }
}

extension LineTable {
  /// `line:column`
  fileprivate func mark(_ offset: Int) -> String {
    let position = position(of: offset)
    return "\(position.line):\(position.column)"
  }
}

extension Token.Flags {
  fileprivate var names: [String] {
    let all: [(Token.Flags, String)] = [
      (.beginsLine, "begins-line"), (.lookalike, "lookalike"), (.unclosed, "unclosed"),
      (.qualified, "qualified"), (.quoted, "quoted"), (.block, "block"), (.escaped, "escaped"),
      (.linked, "linked"),
    ]
    return all.compactMap { contains($0.0) ? $0.1 : nil }
  }
}
