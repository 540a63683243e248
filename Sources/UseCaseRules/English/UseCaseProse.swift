import UseCaseModel
import UseCaseSyntax

/// The steps of a use case as words, read once for all rules about prose.
final class UseCaseProse {
  /// One step that is prose.
  struct Step {
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
  /// What the words of all steps can be, and what stands between them.
  let kinds: WordKinds
  let marks: Word.Marks

  init?(_ graph: FlowGraph) {
    guard let tree = graph.steps.first?.syntax.syntax.tree else { return nil }
    source = tree.source
    let most = WordReader.most(in: UseCaseProse.range(of: graph, tree))
    var steps: [Step] = []
    steps.reserveCapacity(graph.steps.count)
    var (kinds, marks) = (WordKinds(), Word.Marks())
    words = tree.source.bytes.withUnsafeBufferPointer { bytes in
      Array(unsafeUninitializedCapacity: most) { words, count in
        var reader = WordReader(bytes, into: words)
        // Plain nodes are read: handles count their references, and every step would make three.
        graph.steps.withUnsafeBufferPointer { list in
          for place in list.indices {
            let prose = UseCaseProse.prose(of: list[place].syntax.syntax.index, tree)
            guard let prose else { continue }
            let start = reader.count
            reader.kinds = []
            reader.marks = []
            reader.read(prose)
            kinds.formUnion(reader.kinds)
            marks.formUnion(reader.marks)
            steps.append(
              Step(
                range: start..<reader.count,
                predicate: UseCaseProse.firstWord(
                  in: words, start..<reader.count, behind: list[place].subjectRange?.upperBound),
                kinds: reader.kinds, marks: reader.marks))
          }
        }
        count = reader.count
      }
    }
    (self.steps, self.kinds, self.marks) = (steps, kinds, marks)
  }

  /// From the first step to the last one, wherever the main flow stands.
  private static func range(of graph: FlowGraph, _ tree: SyntaxTree) -> Range<Int> {
    var (start, end) = (Int.max, 0)
    graph.steps.withUnsafeBufferPointer { steps in
      for place in steps.indices {
        let range = tree.nodes[steps[place].syntax.syntax.index].range
        start = min(start, range.lowerBound)
        end = max(end, range.upperBound)
      }
    }
    return min(start, end)..<end
  }

  /// The first word behind the subject; nil where nobody known acts, or nothing follows.
  @inline(__always)
  private static func firstWord(
    in words: UnsafeMutableBufferPointer<Word>, _ range: Range<Int>, behind subject: Int?
  ) -> Int? {
    guard let subject else { return nil }
    var place = range.lowerBound
    while place < range.upperBound, Int(words[place].start) < subject { place &+= 1 }
    return place < range.upperBound ? place : nil
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
