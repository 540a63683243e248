import UseCaseModel
import UseCaseSyntax

/// The steps of a use case as words, read once for all rules about prose.
struct UseCaseProse {
  /// One step that is prose.
  struct Step {
    /// The place of the step in the graph's steps.
    let place: Int
    /// Its words in `words`.
    let range: Range<Int>
    /// The first word behind the subject; nil where nobody known acts.
    let predicate: Int?
    /// What its words can be, all taken together, and what stands between them.
    let kinds: WordKinds
    let marks: Word.Marks
  }

  let source: SourceText
  let words: [Word]
  let steps: [Step]

  init?(_ graph: FlowGraph) {
    guard let tree = graph.steps.first?.syntax.syntax.tree else { return nil }
    source = tree.source
    let lexicon = Lexicon.table
    (words, steps) = tree.source.bytes.withUnsafeBufferPointer { bytes in
      var reader = WordReader(bytes, lexicon)
      var steps: [Step] = []
      steps.reserveCapacity(graph.steps.count)
      for (place, step) in graph.steps.enumerated() {
        guard let prose = step.syntax.prose, !step.syntax.syntax.isBroken else { continue }
        let start = reader.words.count
        reader.kinds = []
        reader.marks = []
        reader.read(prose.syntax.range)
        let range = start..<reader.words.count
        let subject = step.subjectRange.map { Int32(truncatingIfNeeded: $0.upperBound) }
        steps.append(
          Step(
            place: place, range: range,
            predicate: subject.flatMap { end in range.first { reader.words[$0].start >= end } },
            kinds: reader.kinds, marks: reader.marks))
      }
      return (reader.words, steps)
    }
  }

  func words(of step: Step) -> ArraySlice<Word> { words[step.range] }

  /// From the first byte of a word to the last one of another.
  func place(_ words: Range<Int>) -> Place {
    guard let first = words.first, let last = words.last else { return source.place(0..<0) }
    return source.place(
      self.words[first].range.lowerBound..<self.words[last].range.upperBound)
  }

  /// The words as they stand.
  func text(_ words: Range<Int>) -> String { source[place(words).range] }
}
