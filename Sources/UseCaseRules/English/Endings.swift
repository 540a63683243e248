/// Says what a word can be: by the lexicon, and by the word's ending where the lexicon knows but the
/// base form.
struct Endings {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: WordTable

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: WordTable) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  @inline(__always)
  func kinds(_ start: Int, _ end: Int, _ hasher: WordHasher) -> WordKinds {
    var known = lexicon[hasher.hash]
    if bytes[start] &- 0x41 < 26 { known.insert(.capital) }
    guard end &- start > 3, !known.contains(.closed) else { return known }
    let before = bytes[end &- 2] | 0x20
    switch bytes[end &- 1] | 0x20 {
    case 0x73: return known.union(plural(start..<end, hasher)).union(.endsInS)
    case 0x64 where before == 0x65 && known.subtracting(.capital).isEmpty:
      return known.union(pastKinds(start..<end, hasher))
    case 0x67 where before == 0x6E && bytes[end &- 3] | 0x20 == 0x69:
      return known.union(gerund(start..<end, hasher))
    case 0x79 where before == 0x6C && known.isDisjoint(with: [.verb, .noun, .otherWord]):
      return known.union(.adverb)
    default: return known
    }
  }

  /// What a word without its last bytes can be, with another one behind the rest.
  private func stem(
    _ word: Range<Int>, _ hasher: WordHasher, without ending: Int, adding byte: UInt8? = nil
  ) -> WordKinds {
    if let hash = hasher.hash(without: ending, adding: byte) { return lexicon[hash] }
    var other = WordHasher()
    for index in word.dropLast(ending) { other.append(lowerCased(bytes[index])) }
    if let byte { other.append(byte) }
    return lexicon[other.hash]
  }

  /// "chooses", "buttons", "presses", "carries".
  private func plural(_ word: Range<Int>, _ hasher: WordHasher) -> WordKinds {
    var base = stem(word, hasher, without: 1)
    if base.isDisjoint(with: [.verb, .noun]), bytes[word.upperBound &- 2] | 0x20 == 0x65 {
      base = stem(word, hasher, without: 2)
      if base.isDisjoint(with: [.verb, .noun]), bytes[word.upperBound &- 3] | 0x20 == 0x69 {
        base = stem(word, hasher, without: 3, adding: 0x79)
      }
    }
    let kinds = base.intersection(.inherited)
    guard base.contains(.verb) else { return kinds }
    return kinds.union(.thirdPerson).union(base.intersection([.interfaceVerb, .showing]))
  }

  /// "clicked", "refreshed", and every other word in -ed.
  private func pastKinds(_ word: Range<Int>, _ hasher: WordHasher) -> WordKinds {
    let base = stem(word, hasher, without: 1).union(stem(word, hasher, without: 2))
    return base.intersection([.interfaceVerb, .interface, .showing]).union(.participle)
  }

  /// "tracking", "making", "shipping".
  private func gerund(_ word: Range<Int>, _ hasher: WordHasher) -> WordKinds {
    let base = stem(word, hasher, without: 3).union(stem(word, hasher, without: 4))
      .union(stem(word, hasher, without: 3, adding: 0x65))
    return base.contains(.verb) ? .gerund : []
  }
}
