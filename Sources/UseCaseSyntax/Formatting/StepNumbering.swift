/// Numbers the steps of each flow from 1 and carries along whatever points at them.
///
/// A use case keeps its numbers where something points at a number that two steps have, or none:
/// nobody but its author can tell what is meant.
struct StepNumbering {
  /// What stands in place of a number or anchor, by the offset of its token.
  private(set) var replacements: [Int: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  mutating func read(_ tree: SyntaxTree) {
    for (index, node) in tree.nodes.enumerated() where node.kind == .declaration {
      let declaration = DeclarationSyntax(SyntaxNode(tree: tree, index: index))
      guard !declaration.flows.isEmpty || !declaration.branches.isEmpty else { continue }
      add(declaration)
    }
  }

  private mutating func add(_ useCase: DeclarationSyntax) {
    var plan = Plan()
    let flows = useCase.flows
    let steps = flows.map { Steps($0) }
    for (flow, steps) in zip(flows, steps) { plan.renumber(flow, steps) }
    // With two main flows, which is a mistake, an anchor could mean either.
    let main = steps.count == 1 ? steps[0] : Steps(nil)
    for clause in useCase.clauses {
      for tail in clause.syntax.children where tail.kind == .tail {
        if let anchor = tail.first(.anchor) { plan.carry(anchor, along: main) }
      }
    }
    for branch in useCase.branches { plan.add(branch, on: main) }
    if let obstacle = plan.obstacle, plan.changesNumbers {
      diagnostics.append(obstacle.diagnostic(useCase.name ?? ""))
    } else {
      replacements.merge(plan.replacements) { first, _ in first }
    }
  }
}

/// The old and the new numbers of one flow's steps.
private struct Steps {
  /// By old number; the number 0 stands for "several steps".
  var new: [Int: Int] = [:]
  var isAscending = true
  /// A second step with the same number.
  var repeated: [Int: SyntaxNode] = [:]

  init(_ flow: FlowSyntax?) {
    var last = 0
    for (index, step) in (flow?.steps ?? []).enumerated() {
      guard let number = step.number else { continue }
      if new[number] != nil {
        new[number] = 0
        repeated[number] = step.numberNode
      } else {
        new[number] = index + 1
      }
      if number <= last { isAscending = false }
      last = number
    }
  }

  func carried(_ anchor: Anchor) -> Anchor? {
    guard let steps = anchor.steps else { return anchor }
    guard let first = new[steps.lowerBound], let last = new[steps.upperBound], first > 0, last > 0,
      steps.count == 1 || isAscending, first <= last
    else { return nil }
    return Anchor(steps: first...last, letters: anchor.letters)
  }
}

/// What is to be replaced in one use case, and what stands in the way.
private struct Plan {
  struct Obstacle {
    let anchor: SyntaxNode
    let repeated: SyntaxNode?

    func diagnostic(_ useCase: String) -> Diagnostic {
      let reason =
        repeated == nil
        ? "'\(anchor.raw)' does not say clearly which step it means"
        : "'\(anchor.raw)' may mean either of two steps with the same number"
      return Diagnostic(
        rule: "format", severity: .warning,
        message: "the steps of '\(useCase)' keep their numbers: \(reason)", at: anchor.place,
        labels: repeated.map { [Label("this number stands twice", at: $0.place)] } ?? [],
        help: ["number the steps as you mean them, then format again"])
    }
  }

  var replacements: [Int: String] = [:]
  var changesNumbers = false
  var obstacle: Obstacle?

  mutating func renumber(_ flow: FlowSyntax, _ steps: Steps) {
    for (index, step) in flow.steps.enumerated() {
      guard let number = step.numberNode else { continue }
      replacements[number.range.lowerBound] = "\(index + 1)."
      if step.number != index + 1 { changesNumbers = true }
    }
  }

  mutating func add(_ branch: FlowSyntax, on parent: Steps) {
    if let anchor = branch.anchorNode { carry(anchor, along: parent) }
    if let target = branch.closing?.anchorNode { carry(target, along: parent) }
    let steps = Steps(branch)
    renumber(branch, steps)
    for nested in branch.branches { add(nested, on: steps) }
  }

  mutating func carry(_ node: SyntaxNode, along steps: Steps) {
    let anchor = Anchor(node.raw)
    if let carried = anchor.flatMap(steps.carried) {
      replacements[node.range.lowerBound] = carried.description
    } else if obstacle == nil {
      let repeated = anchor?.steps.flatMap {
        steps.repeated[$0.lowerBound] ?? steps.repeated[$0.upperBound]
      }
      obstacle = Obstacle(anchor: node, repeated: repeated)
    }
  }
}
