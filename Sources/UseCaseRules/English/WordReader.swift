/// Cuts English prose into words and says of each what it can be.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let endings: Endings
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
    endings = Endings(bytes, Lexicon.table)
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
        hash: WordHash(value: 0), kinds: [.link, .noun, .capital], marks: marks))
    return index
  }

  @inline(__always)
  private mutating func readWord(_ start: Int, _ end: Int, _ marks: Word.Marks) -> Int {
    var hasher = WordHasher()
    var index = readLetters(start, end, &hasher)
    while index < end, bytes[index] != 0x20 {
      let byte = bytes[index]
      let length = WordReader.isLetter(byte) && byte < 0x80 ? 1 : lengthInWord(byte, index, end)
      guard length > 0 else { break }
      hasher.append(length == 3 ? 0x27 : lowerCased(byte))
      index &+= length
    }
    append(
      Word(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index),
        hash: hasher.hash, kinds: endings.kinds(start, index, hasher), marks: marks))
    return index
  }

  /// Reads ASCII letters, eight bytes at a time, and returns where they end; near the end of the
  /// text it stops before.
  @inline(__always)
  private func readLetters(_ start: Int, _ end: Int, _ hasher: inout WordHasher) -> Int {
    var index = start
    while let (group, count) = WordReader.letters(bytes, index, end) {
      if count > 0 { hasher.append(lowest: count, of: group) }
      index &+= count
      if count < 8 { break }
    }
    return index
  }

  /// Where ASCII letters end; near the end of the text it stops before.
  static func endOfLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while let (_, count) = letters(bytes, index, end) {
      index &+= count
      if count < 8 { break }
    }
    return index
  }

  /// Eight bytes in lower case, the first one lowest, and how many ASCII letters they begin with;
  /// nil where the text holds no eight more.
  @inline(__always)
  private static func letters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (group: UInt64, count: Int)? {
    let raw = UnsafeRawBufferPointer(bytes)
    guard start &+ 8 <= raw.count else { return nil }
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let chunk = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let folded = chunk | (ones &* 0x20)
    // The highest bit of each byte says whether it is "a" or more, and whether it is more than "z".
    let low = folded & ~high
    let letters = (low &+ ones &* 0x1F) & ~(low &+ ones &* 0x05) & ~chunk & high
    return (folded, min((~letters & high).trailingZeroBitCount / 8, end &- start))
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
}
