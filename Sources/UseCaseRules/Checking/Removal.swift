import UseCaseSyntax

extension SyntaxTree {
  /// The edit that removes a statement: its whole line where nothing else stands on it.
  func removal(of statement: SyntaxNode) -> Edit {
    let around = withBlanks(statement.range)
    let removed = wholeLine(around) ?? statement.range.lowerBound..<around.upperBound
    return Edit(source.place(removed), replacement: "")
  }

  /// Whether a statement can be taken out without a comment that belongs to it: none stands in it,
  /// and none alone on the line above, where it would stand above something else then.
  func isPlain(_ statement: SyntaxNode) -> Bool {
    guard !statement.isBroken, !statement.raw.contains("//") else { return false }
    // Far enough for lines that people write; the cost of longer ones would add up.
    let before = source.bytes[max(0, statement.range.lowerBound - 500)..<statement.range.lowerBound]
    guard let lineStart = before.lastIndex(of: 0x0A) else { return before.startIndex == 0 }
    let above = before[..<lineStart]
    let aboveStart = above.lastIndex(of: 0x0A).map { $0 + 1 } ?? above.startIndex
    guard aboveStart > above.startIndex || above.startIndex == 0 else { return false }
    return !above[aboveStart...].drop { $0 == 0x20 || $0 == 0x09 }.starts(with: [0x2F, 0x2F])
  }

  /// Whether two statements are the same, byte for byte.
  static func areEqual(_ a: SyntaxNode, _ b: SyntaxNode) -> Bool {
    let (left, right) = (a.range, b.range)
    return left.count == right.count
      && a.tree.source.bytes[left].elementsEqual(b.tree.source.bytes[right])
  }

  /// The edit that removes a comment: its whole line, or what stands behind a statement, with the
  /// blanks between.
  func removal(ofComment range: Range<Int>) -> Edit {
    let around = withBlanks(range)
    let removed = wholeLine(around) ?? around.lowerBound..<range.upperBound
    return Edit(source.place(removed), replacement: "")
  }

  private func withBlanks(_ range: Range<Int>) -> Range<Int> {
    let bytes = source.bytes
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return start..<end
  }

  /// The lines that a range with the blanks around it fills, with their end.
  private func wholeLine(_ range: Range<Int>) -> Range<Int>? {
    let bytes = source.bytes
    let isEnd = { (index: Int) in bytes[index] == 0x0A || bytes[index] == 0x0D }
    var end = range.upperBound
    guard range.lowerBound == 0 || isEnd(range.lowerBound - 1), end == bytes.count || isEnd(end)
    else { return nil }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return range.lowerBound..<end
  }

  /// The edit that removes a name from a clause's list, with its comma; the whole clause where it
  /// is the only one.
  func removal(of reference: ReferenceSyntax, from clause: ClauseSyntax) -> Edit {
    let references = clause.references
    guard references.count > 1, let place = references.firstIndex(of: reference) else {
      return removal(of: clause.syntax)
    }
    let range = reference.syntax.range
    let removed =
      place == 0
      ? range.lowerBound..<references[1].syntax.range.lowerBound
      : references[place - 1].syntax.range.upperBound..<range.upperBound
    return Edit(source.place(removed), replacement: "")
  }
}
