/// What a step says of its subject: its main verb, and the clauses beside it.
struct Predicate {
  let words: ArraySlice<Word>
  /// The first word behind the subject.
  let start: Int

  init(_ words: ArraySlice<Word>, from start: Int) {
    self.words = words
    self.start = start
  }

  /// The first word behind the subject that is no adverb.
  var verb: Int? {
    let place = words.skippingAdverbs(from: start)
    return place < words.endIndex ? place : nil
  }

  /// Where a clause may begin beside the main one.
  struct Joint {
    /// The joining word, or the word behind a comma alone.
    let start: Int
    /// The first word behind it that is no adverb.
    let place: Int
    /// Whether "and", "or", "but" or "then" stands there.
    let isCoordinated: Bool
    /// "then" stands there, which never joins parts of a dependent clause.
    let isThen: Bool
    let isNewSentence: Bool
  }

  /// Calls `visit` with each joint of the main clause, as long as it returns true. What is joined
  /// inside a clause that "that" or "which" opens is not visited.
  func forEachJoint(from start: Int, _ visit: (Joint) -> Bool) {
    var nesting = Nesting()
    var place = start
    while place < words.endIndex {
      let marks = words[place].marks
      nesting.leave(marks)
      var behind = place
      var isThen = false
      while behind < words.endIndex, words[behind].kinds.contains(.coordinator) {
        isThen = isThen || words[behind].hash == Predicate.then
        behind += 1
      }
      if isThen { nesting = Nesting() }
      let isJoint = behind > place || marks.contains(.comma) || marks.contains(.pause)
      let next = words.skippingAdverbs(from: behind)
      if isJoint, !nesting.isInside, next < words.endIndex {
        let joint = Joint(
          start: place, place: next, isCoordinated: behind > place, isThen: isThen,
          isNewSentence: marks.contains(.pause))
        guard visit(joint) else { return }
      }
      if behind < words.endIndex { nesting.enter(words[behind]) }
      place = max(behind, place + 1)
    }
  }

  private static let then = WordHash("then")

  /// Whether a word lies in a clause that depends on another.
  private struct Nesting {
    private(set) var isInside = false
    /// The clause stands between commas: "…, which is correct, and".
    private var isParenthesis = false

    mutating func leave(_ marks: Word.Marks) {
      if marks.contains(.pause) || isParenthesis && marks.contains(.comma) { self = Nesting() }
    }

    mutating func enter(_ word: Word) {
      guard !isInside, word.kinds.contains(.subordinator) else { return }
      isInside = true
      isParenthesis = word.marks.contains(.comma)
    }
  }
}
