import UseCaseSyntax

/// The control flow of a use case: its main flow and its branches as a graph of steps.
///
/// A branch is noticed while its step is being done: an edge leads from the step to the branch.
public struct FlowGraph: Sendable {
  /// One step; blocks hold their steps one behind the other.
  public struct Step: Sendable {
    public let syntax: StepSyntax
    /// The place of its block in `blocks`.
    public let block: Int
    /// As written; the formatter keeps numbers and places in step.
    public let number: Int
    public let subject: StepSubject
    /// Where the subject's name stands.
    public let subjectRange: Range<Int>?
    /// The use case that it performs.
    public let inclusion: UseCase?
    /// The label of its block.
    let prefix: String
    /// The closing of its block stands before it.
    public let isBehindClosing: Bool

    /// `3`, or `3a1` in a branch: what anchors in pages and keys are made of.
    public var label: String { prefix + String(number) }
  }

  /// The main flow or a branch.
  public struct Block: Sendable {
    public let syntax: FlowSyntax
    /// The block that it hangs on; nil for the main flow.
    public let parent: Int?
    public let steps: Range<Int>
    /// The steps of its parent that it hangs on, by number; a slice that all branches of the parent
    /// share.
    public let anchors: ArraySlice<Int>
    /// `3a`, and `3a1b` for a branch in a branch; empty for the main flow.
    public let label: String
    /// Its steps, sorted by number; empty for a branch on which no other one hangs.
    let stepsByNumber: [Int]
  }

  public enum Target: Sendable, Hashable {
    /// The place of a step in `steps`.
    case step(Int)
    case success
    case failure
  }

  public enum EdgeKind: Sendable, Hashable {
    case next
    /// To a branch, the place of a block.
    case branch(Int)
    case resume
    case end
  }

  public struct Edge: Sendable, Hashable {
    /// The place of a step in `steps`.
    public let source: Int
    public let target: Target
    public let kind: EdgeKind
  }

  public let useCase: UseCase
  /// The main flow first, then branches in source order, each before the branches inside it.
  public internal(set) var blocks: [Block] = []
  public internal(set) var steps: [Step] = []

  /// The steps of the main flow.
  public var mainSteps: ArraySlice<Step> { blocks.first.map { steps[$0.steps] } ?? [] }
  public var branches: ArraySlice<Block> { blocks.dropFirst() }

  /// The place of the first step with a number in the main flow, or in a branch on which others hang;
  /// logarithmic in time.
  public func step(_ number: Int, in block: Int) -> Int? {
    steps(number...number, in: block).first
  }

  /// The lowest and the highest number of a step in the main flow, or in a branch on which others
  /// hang; nil where it has no steps.
  public func numbers(in block: Int) -> ClosedRange<Int>? {
    let sorted = blocks[block].stepsByNumber
    guard let first = sorted.first, let last = sorted.last else { return nil }
    return steps[first].number...steps[last].number
  }

  /// The places of the steps with these numbers in such a block.
  func steps(_ numbers: ClosedRange<Int>, in block: Int) -> ArraySlice<Int> {
    let sorted = blocks[block].stepsByNumber
    let start = sorted.firstPlace { steps[$0].number >= numbers.lowerBound }
    let end = sorted.firstPlace { steps[$0].number > numbers.upperBound }
    return sorted[start..<max(start, end)]
  }

  /// The branches that hang on a step, in source order.
  public func branches(at step: Int) -> [Int] {
    blocks.indices.filter { blocks[$0].anchors.contains(step) }
  }

  /// Where a block goes on when its steps are done; empty for a dead end.
  public func exits(of block: Int) -> [Target] {
    let current = blocks[block]
    guard let parent = current.parent else { return [.success] }
    guard let closing = current.syntax.closing else { return [] }
    if let outcome = closing.outcome { return [outcome == .success ? .success : .failure] }
    guard closing.isResume else { return [] }
    if let number = closing.target {
      return step(number, in: parent).map { [.step($0)] } ?? []
    }
    return closing.anchorNode == nil ? current.anchors.map { .step($0) } : []
  }

  /// Where a branch begins: its first step, or its exits where it has none.
  public func entries(of block: Int) -> [Target] {
    blocks[block].steps.first.map { [.step($0)] } ?? exits(of: block)
  }

  /// The edges that leave a step: first the way on, then the branches.
  public func edges(from step: Int) -> [Edge] {
    var edges: [Edge] = []
    let block = blocks[steps[step].block]
    if let next = stepBehind(step) {
      edges.append(Edge(source: step, target: .step(next), kind: .next))
    } else {
      let kind: EdgeKind = block.syntax.closing?.isResume == true ? .resume : .end
      edges += exits(of: steps[step].block).map { Edge(source: step, target: $0, kind: kind) }
    }
    for branch in branches(at: step) {
      edges += entries(of: branch).map { Edge(source: step, target: $0, kind: .branch(branch)) }
    }
    return edges
  }

  /// The next step of the same block; nil for the last one, and before one behind the closing.
  func stepBehind(_ step: Int) -> Int? {
    let next = step + 1
    let end = blocks[steps[step].block].steps.upperBound
    return next < end && !steps[next].isBehindClosing ? next : nil
  }
}

extension [Int] {
  /// The first place from which on a condition holds; the elements are sorted by it.
  fileprivate func firstPlace(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
