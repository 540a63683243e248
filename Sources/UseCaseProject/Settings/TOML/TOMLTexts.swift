extension TOMLScanner {
  /// A text in quotes, three of which let it go over several lines.
  mutating func readText() throws(TOMLProblem) -> String {
    let quote = bytes[index]
    guard index + 2 < bytes.count, bytes[index + 1] == quote, bytes[index + 2] == quote else {
      return try readLineText()
    }
    index += 3
    // A line end right behind the quotes is not part of the text.
    if isAt(0x0D) { index += 1 }
    if isAt(0x0A) { index += 1 }
    var result: [UInt8] = []
    var quotes = 0
    while !isAtEnd {
      if skip(quote) {
        quotes += 1
        result.append(quote)
        guard quotes == 5 || (quotes >= 3 && !isAt(quote)) else { continue }
        return String(decoding: result.dropLast(3), as: UTF8.self)
      }
      quotes = 0
      if quote == 0x22, isAt(0x5C) {
        if !skipJoinedLines() { try readEscape(into: &result) }
      } else if isAt(0x0D) {
        index += 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    throw problem("here the text should end with three quotes")
  }

  /// A text in quotes on one line.
  mutating func readLineText() throws(TOMLProblem) -> String {
    let quote = bytes[index]
    index += 1
    var result: [UInt8] = []
    while !skip(quote) {
      guard !isAtEnd, !isAt(0x0A), !isAt(0x0D) else {
        throw problem("here the text should end with \(Character(Unicode.Scalar(quote)))")
      }
      if quote == 0x22, isAt(0x5C) {
        try readEscape(into: &result)
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A backslash at the end of a line, with all blanks and line ends behind it.
  private mutating func skipJoinedLines() -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    guard end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D else { return false }
    index = end
    while isAt(0x20) || isAt(0x09) || isAt(0x0A) || isAt(0x0D) { index += 1 }
    return true
  }

  /// A backslash and what it makes of the signs behind it.
  private mutating func readEscape(into result: inout [UInt8]) throws(TOMLProblem) {
    let letter = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch letter {
    case 0x62: result.append(0x08)
    case 0x74: result.append(0x09)
    case 0x6E: result.append(0x0A)
    case 0x66: result.append(0x0C)
    case 0x72: result.append(0x0D)
    case 0x22, 0x5C: result.append(letter)
    case 0x75: return try readScalarEscape(ofLength: 4, into: &result)
    case 0x55: return try readScalarEscape(ofLength: 8, into: &result)
    default: throw TOMLProblem("TOML has no such escape", at: index)
    }
    index += 2
  }

  /// `\u` with four hexadecimal digits, or `\U` with eight.
  private mutating func readScalarEscape(
    ofLength length: Int, into result: inout [UInt8]
  ) throws(TOMLProblem) {
    let digits = bytes[min(index + 2, bytes.count)..<min(index + 2 + length, bytes.count)]
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == length, text.allSatisfy(\.isHexDigit),
      let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value)
    else { throw TOMLProblem("TOML has no such escape", at: index) }
    guard value != 0 else { throw TOMLProblem("a text cannot hold NUL", at: index) }
    result += Array(String(scalar).utf8)
    index += 2 + length
  }
}
