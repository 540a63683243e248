extension Parser {
  /// `[[Name]]` and `[[Name|words]]` in a text; `\[[` is none, nor is one in Markdown code.
  mutating func parseLinks(in range: Range<Int>, isMarkdown: Bool) {
    var index = range.lowerBound
    var isCode = false
    while index + 1 < range.upperBound {
      let byte = bytes[index]
      if byte == 0x5C {
        index += 2
      } else if byte == 0x60, isMarkdown {
        isCode.toggle()
        index += 1
      } else if byte == 0x5B, bytes[index + 1] == 0x5B, !isCode {
        index = parseLink(index, range)
      } else {
        index += 1
      }
    }
  }

  /// Reads the link that begins at an index; returns where to go on.
  private mutating func parseLink(_ start: Int, _ range: Range<Int>) -> Int {
    let nameStart = start + 2
    let nameEnd = endOfName(from: nameStart, limit: range.upperBound)
    var end = nameEnd
    if end < range.upperBound, bytes[end] == 0x7C {
      while end < range.upperBound, bytes[end] != 0x5D, bytes[end] != 0x0A { end += 1 }
    }
    let isClosed = end + 1 < range.upperBound && bytes[end] == 0x5D && bytes[end + 1] == 0x5D
    guard nameEnd > nameStart, isClosed else {
      report(
        "this link is not written '[[Name]]' or '[[Name|words]]'", at: start..<start + 2,
        help: "to show the brackets themselves, write '\\[['")
      return start + 2
    }
    let link = open(.link, at: start)
    _ = leaf(.reference, tag: tables.kindSetIndex(.any), nameStart..<nameEnd)
    nodes[link].endOffset = UInt32(truncatingIfNeeded: end + 2)
    nodes[link].next = UInt32(truncatingIfNeeded: nodes.count)
    return end + 2
  }
}
