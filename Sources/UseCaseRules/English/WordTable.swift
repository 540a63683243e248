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
        place = (place &+ 1) & mask
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

  /// Adds a phrase of words with blanks between them; the words before its last one can open it.
  mutating func add(
    _ kinds: WordKinds, toPhrase phrase: some StringProtocol, openedBy opening: WordKinds
  ) {
    add(kinds, toPhrase: phrase.split { $0 == " " }.map { WordHash($0) }, openedBy: opening)
  }

  /// Adds a phrase, and returns its hash.
  @discardableResult
  mutating func add(
    _ kinds: WordKinds, toPhrase words: some Collection<WordHash>, openedBy opening: WordKinds
  ) -> WordHash? {
    guard var hash = words.first else { return nil }
    for word in words.dropFirst() {
      add(opening, to: hash)
      hash = hash.followed(by: word)
    }
    add(kinds, to: hash)
    return hash
  }

  /// Adds words with blanks or line ends between them.
  mutating func add(_ kinds: WordKinds, to words: StaticString) {
    for line in words.lines { for word in line { add(kinds, to: word) } }
  }

  /// Adds phrases, one a line; a text without the last word of any of them holds none.
  mutating func add(
    _ kinds: WordKinds, toPhrases phrases: StaticString, openedBy opening: WordKinds,
    closedBy closing: WordKinds
  ) {
    for phrase in phrases.lines {
      add(kinds, toPhrase: phrase, openedBy: opening)
      if let last = phrase.last { add(closing, to: last) }
    }
  }
}

extension StaticString {
  /// The words of each line as hashes; the lists are in lower case.
  var lines: [[WordHash]] {
    withUTF8Buffer { bytes in
      var lines: [[WordHash]] = [[]]
      var hasher = WordHasher()
      var isInside = false
      for byte in bytes {
        if byte != 0x20, byte != 0x0A {
          hasher.append(byte)
          isInside = true
          continue
        }
        if isInside { lines[lines.count - 1].append(hasher.hash) }
        if byte == 0x0A { lines.append([]) }
        hasher = WordHasher()
        isInside = false
      }
      if isInside { lines[lines.count - 1].append(hasher.hash) }
      return lines
    }
  }
}
