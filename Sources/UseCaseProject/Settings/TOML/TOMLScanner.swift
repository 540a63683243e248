/// Steps through the bytes of a TOML text.
struct TOMLScanner {
  let bytes: [UInt8]
  var index = 0

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

  /// One name of a key: bare, or in quotes on one line.
  mutating func readName() throws(TOMLProblem) -> String {
    if isAt(0x22) || isAt(0x27) { return try readLineText() }
    let start = index
    while index < bytes.count, TOMLScanner.isBare(bytes[index]) { index += 1 }
    guard index > start else { throw problem("here the name of a setting should stand") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  /// A value that holds no others: a text, or a word up to the next sign of the language.
  mutating func readScalar() throws(TOMLProblem) -> TOMLValue {
    if isAt(0x22) || isAt(0x27) { return .text(try readText()) }
    let start = index
    while index < bytes.count, !TOMLScanner.endsWord(bytes[index]) { index += 1 }
    var end = index
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end > start else { throw problem("here a value should stand") }
    return wholeNumber(in: bytes[start..<end]).map { .whole($0) } ?? .other
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x3D, 0x22, 0x27, 0x23, 0x0A, 0x0D: true
    default: false
    }
  }
}

/// A whole number of TOML: decimal with a sign, or `0x`, `0o`, `0b`; `_` stands between digits.
private func wholeNumber(in word: ArraySlice<UInt8>) -> Int? {
  var digits = word
  var radix = 10
  var isNegative = false
  if word.count > 2, word.first == 0x30, let letter = radixOf(word[word.startIndex + 1]) {
    radix = letter
    digits = word.dropFirst(2)
  } else {
    isNegative = word.first == 0x2D
    if isNegative || word.first == 0x2B { digits = word.dropFirst() }
    if digits.count > 1, digits.first == 0x30 { return nil }
  }
  var value = 0
  var isBehindDigit = false
  for byte in digits {
    guard byte != 0x5F else {
      guard isBehindDigit else { return nil }
      isBehindDigit = false
      continue
    }
    guard let digit = digitValue(byte), digit < radix else { return nil }
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: radix)
    // Below zero there is one number more than above.
    let (sum, isOver) = product.addingReportingOverflow(isNegative ? -digit : digit)
    guard !isTooLarge, !isOver else { return nil }
    value = sum
    isBehindDigit = true
  }
  return isBehindDigit ? value : nil
}

private func radixOf(_ letter: UInt8) -> Int? {
  switch letter {
  case 0x78: 16
  case 0x6F: 8
  case 0x62: 2
  default: nil
  }
}

private func digitValue(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x41...0x46: Int(byte) - 0x41 + 10
  case 0x61...0x66: Int(byte) - 0x61 + 10
  default: nil
  }
}
