import UseCaseModel
import UseCaseSyntax

/// The synonyms of all terms, and the names in which they may stand.
struct Glossary {
  private struct Synonym {
    let term: Element
    /// Where it has capitals inside, as "PO" has, only that spelling is meant.
    let exact: [UInt8]?
  }

  /// A synonym in a text.
  struct Match {
    let range: Range<Int>
    let term: Element
    /// The text has the plural, the glossary the singular.
    let isPlural: Bool
    let wordCount: Int
  }

  private var table = WordTable()
  private var synonyms: [WordHash: Synonym] = [:]
  /// The two bytes with which synonyms and names begin: most words of a text begin with others.
  private var beginnings = [Bool](repeating: false, count: 1024)

  /// Nil where no term has a synonym.
  init?(_ model: Model) {
    for term in model.all(.term) {
      for clause in term.clauses(Clauses.synonym) {
        if let text = clause.text?.string { add(text, of: term) }
      }
    }
    guard !synonyms.isEmpty else { return nil }
    let synonyms = table
    for element in model.elements where Glossary.isProperName(element.kind) {
      let title = element.title
      if Glossary.holds(title, synonyms) { add(.closed, title) }
    }
  }

  private mutating func add(_ synonym: String, of term: Element) {
    guard let hash = add(.noun, synonym), synonyms[hash] == nil else { return }
    let capitals = synonym.utf8.dropFirst().contains { $0 &- 0x41 < 26 }
    synonyms[hash] = Synonym(term: term, exact: capitals ? Array(synonym.utf8) : nil)
  }

  /// Adds a phrase, and returns its hash.
  @discardableResult
  private mutating func add(_ kinds: WordKinds, _ phrase: String) -> WordHash? {
    let words = phrase.split { $0 == " " }
    let letters = words.first.map { Array($0.utf8.prefix(2)) } ?? []
    // Whatever follows a single letter, it is another word.
    let second = letters.count > 1 ? [letters[1]] : Array(0...255)
    for letter in letters.prefix(1) {
      for other in second { beginnings[Glossary.beginning(letter, other)] = true }
    }
    return table.add(kinds, toPhrase: words.map { WordHash($0) }, openedBy: .opensPhrase)
  }

  /// The case of letters makes no difference in it.
  @inline(__always) private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) &<< 5 | Int(second & 31)
  }

  /// What is named rather than said; the titles of use cases and journeys are sentences.
  static func isProperName(_ kind: ElementKind) -> Bool {
    switch kind {
    case .useCase, .touchpoint, .journey, .stage, .moment, .objective, .risk, .model, .view,
      .extensionPoint:
      false
    default: true
    }
  }

  /// Whether a name holds a synonym.
  private static func holds(_ title: String, _ synonyms: WordTable) -> Bool {
    let words = title.split { $0 == " " }.map { WordHash($0) }
    return words.contains { synonyms[$0] != [] }
  }

  // MARK: Finding them

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
    var best: Match?
    var start = range.lowerBound
    var end = endOfWord(bytes, start, range.upperBound)
    var behind = end
    var hash = WordHash(value: 0)
    var count = 0
    while true {
      let word = start..<end
      func joined(_ word: WordHash) -> WordHash { count == 0 ? word : hash.followed(by: word) }
      let whole = joined(wordHash(bytes, word))
      count += 1
      let kinds = table[whole]
      if kinds.contains(.closed) {
        (best, behind) = (nil, end)
      } else if let found = synonym(bytes, range.lowerBound..<end, whole, isPlural: false, count) {
        (best, behind) = (found, end)
      } else {
        count -= 1
        let singulars = Glossary.singulars(bytes, word).map(joined)
        count += 1
        if singulars.contains(where: { table[$0].contains(.closed) }) {
          (best, behind) = (nil, end)
        } else if let found = singulars.lazy.compactMap({
          synonym(bytes, range.lowerBound..<end, $0, isPlural: true, count)
        }).first {
          (best, behind) = (found, end)
        }
      }
      guard kinds.contains(.opensPhrase) else { break }
      hash = whole
      guard let next = nextWord(bytes, end..<range.upperBound) else { break }
      start = next
      end = endOfWord(bytes, next, range.upperBound)
    }
    return (best, behind)
  }

  private func synonym(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: WordHash, isPlural: Bool,
    _ count: Int
  ) -> Match? {
    guard table[hash].contains(.noun), let synonym = synonyms[hash] else { return nil }
    if let exact = synonym.exact, !bytes[range].starts(with: exact) { return nil }
    return Match(range: range, term: synonym.term, isPlural: isPlural, wordCount: count)
  }
}

// MARK: Words

extension Glossary {
  private func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = WordReader.endOfLetters(bytes, start, end)
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

  private func wordHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordHash {
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
