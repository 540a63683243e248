extension FontMetrics {
  /// Wider than any text that fits into memory, and far from overflow.
  static let unlimited = 1 << 40

  private static let rowLength = 65
  private static let missing = 4095
  private static let emoji = unitsPerEm * 5 / 4

  /// The width of UTF-8 text in units of the font.
  func units(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let digits = alphabets.utf8Start
    var sum = 0
    var place = 0
    var previous: UInt32 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        let code = UInt32(byte)
        sum += code < 0x20 ? controlUnits(code) : Self.entry(digits, Int(byte) - 0x20)
        sum += kerning.units(between: previous, and: code)
        previous = code
        place += 1
      } else if let (code, length) = Self.decoded(bytes, place), let units = plainUnits(code) {
        sum += units + kerning.units(between: previous, and: code)
        previous = code
        place += length
      } else {
        return units(of: String(decoding: bytes, as: UTF8.self))
      }
    }
    return sum
  }

  /// The code point that begins at `place`, if it has at most three bytes.
  static func code(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32? {
    bytes[place] < 0x80 ? UInt32(bytes[place]) : decoded(bytes, place)?.code
  }

  /// The code point of two or three bytes, if these are what a code point begins with.
  private static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (code: UInt32, length: Int)? {
    let first = UInt32(bytes[place])
    guard 0xC2..<0xF0 ~= first, place + 1 < bytes.count else { return nil }
    let second = UInt32(bytes[place + 1])
    guard 0x80..<0xC0 ~= second else { return nil }
    if first < 0xE0 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
    guard place + 2 < bytes.count else { return nil }
    let third = UInt32(bytes[place + 2])
    guard 0x80..<0xC0 ~= third else { return nil }
    return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
  }

  /// The width of a character that the font has and that stays apart from its neighbours.
  private func plainUnits(_ code: UInt32) -> Int? {
    if Self.joins(code) { return nil }
    let units = tableUnits(code)
    return units < Self.missing ? units : nil
  }

  /// The width of any text, by scalars as long as none of them can join its neighbours.
  private func units(of text: String) -> Int {
    var sum = 0
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars {
      if Self.joins(scalar.value) { return unitsByCharacter(text) }
      sum += units(of: scalar) + kerning.units(between: previous, and: scalar.value)
      previous = scalar.value
    }
    return sum
  }

  private func unitsByCharacter(_ text: String) -> Int {
    var sum = 0
    var previous: UInt32 = 0
    for character in text {
      let first = character.unicodeScalars.first?.value ?? 0
      sum += units(of: character) + kerning.units(between: previous, and: first)
      previous = character.unicodeScalars.last?.value ?? 0
    }
    return sum
  }

  /// The width of what a reader takes for one character.
  private func units(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    guard scalars.count > 1 else { return units(of: first) }
    if first.properties.isEmoji, scalars.contains(where: { Self.makesEmoji($0) }) {
      return Self.emoji
    }
    // The letters of a Hangul syllable share one square.
    if 0x1100...0x11FF ~= first.value { return Self.unitsPerEm }
    return scalars.reduce(0) { $0 + units(of: $1) }
  }

  private func units(of scalar: Unicode.Scalar) -> Int {
    let known = tableUnits(scalar.value)
    return known < Self.missing ? known : Self.units(standingInFor: scalar)
  }

  /// The width that the font gives to a code point, or `missing`.
  private func tableUnits(_ code: UInt32) -> Int {
    switch code {
    case 0..<0x20: controlUnits(code)
    case 0x20..<0x530: Self.entry(alphabets.utf8Start, Int(code - 0x20))
    case 0x580..<0x600: Self.entry(hebrew.utf8Start, Int(code - 0x580))
    case 0x1D00..<0x2340: Self.entry(extensions.utf8Start, Int(code - 0x1D00))
    case 0x2500..<0x2680: Self.entry(shapes.utf8Start, Int(code - 0x2500))
    default: Self.missing
    }
  }

  /// A tab is drawn as a blank; the other control characters are not drawn.
  private func controlUnits(_ code: UInt32) -> Int {
    code == 0x09 ? Self.entry(alphabets.utf8Start, 0) : 0
  }

  /// The number at `index` of a block, where each row holds 32 numbers of two digits.
  static func entry(_ digits: UnsafePointer<UInt8>, _ index: Int) -> Int {
    let place = (index >> 5) * rowLength + (index & 31) * 2
    return (Int(digits[place]) - 48) << 6 + Int(digits[place + 1]) - 48
  }

  /// Whether a code point can make its neighbours one character that is not their sum.
  private static func joins(_ code: UInt32) -> Bool {
    switch code {
    case 0..<0x1100: false
    case 0x1100...0x11FF, 0x200D, 0x20E3, 0xFE0F: true
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation
  }

  /// A sensible width for a character of another script.
  private static func units(standingInFor scalar: Unicode.Scalar) -> Int {
    if scalar.properties.isEmojiPresentation { return emoji }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if scalar.isWide { return unitsPerEm }
    switch scalar.value {
    case 0xFF61...0xFFDC: return unitsPerEm / 2
    case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: return unitsPerEm * 11 / 20
    case 0x2190...0x2BFF: return unitsPerEm * 17 / 20
    case 0x1F000...0x1FAFF: return emoji
    default: return unitsPerEm * 3 / 5
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character fills a square in East Asian type.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
      0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
