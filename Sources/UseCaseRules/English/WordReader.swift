/// Cuts English prose into words and says of each what it can be: by the lexicon, and by its ending
/// where the lexicon knows but the base form.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: WordTable
  private let words: UnsafeMutableBufferPointer<Word>
  /// How many words have been read.
  private(set) var count = 0
  /// What the words read so far can be, all taken together.
  var kinds: WordKinds = []
  var marks: Word.Marks = []

  /// Writes the words into uninitialised memory, and no more than it holds.
  init(_ bytes: UnsafeBufferPointer<UInt8>, into words: UnsafeMutableBufferPointer<Word>) {
    self.bytes = bytes
    self.words = words
    lexicon = Lexicon.table
  }

  /// The words of a stretch of a text.
  static func words(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Word] {
    Array(unsafeUninitializedCapacity: most(in: range)) { words, count in
      var reader = WordReader(bytes, into: words)
      reader.read(range)
      count = reader.count
    }
  }

  /// How many words a stretch can hold: something stands between any two.
  static func most(in range: Range<Int>) -> Int { range.count / 2 + 1 }

  /// Reads a stretch of the bytes; a link is one word.
  mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    var before: Word.Marks = []
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x20 {
        index += 1
      } else if (byte | 0x20) &- 0x61 < 26 {
        index = readWord(index, range.upperBound, before)
        before = []
      } else if WordReader.isPunctuation(bytes, index, range.upperBound) {
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
    guard count < words.count else { return }
    words.initializeElement(at: count, to: word)
    count &+= 1
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
        hash: WordHash(), kinds: [.link, .noun, .capital], marks: marks))
    return index
  }

  private mutating func readWord(_ start: Int, _ end: Int, _ marks: Word.Marks) -> Int {
    var hash = WordHash()
    var index = start
    while index < end {
      let byte = bytes[index]
      let folded = byte | 0x20
      if folded &- 0x61 < 26 {
        hash.mix(folded)
        index &+= 1
      } else {
        let length = lengthInWord(byte, index, end)
        guard length > 0 else { break }
        hash.mix(length == 3 ? 0x27 : byte)
        index &+= length
      }
    }
    append(
      Word(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        hash: hash, kinds: kinds(of: start, index, hash), marks: marks))
    return index
  }

  /// How many bytes of what is no ASCII letter belong to a word: 3 of a curly apostrophe, 0 of what
  /// ends the word.
  private func lengthInWord(_ byte: UInt8, _ index: Int, _ end: Int) -> Int {
    if byte == 0xE2, WordReader.isPunctuation(bytes, index, end) {
      return WordReader.isApostrophe(bytes, index, end) ? 3 : 0
    }
    if byte >= 0x80 || byte &- 0x30 < 10 || byte == 0x5F { return 1 }
    // A hyphen, an apostrophe or a slash belongs to a word between two letters.
    let isInside =
      (byte == 0x2D || byte == 0x27 || byte == 0x2F) && index + 1 < end
      && WordReader.isLetter(bytes[index + 1])
    return isInside ? 1 : 0
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

  @inline(__always)
  private func kinds(of start: Int, _ end: Int, _ hash: WordHash) -> WordKinds {
    var known = lexicon[hash]
    if bytes[start] &- 0x41 < 26 { known.insert(.capital) }
    guard end &- start > 3, !known.contains(.closed) else { return known }
    let before = bytes[end &- 2] | 0x20
    switch bytes[end &- 1] | 0x20 {
    case 0x73:
      return known.union(plural(hash.without(0x73), before, end)).union(.endsInS)
    case 0x64 where before == 0x65 && known.subtracting(.capital).isEmpty:
      return known.union(pastKinds(hash.without(0x64)))
    case 0x67 where before == 0x6E && bytes[end &- 3] | 0x20 == 0x69:
      return known.union(gerund(hash.without(0x67).without(0x6E).without(0x69), end))
    case 0x79 where before == 0x6C && known.isDisjoint(with: [.verb, .noun, .otherWord]):
      return known.union(.adverb)
    default: return known
    }
  }

  /// "chooses", "buttons", "presses", "carries"; the hash is that of the word without its "s".
  private func plural(_ hash: WordHash, _ before: UInt8, _ end: Int) -> WordKinds {
    var stem = lexicon[hash]
    if stem.isDisjoint(with: [.verb, .noun]), before == 0x65 {
      let shorter = hash.without(0x65)
      stem = lexicon[shorter]
      if stem.isDisjoint(with: [.verb, .noun]), bytes[end &- 3] | 0x20 == 0x69 {
        stem = lexicon[shorter.without(0x69).mixing(0x79)]
      }
    }
    let kinds = stem.intersection(.inherited)
    guard stem.contains(.verb) else { return kinds }
    return kinds.union(.thirdPerson).union(stem.intersection([.interfaceVerb, .showing]))
  }

  /// "clicked", "refreshed", and every other word in -ed; the hash is that of the word without "d".
  private func pastKinds(_ hash: WordHash) -> WordKinds {
    let stem = lexicon[hash].union(lexicon[hash.without(0x65)])
    return stem.intersection([.interfaceVerb, .interface, .showing]).union(.participle)
  }

  /// "tracking", "making", "shipping"; the hash is that of the word without "ing".
  private func gerund(_ hash: WordHash, _ end: Int) -> WordKinds {
    let last = bytes[end &- 4]
    let stem = lexicon[hash].union(lexicon[hash.mixing(0x65)])
      .union(lexicon[hash.without(lowerCased(last))])
    return stem.contains(.verb) ? .gerund : []
  }
}
