import UseCaseModel
import UseCaseSyntax

/// The synonyms of all terms, and the names in which they may stand.
struct Glossary {
  struct Synonym {
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

  private(set) var table = WordTable()
  private(set) var synonyms: [WordHash: Synonym] = [:]
  /// The two bytes with which synonyms and names begin: most words of a text begin with others.
  private(set) var beginnings = [Bool](repeating: false, count: 1024)

  /// Nil where no term has a synonym.
  init?(_ model: Model) {
    for term in model.all(.term) {
      for clause in term.clauses(Clauses.synonym) {
        if let text = clause.text?.string { add(text, of: term) }
      }
    }
    guard !synonyms.isEmpty else { return nil }
    let synonyms = table
    let letters = beginnings
    for element in model.elements
    where Glossary.isProperName(element.kind) && mayHoldSynonym(element, letters) {
      let title = element.title
      if Glossary.holds(title, synonyms) { add(.closed, title) }
    }
  }

  /// Whether a word of the title or of the name begins like a synonym; titles cost more than a look.
  private func mayHoldSynonym(_ element: Element, _ letters: [Bool]) -> Bool {
    guard let declaration = element.declaration,
      let node = declaration.title?.syntax ?? declaration.nameNode
    else { return false }
    return node.tree.source.bytes.withUnsafeBufferPointer {
      Glossary.mayHold($0, node.range, letters)
    }
  }

  /// Whether a word of a title, or a part of a name, begins like a synonym or a name that holds one.
  func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    Glossary.mayHold(bytes, range, beginnings)
  }

  private static func mayHold(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ beginnings: [Bool]
  ) -> Bool {
    var isInside = false
    for index in range {
      let byte = bytes[index]
      let isLetter = WordReader.isLetter(byte)
      // In a name, a capital begins a word.
      if isLetter, !isInside || byte &- 0x41 < 26 {
        let second = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
        if beginnings[beginning(byte, second)] { return true }
      }
      isInside = isLetter
    }
    return false
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
  @inline(__always) static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
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
}
