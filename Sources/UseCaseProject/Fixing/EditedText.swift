import UseCaseSyntax

extension SourceText {
  /// The text with some edits of this file made, which do not overlap; what is inserted gets the
  /// line ends that the file has. Linear in the size of the file.
  func applying(_ edits: [Edit]) -> SourceText {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let hasReturns = endsLinesWithReturns
    var position = 0
    var last: Edit?
    for edit in edits.inOrder where edit.place.path == path {
      let range = edit.place.range
      // Several fixes may share a replacement.
      if edit == last, !range.isEmpty { continue }
      last = edit
      guard range.lowerBound >= position, range.upperBound <= bytes.count else { continue }
      result += bytes[position..<range.lowerBound]
      for byte in edit.replacement.utf8 {
        if byte == 0x0A, hasReturns, result.last != 0x0D { result.append(0x0D) }
        result.append(byte)
      }
      position = range.upperBound
    }
    result += bytes[position...]
    return SourceText(path: path, bytes: result)
  }

  /// Whether its first line ends with CRLF.
  private var endsLinesWithReturns: Bool {
    guard let feed = bytes.firstIndex(of: 0x0A) else { return false }
    return feed > 0 && bytes[feed - 1] == 0x0D
  }
}
