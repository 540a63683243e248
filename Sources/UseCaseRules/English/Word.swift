/// A word of a text: where it stands, and what it can be.
struct Word: Sendable {
  /// What stands between the word before and this one.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8
    static let comma = Marks(rawValue: 1)
    /// A semicolon, a colon, a bracket, a full stop.
    static let pause = Marks(rawValue: 2)
    static let quote = Marks(rawValue: 4)
  }

  let start: Int32
  let end: Int32
  let hash: WordHash
  let kinds: WordKinds
  let marks: Marks

  var range: Range<Int> { Int(start)..<Int(max(start, end)) }

  @inline(__always) func isAny(of kinds: WordKinds) -> Bool { !self.kinds.isDisjoint(with: kinds) }

  var isCapitalized: Bool { kinds.contains(.capital) }
  var endsInS: Bool { kinds.contains(.endsInS) }

  /// Whether neither the lexicon nor an ending says what it is.
  var isUnknown: Bool { kinds.subtracting([.capital, .endsInS]).isEmpty }
}

extension WordHash {
  static let to = WordHash("to")
  static let been = WordHash("been")
  static let being = WordHash("being")
  static let able = WordHash("able")
}

extension ArraySlice<Word> {
  /// The place of the first word at or behind a place that is no adverb.
  func skippingAdverbs(from place: Int) -> Int {
    var place = place
    while place < endIndex, self[place].kinds.contains(.adverb) { place += 1 }
    return place
  }

  /// The length of the longest phrase that begins at a place and has one of the kinds; 0 for none.
  func lengthOfPhrase(
    at place: Int, _ kinds: WordKinds, openedBy opening: WordKinds, in table: WordTable
  ) -> Int {
    var hash = self[place].hash
    var found = table[hash]
    var length = found.isDisjoint(with: kinds) ? 0 : 1
    var next = place + 1
    while !found.isDisjoint(with: opening), next < endIndex, self[next].marks.isEmpty {
      hash = hash.followed(by: self[next].hash)
      found = table[hash]
      next += 1
      if !found.isDisjoint(with: kinds) { length = next - place }
    }
    return length
  }
}
