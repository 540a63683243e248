import UseCaseSyntax

/// A place to underline in an excerpt, and what to say there.
struct Mark {
  let start: Int
  /// The end, excluded.
  let end: Int
  let firstLine: Int
  let lastLine: Int
  let caption: String
  let isPrimary: Bool
  /// The column of the margin that a mark of several lines runs down, counted from 0.
  var depth = 0

  var isMultiline: Bool { lastLine > firstLine }

  init(_ range: Range<Int>, caption: String, isPrimary: Bool, in lines: LineTable, size: Int) {
    start = min(range.lowerBound, size)
    let last = min(max(range.upperBound, range.lowerBound), size)
    firstLine = lines.line(of: start)
    // A mark that takes its line's end with it ends there, not before the next line's first column.
    lastLine = lines.line(of: max(start, last - 1))
    end = min(last, max(start, lines.range(ofLine: lastLine).upperBound))
    self.caption = visible(caption)
    self.isPrimary = isPrimary
  }

  /// Gives marks of several lines columns in the margin, so that none crosses another.
  static func assignDepths(_ marks: inout [Mark]) {
    let order = marks.indices.filter { marks[$0].isMultiline }
      .sorted { marks[$0].start < marks[$1].start }
    var lastLines: [Int] = []
    for index in order {
      let free = lastLines.firstIndex { $0 < marks[index].firstLine }
      marks[index].depth = free ?? lastLines.count
      if let free {
        lastLines[free] = marks[index].lastLine
      } else {
        lastLines.append(marks[index].lastLine)
      }
    }
  }
}
