import UseCaseSyntax

/// A line of a file as it is shown: tabs as blanks, what is not seen as escapes, and of a long line
/// only what lies around the marks.
struct LineView {
  private(set) var text = ""
  private(set) var width = 0
  /// What is shown from left to right: stretches in which each byte is a column, and characters.
  private var pieces: [(offset: Int, length: Int, column: Int)] = []
  private let end: Int
  /// The column of the first character that is no blank.
  private(set) var indentation = 0

  /// The longest line, in bytes, that is shown whole.
  static let longestWhole = 160
  /// The bytes that stay on both sides of a mark's end, and those that stay where marks are many.
  static let context = 60
  static let smallContext = 24
  static let tabWidth = 4

  /// `offsets` are where marks begin and end; the cost depends on their number alone. `line` is
  /// without its end and a byte order mark.
  init(_ source: SourceText, line: Range<Int>, offsets: [Int]) {
    end = line.upperBound
    let bytes = source.bytes
    let blanks = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }
    var shown = line.lowerBound
    for segment in LineView.segments(of: line, around: offsets, in: bytes) {
      if segment.lowerBound > shown { add("…", 1, at: shown) }
      if bytes[segment].allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
        add(source[segment], segment.count, at: segment.lowerBound, length: segment.count)
      } else {
        var offset = segment.lowerBound
        for item in textCharacters(of: bytes[segment]) {
          add(item.character, at: offset)
          offset += item.length
        }
      }
      shown = segment.upperBound
    }
    if shown < line.upperBound { add("…", 1, at: shown) }
    indentation = column(of: blanks.endIndex)
  }

  /// The column of the character that an offset lies in.
  func column(of offset: Int) -> Int {
    guard offset < end, let piece = pieces.last(where: { $0.offset <= offset }) else {
      return offset < end ? 0 : width
    }
    return piece.column + (piece.length > 1 ? min(offset - piece.offset, piece.length) : 0)
  }

  /// The column behind the character that ends at an offset.
  func column(behind offset: Int) -> Int {
    if let piece = pieces.last(where: { $0.offset <= offset }), piece.length > 1,
      offset <= piece.offset + piece.length
    {
      return piece.column + offset - piece.offset
    }
    return pieces.first { $0.offset >= offset }?.column ?? width
  }

  private mutating func add(_ shown: String, _ count: Int, at offset: Int, length: Int = 1) {
    pieces.append((offset, length, width))
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
