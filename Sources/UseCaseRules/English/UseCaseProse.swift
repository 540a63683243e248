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
      var reader = WordReader(bytes, lexicon, expected: graph.steps.count * 8)
      var steps: [Step] = []
      steps.reserveCapacity(graph.steps.count)
      // Plain nodes are read: handles count their references, and every step would make three.
      graph.steps.withUnsafeBufferPointer { list in
        for place in list.indices {
          let prose = UseCaseProse.prose(of: list[place].syntax.syntax.index, tree)
          guard let prose else { continue }
          let subject = list[place].subjectRange?.upperBound
          steps.append(UseCaseProse.step(place, prose, behind: subject, &reader))
        }
      }
      return (reader.words, steps)
    }
  }

  /// Where the prose of a step stands; nil where it has none, or a syntax error in it.
  private static func prose(of step: Int, _ tree: SyntaxTree) -> Range<Int>? {
    tree.nodes.withUnsafeBufferPointer { nodes in
      guard !nodes[step].flags.contains(.broken) else { return nil }
      let end = tree.endOfNode(step)
      var child = step + 1
      while child < end {
        if nodes[child].kind == .text { return nodes[child].range }
        child = tree.endOfNode(child)
      }
      return nil
    }
  }

  private static func step(
    _ place: Int, _ prose: Range<Int>, behind subject: Int?, _ reader: inout WordReader
  ) -> Step {
    let start = reader.words.count
    reader.kinds = []
    reader.marks = []
    reader.read(prose)
    let range = start..<reader.words.count
    var predicate: Int?
    if let subject {
      let end = Int32(truncatingIfNeeded: subject)
      predicate = range.first { reader.words[$0].start >= end }
    }
    return Step(
      place: place, range: range, predicate: predicate, kinds: reader.kinds, marks: reader.marks)
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
