import UseCaseSyntax

extension SyntaxTree {
  /// The edit that removes a statement: its whole line where nothing else stands on it.
  func removal(of statement: SyntaxNode) -> Edit {
    let bytes = source.bytes
    let range = statement.range
    var start = range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let beginsLine = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
    guard beginsLine, end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D else {
      return Edit(source.place(range), replacement: "")
    }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return Edit(source.place(start..<end), replacement: "")
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
