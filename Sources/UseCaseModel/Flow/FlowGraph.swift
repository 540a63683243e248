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
    /// The steps of its parent that it hangs on.
    public let anchors: [Int]
    /// `3a`, and `3a1b` for a branch in a branch; empty for the main flow.
    public let label: String
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

  /// The place of the step with a number in a block.
  public func step(_ number: Int, in block: Int) -> Int? {
    blocks[block].steps.first { steps[$0].number == number }
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

  /// The edges that leave a step: first the way on, then the branches. `canSucceed` says of an
  /// included use case whether anything of it ends in success.
  public func edges(
    from step: Int, canSucceed: (UseCase) -> Bool = { _ in true }
  ) -> [Edge] {
    var edges: [Edge] = []
    let current = steps[step]
    let block = blocks[current.block]
    if current.inclusion.map(canSucceed) ?? true {
      if step + 1 < block.steps.upperBound, !steps[step + 1].isBehindClosing {
        edges.append(Edge(source: step, target: .step(step + 1), kind: .next))
      } else {
        let kind: EdgeKind =
          block.syntax.closing?.isResume == true ? .resume : .end
        edges += exits(of: current.block).map { Edge(source: step, target: $0, kind: kind) }
      }
    }
    for branch in branches(at: step) {
      edges += entries(of: branch).map { Edge(source: step, target: $0, kind: .branch(branch)) }
    }
    return edges
  }

  /// Which ends of a flow some path reaches.
  public struct Ends: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let success = Ends(rawValue: 1)
    public static let failure = Ends(rawValue: 2)
  }

  /// Which steps some path reaches, and which ends.
  public func reach(
    canSucceed: (UseCase) -> Bool = { _ in true }
  ) -> (steps: [Bool], ends: Ends) {
    var reached = [Bool](repeating: false, count: steps.count)
    var ends: Ends = []
    var stack: [Int] = []
    let branchesOfStep = blocks.count > 1 ? branchTable() : []
    func visit(_ target: Target) {
      switch target {
      case .success: ends.insert(.success)
      case .failure: ends.insert(.failure)
      case .step(let step):
        guard !reached[step] else { return }
        reached[step] = true
        stack.append(step)
      }
    }
    if let first = blocks.first?.steps.first { visit(.step(first)) }
    while let step = stack.popLast() {
      let current = steps[step]
      let block = blocks[current.block]
      let branches = branchesOfStep.isEmpty ? [] : branchesOfStep[step]
      if current.inclusion.map(canSucceed) ?? true {
        if step + 1 < block.steps.upperBound, !steps[step + 1].isBehindClosing {
          visit(.step(step + 1))
        } else {
          for exit in exits(of: current.block) { visit(exit) }
        }
      } else if branches.isEmpty {
        visit(.failure)
      }
      for branch in branches {
        for entry in entries(of: branch) { visit(entry) }
      }
    }
    return (reached, ends)
  }

  /// The branches of every step at once, in time linear in anchors.
  func branchTable() -> [[Int]] {
    var table = [[Int]](repeating: [], count: steps.count)
    for (index, block) in blocks.enumerated() {
      for anchor in block.anchors { table[anchor].append(index) }
    }
    return table
  }
}
