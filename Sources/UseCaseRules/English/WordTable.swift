/// The hash of a word's lower-cased bytes (FNV-1a), or of several words one after the other.
struct WordHash: Sendable, Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash before a byte was mixed in: that of the word without its last letter.
  @inline(__always) func without(_ byte: UInt8) -> WordHash {
    var copy = self
    // The inverse of the prime, modulo 2 to the power of 64.
    copy.value = (copy.value &* 0xCE96_5057_AFF6_957B) ^ UInt64(byte)
    return copy
  }

  @inline(__always) func mixing(_ byte: UInt8) -> WordHash {
    var copy = self
    copy.mix(byte)
    return copy
  }

  /// The hash of a phrase that goes on with a word.
  @inline(__always) func followed(by word: WordHash) -> WordHash {
    var copy = self
    copy.value = (copy.value &* 31 &+ 0x9E37_79B9) ^ word.value
    return copy
  }

  init() {}

  init(_ text: some StringProtocol) {
    for byte in text.utf8 { mix(lowerCased(byte)) }
  }
}

/// ASCII letters in lower case, every other byte as it is.
@inline(__always) func lowerCased(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// Words and phrases with what they can be, looked up by hash.
struct WordTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64
    var kinds: WordKinds
  }

  private var slots: [Slot]
  private var count = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity &* 2, size < 1 << 24 { size *= 2 }
    slots = [Slot](repeating: Slot(hash: 0, kinds: []), count: size)
  }

  var isEmpty: Bool { count == 0 }

  @inline(__always) subscript(hash: WordHash) -> WordKinds {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: hash.value ^ (hash.value >> 32)) & mask
      while slots[place].hash != 0 {
        if slots[place].hash == hash.value { return slots[place].kinds }
        place = (place + 1) & mask
      }
      return []
    }
  }

  /// Adds to what a word can be.
  mutating func add(_ kinds: WordKinds, to hash: WordHash) { add(kinds, toValue: hash.value) }

  private mutating func add(_ kinds: WordKinds, toValue hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & mask }
    if slots[place].hash == 0 { count += 1 }
    slots[place].hash = hash
    slots[place].kinds.formUnion(kinds)
  }

  private mutating func grow() {
    var larger = WordTable(capacity: slots.count)
    for slot in slots where slot.hash != 0 { larger.add(slot.kinds, toValue: slot.hash) }
    self = larger
  }

  /// Adds a phrase; a phrase of one word is a word. The words before its last one can open it.
  mutating func add(
    _ kinds: WordKinds, toPhrase phrase: some StringProtocol, openedBy opening: WordKinds
  ) {
    let words = phrase.split { $0 == " " }.map { WordHash($0) }
    guard var hash = words.first else { return }
    for word in words.dropFirst() {
      add(opening, to: hash)
      hash = hash.followed(by: word)
    }
    add(kinds, to: hash)
  }

  /// Adds words with blanks or line ends between them.
  mutating func add(_ kinds: WordKinds, to words: StaticString) {
    var hash = WordHash()
    var isInside = false
    words.withUTF8Buffer { bytes in
      for byte in bytes {
        if byte == 0x20 || byte == 0x0A {
          if isInside { add(kinds, to: hash) }
          hash = WordHash()
          isInside = false
        } else {
          hash.mix(byte)
          isInside = true
        }
      }
    }
    if isInside { add(kinds, to: hash) }
  }

  /// Adds phrases, one a line.
  mutating func add(
    _ kinds: WordKinds, toPhrases phrases: StaticString, openedBy opening: WordKinds
  ) {
    for phrase in phrases.description.split(separator: "\n") {
      add(kinds, toPhrase: phrase, openedBy: opening)
    }
  }
}
