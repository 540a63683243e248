/// Writes lines with indentation; blanks never stand at the end of a line.
struct LineWriter {
  static let indentation = 4
  static let width = 120

  private(set) var bytes: [UInt8] = []
  /// Where the current line begins.
  private var lineStart = 0

  var isEmpty: Bool { bytes.isEmpty }

  /// The columns that the current line has so far.
  var column: Int { characterCount(bytes[lineStart...]) }

  /// Ends the current line, if there is one, and begins another.
  mutating func startLine(columns: Int, afterBlankLine: Bool = false) {
    if !bytes.isEmpty {
      endLine()
      if afterBlankLine { bytes.append(0x0A) }
    }
    lineStart = bytes.count
    bytes.append(contentsOf: repeatElement(0x20, count: max(0, columns)))
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// Appends lines; those behind the first begin where they say.
  mutating func append(lines: [[UInt8]]) {
    for (index, line) in lines.enumerated() {
      if index > 0 {
        endLine()
        lineStart = bytes.count
      }
      bytes.append(contentsOf: line)
    }
  }

  private mutating func endLine() {
    bytes.append(0x0A)
  }

  /// Everything written, with a line end behind the last line.
  var finished: [UInt8] { bytes.isEmpty ? [] : bytes + [0x0A] }
}

/// How many characters a reader sees.
func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.allSatisfy { $0 < 0x80 } ? bytes.count : String(decoding: bytes, as: UTF8.self).count
}

/// The lines of a text, whether they end with LF, CRLF or CR.
func splitLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = bytes.startIndex
  var index = start
  while index < bytes.endIndex {
    let byte = bytes[index]
    if byte == 0x0A || byte == 0x0D {
      lines.append(bytes[start..<index])
      if byte == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
      start = index + 1
    }
    index += 1
  }
  lines.append(bytes[start...])
  return lines
}

/// A line without the blanks at its end.
func withoutTrailingBlanks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line
  while let last = line.last, isBlank(last) { line.removeLast() }
  return line
}
