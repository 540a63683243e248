/// A character as a reader counts them, with the bytes that it takes in the file.
struct TextCharacter {
  let character: Character
  let length: Int
}

/// The characters of some bytes; where these are no UTF-8, each scalar and each broken sequence is one.
func textCharacters(of bytes: ArraySlice<UInt8>) -> [TextCharacter] {
  let text = String(decoding: bytes, as: UTF8.self)
  if text.utf8.elementsEqual(bytes) {
    return text.map { TextCharacter(character: $0, length: $0.utf8.count) }
  }
  var result: [TextCharacter] = []
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let encoded):
      let character = Character(Unicode.UTF8.decode(encoded))
      result.append(TextCharacter(character: character, length: encoded.count))
    case .error(let length):
      result.append(TextCharacter(character: "\u{FFFD}", length: length))
    case .emptyInput:
      return result
    }
  }
}

/// The columns that a text takes on a terminal.
public func columnCount(of text: String) -> Int {
  text.reduce(0) { $0 + columnCount(of: $1) }
}

/// The columns that a character takes on a terminal.
func columnCount(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if first.value < 0x300 { return 1 }
  if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
  if first.properties.isEmoji, character.unicodeScalars.contains("\u{FE0F}") { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return 1
  }
}

/// East Asian wide and full-width letters (UAX 11), by block.
private func isWide(_ value: UInt32) -> Bool {
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
    0x20000...0x3FFFD:
    true
  default: false
  }
}
