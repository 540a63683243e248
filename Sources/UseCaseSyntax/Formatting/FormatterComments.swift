extension Formatter {
  /// Prints the comments before a token: behind the line before them, or on lines of their own.
  ///
  /// Returns whether the last one began a line that the token goes on.
  @discardableResult
  mutating func printComments(before next: Int) -> Bool {
    let limit = tokens[next].start
    var ownsLine = false
    var isLineComment = false
    while hasComment(before: limit) {
      let range = tree.comments[comment]
      let breaks = lineBreaks(before: range.lowerBound)
      if breaks == 0, !isLineComment, !lines.isEmpty {
        lines.append([0x20])
        lines.append(lines: commentLines(range, columns: nil))
      } else {
        startLine(before: range.lowerBound)
        lines.append(lines: commentLines(range, columns: level * LineWriter.indentation))
        ownsLine = true
      }
      isLineComment = self.isLineComment(range)
      comment += 1
    }
    switch tokens[next].kind {
    case .rightBrace, .endOfFile, .description: return false
    default: return ownsLine && !isLineComment && lineBreaks(before: limit) == 0
    }
  }

  func hasComment(before offset: Int) -> Bool {
    comment < tree.comments.count && tree.comments[comment].lowerBound < offset
  }

  func isLineComment(_ range: Range<Int>) -> Bool { bytes[range.lowerBound + 1] == 0x2F }

  /// How many line ends stand between an offset and the token or comment before it.
  func lineBreaks(before offset: Int) -> Int {
    var count = 0
    var index = offset - 1
    while index >= 0 {
      switch bytes[index] {
      case 0x0A:
        count += 1
        if index > 0, bytes[index - 1] == 0x0D { index -= 1 }
      case 0x0D: count += 1
      case 0x20, 0x09: break
      // A no-break space, which is a blank.
      case 0xA0 where index > 0 && bytes[index - 1] == 0xC2: index -= 1
      default: return count
      }
      index -= 1
    }
    return count
  }

  /// The lines of a comment. Where it begins a line, the rest moves along with it.
  func commentLines(_ range: Range<Int>, columns: Int?) -> [[UInt8]] {
    let parts = splitLines(bytes[range]).map(withoutTrailingBlanks)
    guard parts.count > 1, let columns, let before = ownColumns(range.lowerBound) else {
      return parts.map(Array.init)
    }
    return parts.enumerated().map { index, line in
      guard index > 0, !line.isEmpty else { return Array(line) }
      let content = line.drop(while: isBlank)
      let moved = max(0, columnCount(line.prefix(while: isBlank)) + columns - before)
      return [UInt8](repeating: 0x20, count: moved) + content
    }
  }

  /// The columns before an offset, or nil where more than blanks stands there.
  private func ownColumns(_ offset: Int) -> Int? {
    var start = offset
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D else { return nil }
    return columnCount(bytes[start..<offset])
  }

  /// A tab counts four.
  private func columnCount(_ blanks: ArraySlice<UInt8>) -> Int {
    blanks.reduce(0) { $0 + ($1 == 0x09 ? LineWriter.indentation : 1) }
  }
}
