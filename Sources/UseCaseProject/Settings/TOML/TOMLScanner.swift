import UseCaseSyntax

/// Steps through the bytes of a TOML text.
struct TOMLScanner {
  private let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  /// At the end of a line, or of the text.
  var isAtLineEnd: Bool { isAtEnd || isAt(0x0A) || isAt(0x0D) || isAt(0x23) }

  func isAt(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }

  /// Whether the byte at hand was that one, which is passed then.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard isAt(byte) else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() {
    while isAt(0x20) || isAt(0x09) { index += 1 }
  }

  /// Blanks, ends of lines and comments.
  mutating func skipLines() {
    while true {
      skipBlanks()
      if isAt(0x23) {
        while !isAtEnd, !isAt(0x0A) { index += 1 }
      } else if isAt(0x0A) || isAt(0x0D) {
        index += 1
      } else {
        return
      }
    }
  }

  func problem(_ message: String) -> TOMLProblem {
    TOMLProblem(isAtEnd ? "the text ends too early: \(message)" : message, at: index)
  }

  /// Counted from 1.
  func line(of offset: Int) -> Int {
    bytes.prefix(offset).count { $0 == 0x0A } + 1
  }

  // MARK: Names

  /// One name of a key: bare or in quotes.
  mutating func readName() throws(TOMLProblem) -> String {
    let start = index
    if skip(0x27) {
      try skipText(to: 0x27, hasEscapes: false)
      return String(decoding: bytes[start + 1..<index - 1], as: UTF8.self)
    }
    if skip(0x22) {
      try skipText(to: 0x22, hasEscapes: true)
      return try unescaped(start + 1..<index - 1)
    }
    while index < bytes.count, TOMLScanner.isBare(bytes[index]) { index += 1 }
    guard index > start else { throw problem("here the name of a setting should stand") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Letters, digits, `-` and `_`; whatever else is no sign of the language is left to TOMLKit.
  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  /// The text of a range that holds escapes.
  private func unescaped(_ range: Range<Int>) throws(TOMLProblem) -> String {
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      guard bytes[place] == 0x5C else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let (scalar, length) = try escape(at: place)
      result += Array(String(scalar).utf8)
      place += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The character that an escape stands for, and how many bytes it takes.
  private func escape(at place: Int) throws(TOMLProblem) -> (Unicode.Scalar, length: Int) {
    let letter = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch letter {
    case 0x62: return ("\u{8}", 2)
    case 0x74: return ("\t", 2)
    case 0x6E: return ("\n", 2)
    case 0x66: return ("\u{C}", 2)
    case 0x72: return ("\r", 2)
    case 0x22: return ("\"", 2)
    case 0x5C: return ("\\", 2)
    case 0x75, 0x55:
      let count = letter == 0x75 ? 4 : 8
      let digits = bytes[min(place + 2, bytes.count)..<min(place + 2 + count, bytes.count)]
      let text = String(decoding: digits, as: UTF8.self)
      guard digits.count == count, !text.hasPrefix("+"), !text.hasPrefix("-"),
        let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
      else { break }
      guard value != 0 else { throw TOMLProblem("a text cannot hold NUL", at: place) }
      return (scalar, 2 + count)
    default: break
    }
    throw TOMLProblem("TOML has no such escape", at: place)
  }

  // MARK: Values

  /// A value that holds no others: a text, or a word up to the next sign of the language.
  mutating func skipScalar() throws(TOMLProblem) {
    for quote: UInt8 in [0x22, 0x27] where skip(quote) {
      let hasEscapes = quote == 0x22
      guard index + 1 < bytes.count, bytes[index] == quote, bytes[index + 1] == quote else {
        return try skipText(to: quote, hasEscapes: hasEscapes)
      }
      index += 2
      return try skipLongText(to: quote, hasEscapes: hasEscapes)
    }
    let start = index
    while index < bytes.count, !TOMLScanner.endsWord(bytes[index]) { index += 1 }
    guard index > start else { throw problem("here a value should stand") }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x3D, 0x22, 0x27, 0x23, 0x0A, 0x0D: true
    default: false
    }
  }

  /// The rest of a text on one line.
  private mutating func skipText(to quote: UInt8, hasEscapes: Bool) throws(TOMLProblem) {
    while !skip(quote) {
      guard !isAtEnd, !isAt(0x0A) else {
        let sign = Character(Unicode.Scalar(quote))
        throw problem("here the text should end with \(sign)")
      }
      if hasEscapes, isAt(0x5C) { index += try escape(at: index).length } else { index += 1 }
    }
  }

  /// The rest of a text between three quotes at both ends, which may end with up to two of its own.
  private mutating func skipLongText(to quote: UInt8, hasEscapes: Bool) throws(TOMLProblem) {
    var count = 0
    while !isAtEnd {
      if skip(quote) {
        count += 1
        if count == 5 || (count >= 3 && !isAt(quote)) { return }
        continue
      }
      count = 0
      if hasEscapes, isAt(0x5C) { try skipLongEscape() } else { index += 1 }
    }
    throw problem("here the text should end with three quotes")
  }

  /// An escape, or a backslash that joins lines.
  private mutating func skipLongEscape() throws(TOMLProblem) {
    var next = index + 1
    while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    if next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D {
      index = next
    } else {
      index += try escape(at: index).length
    }
  }
}
