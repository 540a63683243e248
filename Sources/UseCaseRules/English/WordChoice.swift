import UseCaseModel

/// Words and phrases that settings add to those that a rule knows, or take away from them.
struct WordChoice: Sendable {
  private var table = WordTable()

  init(_ texts: [String] = []) {
    for text in texts { table.add(.vague, toPhrase: text, openedBy: .opensPhrase) }
  }

  /// What the system and those who take part are called: words in a name say nothing about the prose.
  init(namesIn useCase: UseCase) {
    self.init(useCase.participants.map(\.title) + [useCase.system?.title].compactMap { $0 })
  }

  var isEmpty: Bool { table.isEmpty }

  /// The length in words of the one that begins at a place; 0 for none.
  func length(in words: ArraySlice<Word>, at place: Int) -> Int {
    isEmpty ? 0 : words.lengthOfPhrase(at: place, .vague, openedBy: .opensPhrase, in: table)
  }

  /// Whether one of them covers some words.
  func covers(_ range: Range<Int>, in words: ArraySlice<Word>) -> Bool {
    guard !isEmpty else { return false }
    let first = Swift.max(words.startIndex, range.lowerBound - WordChoice.longest)
    return (first...range.lowerBound).contains { start in
      start + length(in: words, at: start) >= range.upperBound
    }
  }

  /// How many words of a phrase may stand before what it covers.
  private static let longest = 5
}
