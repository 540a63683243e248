/// What the lexer sees: one token a line, with its bytes and its text.
public func outline(_ tokens: TokenList, of source: SourceText) -> String {
  tokens.tokens.map { "\(outlined($0.range)) \($0.kind)\(excerpt($0.range, of: source))\n" }
    .joined()
}

/// What the parser sees: one node a line, two blanks deeper than its parent, with its bytes and the
/// beginning of its text.
public func outline(_ tree: SyntaxTree) -> String {
  var text = ""
  var ends: [UInt32] = []
  for (index, node) in tree.nodes.enumerated() {
    while let end = ends.last, index >= Int(end) { ends.removeLast() }
    text += String(repeating: "  ", count: ends.count)
    text += "\(outlined(node.range)) \(node.kind)"
    if node.kind != .file { text += excerpt(node.range, of: tree.source) }
    text += node.flags.contains(.broken) ? " (broken)\n" : "\n"
    ends.append(node.next)
  }
  return text
}

/// What editors colour: one stretch a line, with its bytes, its role and its text.
public func outline(_ roles: [RoleSpan], of source: SourceText) -> String {
  roles.map { "\(outlined($0.range)) \($0.role)\(excerpt($0.range, of: source))\n" }.joined()
}

private func outlined(_ range: Range<Int>) -> String {
  "\(range.lowerBound)..\(range.upperBound)"
}

/// At most 60 characters; cost does not depend on the length of the range.
private func excerpt(_ range: Range<Int>, of source: SourceText) -> String {
  guard !range.isEmpty else { return "" }
  let end = min(range.upperBound, range.lowerBound + 240)
  let text = source[range.lowerBound..<end]
  let shown = text.prefix(60)
  let isWhole = shown.count == text.count && end == range.upperBound
  return " " + JSONValue.string(String(shown)).text() + (isWhole ? "" : "…")
}
