import UseCaseModel
import UseCaseSyntax

/// The steps of a use case as words, read once for all rules about prose.
final class UseCaseProse {
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
  /// What the words of all steps can be, and what stands between them.
  let kinds: WordKinds
  let marks: Word.Marks

  init?(_ graph: FlowGraph) {
    guard let tree = graph.steps.first?.syntax.syntax.tree else { return nil }
    source = tree.source
    let ranges = UseCaseProse.ranges(graph, tree)
    var most = 0
    for prose in ranges { most += WordReader.most(in: prose.range) }
    var steps: [Step] = []
    steps.reserveCapacity(ranges.count)
    words = tree.source.bytes.withUnsafeBufferPointer { bytes in
      Array(unsafeUninitializedCapacity: most) { words, count in
        var reader = WordReader(bytes, into: words)
        for prose in ranges {
          let start = reader.count
          reader.kinds = []
          reader.marks = []
          reader.read(prose.range)
          var predicate = start
          while predicate < reader.count, words[predicate].start < prose.subject { predicate &+= 1 }
          steps.append(
            Step(
              place: prose.place, range: start..<reader.count,
              predicate: predicate < reader.count ? predicate : nil, kinds: reader.kinds,
              marks: reader.marks))
        }
        count = reader.count
      }
    }
    var (kinds, marks) = (WordKinds(), Word.Marks())
    for place in steps.indices {
      kinds.formUnion(steps[place].kinds)
      marks.formUnion(steps[place].marks)
    }
    (self.steps, self.kinds, self.marks) = (steps, kinds, marks)
  }

  private struct Prose {
    let place: Int
    let range: Range<Int>
    /// Where the subject ends; behind everything where nobody known acts.
    let subject: Int32
  }

  /// Plain nodes are read: handles count their references, and every step would make three.
  private static func ranges(_ graph: FlowGraph, _ tree: SyntaxTree) -> [Prose] {
    graph.steps.withUnsafeBufferPointer { steps in
      var list: [Prose] = []
      list.reserveCapacity(steps.count)
      for place in steps.indices {
        guard let range = prose(of: steps[place].syntax.syntax.index, tree) else { continue }
        let end = steps[place].subjectRange?.upperBound
        list.append(
          Prose(
            place: place, range: range,
            subject: end.map { Int32(truncatingIfNeeded: $0) } ?? Int32.max))
      }
      return list
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
