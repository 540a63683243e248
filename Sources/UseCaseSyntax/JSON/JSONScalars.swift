extension JSONReader {
  /// A text in double quotes, without its escapes.
  mutating func readString() throws(JSONError) -> String {
    index += 1
    let start = index
    skipPlainText()
    if current == 0x22, index < bytes.count {
      let text = try decoded(bytes[start..<index])
      index += 1
      return text
    }
    var result = Array(bytes[start..<index])
    while true {
      switch current {
      case 0x22:
        let text = try decoded(result[...], from: start)
        index += 1
        return text
      case 0x5C: try readEscape(into: &result)
      default:
        guard index < bytes.count else { throw error("") }
        throw error("a control character must be written as an escape")
      }
      let next = index
      skipPlainText()
      result += bytes[next..<index]
    }
  }

  /// Up to a quote, a backslash, a control character or the end.
  private mutating func skipPlainText() {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { return }
      index += 1
    }
  }

  /// `start` is where the text begins if the bytes are not those of the document.
  private func decoded(_ text: ArraySlice<UInt8>, from start: Int? = nil) throws(JSONError)
    -> String
  {
    if let text = String(validating: text, as: UTF8.self) { return text }
    throw error("the text is no UTF-8", at: start ?? text.startIndex)
  }

  private mutating func readEscape(into result: inout [UInt8]) throws(JSONError) {
    let start = index
    index += 1
    switch current {
    case 0x22, 0x5C, 0x2F: result.append(current)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75: return try readUnicodeEscape(into: &result)
    default:
      guard index < bytes.count else { throw error("") }
      throw error("JSON has no such escape", at: start)
    }
    index += 1
  }

  /// `\u` with four hexadecimal digits, and the second half of a pair behind it.
  private mutating func readUnicodeEscape(into result: inout [UInt8]) throws(JSONError) {
    let first = try readUnit()
    var scalar = Unicode.Scalar(first)
    if first & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == 0x75
    {
      let before = index
      index += 1
      let second = try readUnit()
      if second & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
      } else {
        // It is no second half, so it speaks for itself.
        index = before
      }
    }
    result += Array(String(scalar ?? "\u{FFFD}").utf8)
  }

  /// The `u` that is at hand, with four hexadecimal digits.
  private mutating func readUnit() throws(JSONError) -> UInt32 {
    index += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch current {
      case 0x30...0x39: digit = current - 0x30
      case 0x41...0x46: digit = current - 0x41 + 10
      case 0x61...0x66: digit = current - 0x61 + 10
      default: throw error("here a hexadecimal digit should stand")
      }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  // MARK: Numbers

  /// Longer ones say nothing that a number could hold, and take long to be told so.
  private static let longestNumber = 1_000

  mutating func readNumber() throws(JSONError) -> JSONNode.Content {
    let start = index
    if current == 0x2D { index += 1 }
    if current == 0x30 { index += 1 } else { try readDigits() }
    var isWhole = true
    if current == 0x2E {
      isWhole = false
      index += 1
      try readDigits()
    }
    if current | 0x20 == 0x65 {
      isWhole = false
      index += 1
      if current == 0x2B || current == 0x2D { index += 1 }
      try readDigits()
    }
    guard index - start <= JSONReader.longestNumber else {
      throw error("the number is too long", at: start)
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    // An integer has no negative zero.
    if isWhole, text != "-0", let whole = Int(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else {
      throw error("the number is too large", at: start)
    }
    return .number(number)
  }

  private mutating func readDigits() throws(JSONError) {
    guard 0x30...0x39 ~= current else { throw error("here a digit should stand") }
    while 0x30...0x39 ~= current { index += 1 }
  }
}
