/// What the bytes of a file mean, read without Foundation.
struct Characters {
  let bytes: UnsafeBufferPointer<UInt8>

  @inline(__always) func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  /// The scalar that begins at an index and its length; invalid bytes are U+FFFD of length 1.
  func scalar(_ index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(index)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let invalid: (Unicode.Scalar, Int) = ("\u{FFFD}", 1)
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, first < 0xF5, index + length <= bytes.count else { return invalid }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return invalid }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return invalid }
    return (scalar, length)
  }

  /// The length of a character that may begin a word, or 0.
  @inline(__always) func wordStart(_ index: Int) -> Int {
    let first = byte(index)
    if first < 0x80 { return isLetter(first) || first == 0x5F ? 1 : 0 }
    let (scalar, length) = scalar(index)
    // Invalid bytes count as letters: the file has one error, not one at each of them.
    return scalar == "\u{FFFD}" || scalar.properties.isXIDStart ? length : 0
  }

  /// The length of a character that may go on a word, or 0.
  @inline(__always) func wordContinue(_ index: Int) -> Int {
    let first = byte(index)
    if first < 0x80 { return isLetter(first) || isDigit(first) || first == 0x5F ? 1 : 0 }
    let (scalar, length) = scalar(index)
    return scalar == "\u{FFFD}" || scalar.properties.isXIDContinue ? length : 0
  }

  /// The length of `%`, `‰` or a currency sign, or 0.
  func unitSign(_ index: Int) -> Int {
    let first = byte(index)
    if first < 0x80 { return first == 0x25 || first == 0x24 ? 1 : 0 }
    let (scalar, length) = scalar(index)
    return scalar == "‰" || scalar.properties.generalCategory == .currencySymbol ? length : 0
  }

  /// The length of a quotation mark that is none of ASCII's, or 0.
  func typographicQuote(_ index: Int) -> Int {
    let first = byte(index)
    if first == 0xE2, byte(index + 1) == 0x80 {
      let third = byte(index + 2)
      return third >= 0x98 && third <= 0x9F ? 3 : 0
    }
    if first == 0xC2 { return byte(index + 1) == 0xAB || byte(index + 1) == 0xBB ? 2 : 0 }
    return 0
  }

  func matches(_ index: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    byte(index) == a && byte(index + 1) == b && byte(index + 2) == c
  }

  @inline(__always) func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Small letters, blanks and what lies outside ASCII: never a sign in texts, prose and comments.
@inline(__always) func isPlain(_ byte: UInt8) -> Bool { byte > 0x5C || byte == 0x20 }

/// ASCII letters, digits and `_`.
@inline(__always) func isWordByte(_ byte: UInt8) -> Bool {
  let digits: UInt64 = 0x03FF_0000_0000_0000
  let letters: UInt64 = 0x07FF_FFFE_87FF_FFFE
  return byte < 0x80 && (byte < 0x40 ? digits : letters) >> UInt64(byte & 0x3F) & 1 != 0
}
