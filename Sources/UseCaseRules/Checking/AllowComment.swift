import UseCaseSyntax

/// `// allow(rule, rule): reason`, taken apart.
struct AllowComment {
  let rules: [(name: String, range: Range<Int>)]
  let isForFile: Bool
  let hasReason: Bool

  init?(_ source: SourceText, _ comment: Range<Int>) {
    let bytes = source.bytes
    var index = comment.lowerBound + 2
    while index < comment.upperBound, bytes[index] == 0x20 { index += 1 }
    guard AllowComment.skip("allow", bytes, &index, comment.upperBound) else { return nil }
    isForFile = AllowComment.skip("-file", bytes, &index, comment.upperBound)
    guard AllowComment.skip("(", bytes, &index, comment.upperBound) else { return nil }
    var rules: [(String, Range<Int>)] = []
    var start = index
    while index < comment.upperBound {
      let byte = bytes[index]
      if byte == 0x2C || byte == 0x29 {
        let range = AllowComment.trimmed(start..<index, bytes)
        rules.append((source[range], range))
        start = index + 1
      }
      index += 1
      if byte == 0x29 { break }
    }
    guard !rules.isEmpty else { return nil }
    self.rules = rules
    let rest = source[index..<max(index, comment.upperBound)]
    hasReason = rest.hasPrefix(":") && rest.dropFirst().contains { !$0.isWhitespace }
  }

  private static func skip(
    _ text: String, _ bytes: [UInt8], _ index: inout Int, _ end: Int
  ) -> Bool {
    let wanted = Array(text.utf8)
    guard index + wanted.count <= end, bytes[index..<index + wanted.count].elementsEqual(wanted)
    else { return false }
    index += wanted.count
    return true
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}

extension SyntaxTree {
  /// The extent of what begins on the first line below an offset that holds more than comments: a
  /// whole declaration, or the line. Cost: logarithmic, but for comments and blank lines between.
  func firstStatement(behind offset: Int, _ lines: LineTable) -> Range<Int>? {
    var low = 0
    var high = nodes.count
    // Nodes stand in source order: the first that begins behind the offset.
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low < nodes.count else { return nil }
    let node = nodes[low]
    if node.kind == .declaration { return wholeLines(of: node, lines) }
    if node.kind == .name {
      // The comment stands between a description and its declaration.
      let header = nodes[..<low].lastIndex { $0.kind == .declaration }
      if let header, endOfNode(header) > low {
        return wholeLines(of: nodes[header], lines)
      }
    }
    return lines.range(ofLine: lines.line(of: node.range.lowerBound))
  }

  /// From a declaration's beginning to the end of its last line, comments behind it included.
  private func wholeLines(of node: Node, _ lines: LineTable) -> Range<Int> {
    let last = lines.range(ofLine: lines.line(of: max(0, node.range.upperBound - 1)))
    return node.range.lowerBound..<max(node.range.upperBound, last.upperBound)
  }
}

extension SyntaxTree {
  /// The edit that takes one rule out of a comment, with the comment where it names no other.
  func removal(
    ofRule place: Int, from comment: AllowComment, in range: Range<Int>
  ) -> Edit {
    let rules = comment.rules
    guard rules.count > 1 else { return removal(ofComment: range) }
    let removed =
      place == 0
      ? rules[0].range.lowerBound..<rules[1].range.lowerBound
      : rules[place - 1].range.upperBound..<rules[place].range.upperBound
    return Edit(source.place(removed), replacement: "")
  }

  /// The edits that put a comment on a line of its own at the beginning of the file.
  func move(ofComment range: Range<Int>) -> [Edit] {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return [
      Edit(source.place(start..<start), replacement: source[range] + "\n"),
      removal(ofComment: range),
    ]
  }
}
