/// The bytes of one file and the path that messages call it by.
public struct SourceText: Sendable {
  /// Relative to the model's root, with `/` between its parts.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a byte range; bytes that are no UTF-8 read as U+FFFD.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  public func place(_ range: Range<Int>) -> Place {
    Place(path: path, range: range)
  }
}

/// A line and a column, both counted from 1; columns count characters (grapheme clusters).
public struct Position: Sendable, Hashable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The highest bit of each of eight bytes that equals one.
@inline(__always) private func bytesEqual(to byte: UInt8, in word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
  return ~(((difference & low) &+ low) | difference | low)
}

/// Where the lines of a text begin: turns byte offsets into lines and columns, at the edge only.
public struct LineTable: Sendable {
  /// The offset of each line's first byte, ascending; the first is 0.
  public let starts: [Int]
  private let bytes: [UInt8]

  /// Lines end with LF, CRLF or a lone CR.
  public init(_ text: SourceText) {
    bytes = text.bytes
    var starts = [0]
    text.bytes.withUnsafeBytes { bytes in
      func add(endingAt index: Int) {
        let isBeforeFeed = index + 1 < bytes.count && bytes[index + 1] == 0x0A
        if bytes[index] == 0x0A || !isBeforeFeed { starts.append(index + 1) }
      }
      var index = 0
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        var ends = bytesEqual(to: 0x0A, in: word) | bytesEqual(to: 0x0D, in: word)
        while ends != 0 {
          add(endingAt: index + ends.trailingZeroBitCount / 8)
          ends &= ends - 1
        }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == 0x0A || bytes[index] == 0x0D { add(endingAt: index) }
        index += 1
      }
    }
    self.starts = starts
  }

  /// The line, counted from 0, that holds an offset.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line counted from 0, without its line end.
  public func range(ofLine line: Int) -> Range<Int> {
    guard line >= 0, line < starts.count else { return bytes.count..<bytes.count }
    let start = starts[line]
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The text of a line counted from 0, without its line end and a byte order mark.
  public func text(ofLine line: Int) -> String {
    let text = String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
  }

  /// Cost: linear in the length of the line.
  public func position(of offset: Int) -> Position {
    let line = line(of: offset)
    let start = starts[line]
    var end = min(max(offset, start), bytes.count)
    // A place at the end of the file lies behind the last line's text, not behind its line end.
    let lineEnd = range(ofLine: line).upperBound
    if end > lineEnd { end = lineEnd }
    let prefix = String(decoding: bytes[start..<end], as: UTF8.self)
    let mark = prefix.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
    return Position(line: line + 1, column: prefix.count - mark + 1)
  }
}
