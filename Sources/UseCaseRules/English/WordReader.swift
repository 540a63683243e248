/// Cuts English prose into words and says of each what it can be: by the lexicon, and by its ending
/// where the lexicon knows but the base form.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: WordTable
  private(set) var words: [Word] = []
  /// What the words read so far can be, all taken together.
  var kinds: WordKinds = []
  var marks: Word.Marks = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: WordTable) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// Reads a stretch of the bytes; a link is one word.
  mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    var before: Word.Marks = []
    while index < range.upperBound {
      let byte = bytes[index]
      if WordReader.isPunctuation(bytes, index, range.upperBound) {
        before.formUnion(mark(bytes[index + 2]))
        index += 3
      } else if WordReader.isWordByte(byte) {
        index = readWord(index, range.upperBound, before)
        before = []
      } else if byte == 0x5B, index + 1 < range.upperBound, bytes[index + 1] == 0x5B {
        index = readLink(index, range.upperBound, before)
        before = []
      } else {
        before.formUnion(mark(byte, index, range.upperBound))
        index += byte == 0x5C ? 2 : 1
      }
    }
  }

  private func mark(_ byte: UInt8, _ index: Int, _ end: Int) -> Word.Marks {
    switch byte {
    case 0x20: []
    case 0x2C, 0x26: .comma
    case 0x3B, 0x3A, 0x28, 0x29: .pause
    case 0x22, 0x27: .quote
    // A full stop ends a sentence, a decimal point does not.
    case 0x2E: index + 1 < end && bytes[index + 1] == 0x20 ? .pause : []
    default: []
    }
  }

  /// The last byte of a character from U+2000 to U+203F: dashes pause, curly quotes quote.
  private func mark(_ byte: UInt8) -> Word.Marks {
    switch byte {
    case 0x93, 0x94: .pause
    case 0x98...0x9F: .quote
    default: []
    }
  }

  private mutating func append(_ word: Word) {
    words.append(word)
    kinds.formUnion(word.kinds)
    marks.formUnion(word.marks)
  }

  private mutating func readLink(_ start: Int, _ end: Int, _ marks: Word.Marks) -> Int {
    var index = start + 2
    while index + 1 < end, bytes[index] != 0x5D || bytes[index + 1] != 0x5D { index += 1 }
    index = min(index + 2, end)
    append(
      Word(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        hash: WordHash(), kinds: [.link, .noun], marks: marks, shape: .capital))
    return index
  }

  private mutating func readWord(_ start: Int, _ end: Int, _ marks: Word.Marks) -> Int {
    var hashes = Endings()
    var index = start
    while index < end {
      let byte = bytes[index]
      if WordReader.isWordByte(byte) {
        if byte == 0xE2, WordReader.isPunctuation(bytes, index, end) {
          guard WordReader.isApostrophe(bytes, index, end) else { break }
          hashes.mix(0x27)
          index += 3
          continue
        }
      } else {
        // A hyphen, an apostrophe or a slash belongs to a word between two letters.
        guard byte == 0x2D || byte == 0x27 || byte == 0x2F, index + 1 < end,
          WordReader.isLetter(bytes[index + 1])
        else { break }
      }
      hashes.mix(lowerCased(byte))
      index += 1
    }
    append(
      Word(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        hash: hashes.whole, kinds: kinds(of: start..<index, hashes), marks: marks,
        shape: shape(of: start..<index)))
    return index
  }

  private func shape(of range: Range<Int>) -> Word.Shape {
    var shape: Word.Shape = []
    let first = bytes[range.lowerBound]
    if first &- 0x41 < 26 {
      shape = .capital
    } else if first &- 0x61 >= 26 {
      shape = .noLetter
    }
    if bytes[range.upperBound - 1] | 0x20 == 0x73 { shape.insert(.endsInS) }
    return shape
  }

  // MARK: Characters

  /// Letters, digits, `_` and everything outside ASCII.
  @inline(__always) static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26
  }

  /// Curly quotes, dashes and other characters from U+2000 to U+203F.
  @inline(__always)
  static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    bytes[index] == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80
  }

  /// A curly apostrophe between letters.
  private static func isApostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> Bool {
    bytes[index + 2] == 0x99 && index + 3 < end && isLetter(bytes[index + 3])
  }

  // MARK: Endings

  /// The hashes of a word, and of the word without its last letters.
  struct Endings {
    private(set) var whole = WordHash()
    private(set) var without1 = WordHash()
    private(set) var without2 = WordHash()
    private(set) var without3 = WordHash()
    private(set) var without4 = WordHash()

    @inline(__always) mutating func mix(_ byte: UInt8) {
      without4 = without3
      without3 = without2
      without2 = without1
      without1 = whole
      whole.mix(byte)
    }
  }

  private func kinds(of range: Range<Int>, _ hashes: Endings) -> WordKinds {
    let known = lexicon[hashes.whole]
    guard range.count > 3, !known.contains(.closed) else { return known }
    let last = lowerCased(bytes[range.upperBound - 1])
    let before = lowerCased(bytes[range.upperBound - 2])
    switch last {
    case 0x73: return known.union(plural(hashes, before, range))
    case 0x64 where before == 0x65 && known.isEmpty:
      return pastKinds(hashes)
    case 0x67 where before == 0x6E && lowerCased(bytes[range.upperBound - 3]) == 0x69:
      return known.union(gerund(hashes))
    case 0x79 where before == 0x6C && known.isDisjoint(with: [.verb, .noun, .otherWord]):
      return known.union(.adverb)
    default: return known
    }
  }

  /// "chooses", "buttons", "presses", "carries".
  private func plural(_ hashes: Endings, _ before: UInt8, _ range: Range<Int>) -> WordKinds {
    var stem = lexicon[hashes.without1]
    if stem.isDisjoint(with: [.verb, .noun, .interface]), before == 0x65 {
      stem = lexicon[hashes.without2]
      if stem.isDisjoint(with: [.verb, .noun]),
        lowerCased(bytes[range.upperBound - 3]) == 0x69
      {
        stem = lexicon[hashes.without3.mixing(0x79)]
      }
    }
    var kinds = stem.intersection(.inherited)
    if stem.contains(.verb) {
      kinds.insert(.thirdPerson)
      kinds.formUnion(stem.intersection([.interfaceVerb, .showing]))
    }
    return kinds
  }

  /// "clicked", "refreshed", and every other word in -ed.
  private func pastKinds(_ hashes: Endings) -> WordKinds {
    let stem = lexicon[hashes.without2].union(lexicon[hashes.without1])
    return stem.intersection([.interfaceVerb, .interface, .showing]).union(.participle)
  }

  /// "tracking", "making", "shipping".
  private func gerund(_ hashes: Endings) -> WordKinds {
    let stem = lexicon[hashes.without3].union(lexicon[hashes.without3.mixing(0x65)])
      .union(lexicon[hashes.without4])
    return stem.contains(.verb) ? .gerund : []
  }
}
