extension Glossary {
  /// The synonyms in a stretch of a text, outside of links, code and quotes.
  func matches(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if WordReader.isLetter(byte) {
        let second = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
        guard beginnings[Glossary.beginning(byte, second)] else {
          index = endOfWord(bytes, index, range.upperBound)
          continue
        }
        let (match, end) = match(bytes, index..<range.upperBound)
        if let match, !isQuoted(match.range, bytes, range) { found.append(match) }
        index = end
      } else if byte == 0x5B, index + 1 < range.upperBound, bytes[index + 1] == 0x5B {
        index = skip(0x5D, bytes, index + 2..<range.upperBound)
      } else if byte == 0x60 {
        index = skip(0x60, bytes, index + 1..<range.upperBound)
      } else if byte &- 0x30 < 10 || byte == 0x5F {
        index = endOfWord(bytes, index, range.upperBound)
      } else {
        index += byte == 0x5C ? 2 : 1
      }
    }
    return found
  }

  /// The longest synonym or name that begins at a word, and where to read on.
  private func match(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> (match: Match?, end: Int) {
    var word = range.lowerBound..<endOfWord(bytes, range.lowerBound, range.upperBound)
    var best: (match: Match?, end: Int) = (nil, word.upperBound)
    var before: WordHash?
    var count = 1
    while true {
      let hash = Glossary.hash(bytes, word)
      let whole = before?.followed(by: hash) ?? hash
      var candidates = [whole]
      if table[whole].isDisjoint(with: [.closed, .noun]) {
        candidates = Glossary.singulars(bytes, word).map { before?.followed(by: $0) ?? $0 }
      }
      for candidate in candidates {
        if table[candidate].contains(.closed) {
          best = (nil, word.upperBound)
        } else if let synonym = synonym(candidate, bytes, range.lowerBound..<word.upperBound) {
          let match = Match(
            range: range.lowerBound..<word.upperBound, term: synonym.term,
            isPlural: candidate != whole, wordCount: count)
          best = (match, word.upperBound)
        }
      }
      guard table[whole].contains(.opensPhrase),
        let next = nextWord(bytes, word.upperBound..<range.upperBound)
      else { return best }
      before = whole
      count += 1
      word = next..<endOfWord(bytes, next, range.upperBound)
    }
  }

  private func synonym(
    _ hash: WordHash, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Synonym? {
    guard table[hash].contains(.noun), let synonym = synonyms[hash] else { return nil }
    if let exact = synonym.exact, !bytes[range].starts(with: exact) { return nil }
    return synonym
  }
}

// MARK: Words

extension Glossary {
  private func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = WordReader.endOfLetters(bytes, start, end)
    if index < end, bytes[index] == 0x20 { return index }
    while index < end {
      let byte = bytes[index]
      let isInside =
        WordReader.isWordByte(byte)
        // A hyphen or a slash belongs to a longer word.
        || (byte == 0x2D || byte == 0x2F) && index + 1 < end
          && WordReader.isLetter(bytes[index + 1])
      guard isInside, !WordReader.isPunctuation(bytes, index, end) else { break }
      index += 1
    }
    return max(index, start + 1)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordHash {
    var hasher = WordHasher()
    for index in range { hasher.append(lowerCased(bytes[index])) }
    return hasher.hash
  }

  /// "carts" → "cart", "boxes" → "box", "parties" → "party".
  private static func singulars(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [WordHash] {
    guard range.count > 3, bytes[range.upperBound - 1] | 0x20 == 0x73 else { return [] }
    var hashes: [WordHash] = []
    var hasher = WordHasher()
    for (place, index) in range.enumerated() {
      let left = range.count - place
      if left == 3 {
        if bytes[index] | 0x20 == 0x69 {
          var other = hasher
          other.append(0x79)
          hashes.append(other.hash)
        }
      } else if left == 2, bytes[index] | 0x20 == 0x65 {
        hashes.append(hasher.hash)
      } else if left == 1 {
        hashes.append(hasher.hash)
      }
      hasher.append(lowerCased(bytes[index]))
    }
    return hashes
  }

  /// The word behind blanks, line ends and the slashes of a description.
  private func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    for index in range {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x2F: continue
      default: return WordReader.isWordByte(bytes[index]) ? index : nil
      }
    }
    return nil
  }

  /// Behind the next byte of a kind, and all that follow it.
  private func skip(
    _ closing: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != closing { index += 1 }
    while index < range.upperBound, bytes[index] == closing { index += 1 }
    return index
  }

  /// Whether the words are talked about: "what others call a 'cart'".
  private func isQuoted(
    _ match: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard match.lowerBound > range.lowerBound, match.upperBound < range.upperBound else {
      return false
    }
    func isQuote(_ index: Int) -> Bool {
      [0x22, 0x27, 0x5C, 0xE2].contains(bytes[index])
    }
    let isOpened =
      isQuote(match.lowerBound - 1)
      || match.lowerBound - 3 >= range.lowerBound && bytes[match.lowerBound - 3] == 0xE2
        && bytes[match.lowerBound - 2] == 0x80
    return isOpened && isQuote(match.upperBound)
  }
}
