import UseCaseSyntax

/// A line of a file as it is shown: tabs as blanks, what is not seen as escapes, and of a long line
/// only what lies around the marks.
struct LineView {
  private(set) var text = ""
  private(set) var width = 0
  /// Where each shown character begins, ascending.
  private var starts: [(offset: Int, column: Int)] = []
  private let end: Int
  /// The column of the first character that is no blank.
  private(set) var indentation = 0

  /// The longest line, in bytes, that is shown whole.
  static let longestWhole = 160
  /// The bytes that stay on both sides of a mark's end, and those that stay where marks are many.
  static let context = 60
  static let smallContext = 24
  static let tabWidth = 4

  /// `offsets` are where marks begin and end; the cost depends on their number alone.
  init(_ source: SourceText, line: Range<Int>, offsets: [Int]) {
    let hasMark = source.bytes[line].starts(with: [0xEF, 0xBB, 0xBF])
    let line = hasMark ? line.lowerBound + 3..<line.upperBound : line
    end = line.upperBound
    var isBlank = true
    var shown = line.lowerBound
    for segment in LineView.segments(of: line, around: offsets, in: source.bytes) {
      if segment.lowerBound > shown { add("…", 1, at: shown) }
      shown = segment.lowerBound
      for item in textCharacters(of: source.bytes[segment]) {
        if isBlank, item.character != " ", item.character != "\t" {
          indentation = width
          isBlank = false
        }
        add(item.character, at: shown)
        shown += item.length
      }
      shown = segment.upperBound
    }
    if shown < line.upperBound { add("…", 1, at: shown) }
  }

  /// The column of the character that an offset lies in.
  func column(of offset: Int) -> Int {
    guard offset < end else { return width }
    return starts.last { $0.offset <= offset }?.column ?? 0
  }

  /// The column behind the character that ends at an offset.
  func column(behind offset: Int) -> Int {
    starts.first { $0.offset >= offset }?.column ?? width
  }

  private mutating func add(_ shown: String, _ count: Int, at offset: Int) {
    starts.append((offset, width))
    text += shown
    width += count
  }

  private mutating func add(_ character: Character, at offset: Int) {
    if character == "\t" {
      let count = LineView.tabWidth - width % LineView.tabWidth
      add(String(repeating: " ", count: count), count, at: offset)
    } else if character.unicodeScalars.contains(where: \.isUnsafeToShow) {
      let escaped = visible(String(character))
      add(escaped, escaped.reduce(0) { $0 + columnCount(of: $1) }, at: offset)
    } else {
      add(String(character), columnCount(of: character), at: offset)
    }
  }

  /// The stretches of a line that are shown, ascending and apart.
  private static func segments(
    of line: Range<Int>, around offsets: [Int], in bytes: [UInt8]
  ) -> [Range<Int>] {
    guard line.count > longestWhole else { return [line] }
    let context = offsets.count > 2 ? smallContext : context
    var result: [Range<Int>] = []
    for offset in offsets.isEmpty ? [line.lowerBound] : offsets.sorted() {
      let middle = min(max(offset, line.lowerBound), line.upperBound)
      var start = max(line.lowerBound, middle - context)
      var end = min(line.upperBound, middle + context)
      // Never in the midst of a character's bytes.
      while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if let last = result.last, start <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(end, last.upperBound)
      } else {
        result.append(start..<end)
      }
    }
    return result
  }
}
