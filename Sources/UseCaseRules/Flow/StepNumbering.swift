import UseCaseModel
import UseCaseSyntax

struct StepNumbering: Rule {
  static let info = RuleInfo(
    name: "step-numbering", category: .flow, severity: .warning, source: .language,
    summary: "The numbers of steps skip, repeat or run backwards.",
    fixes: [.safe("Numbers the steps from 1, and carries the branches along.")],
    rationale: """
      Branches and people name steps by their numbers; where numbers jump, something may have been \
      deleted or pasted by mistake.
      """,
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. Customer chooses a payment method
          3. System asks for the amount
          4. Customer authorises the amount
        }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else { return }
    for (index, block) in graph.blocks.enumerated() {
      for (place, step) in graph.steps[block.steps].enumerated() where step.number != place + 1 {
        guard let number = step.syntax.numberNode else { continue }
        let before = place == 0 ? nil : graph.steps[block.steps.lowerBound + place - 1].number
        report.add(
          message(step.number, place + 1, before), at: number.place,
          fixes: renumbering(index, graph).map { [$0] } ?? [])
        break
      }
    }
  }

  private func message(_ number: Int, _ expected: Int, _ before: Int?) -> String {
    guard let before else { return "the first step has the number \(number)" }
    if number == before { return "the number \(number) stands twice" }
    return number < before
      ? "step \(number) follows step \(before)"
      : "step \(number) follows step \(before), and \(expected) is missing"
  }

  /// Numbers the steps of a block from 1 and carries along what names them; nil where a number that
  /// is named stands twice or nowhere.
  private func renumbering(_ block: Int, _ graph: FlowGraph) -> Fix? {
    var edits: [Edit] = []
    var numbers: [Int: Int] = [:]
    var ambiguous: Set<Int> = []
    for (place, step) in graph.steps[graph.blocks[block].steps].enumerated() {
      if numbers.updateValue(place + 1, forKey: step.number) != nil {
        ambiguous.insert(step.number)
      }
      guard let node = step.syntax.numberNode else { return nil }
      if step.number != place + 1 { edits.append(Edit(node.place, replacement: "\(place + 1).")) }
    }
    for node in anchorNodes(naming: block, graph) {
      guard let anchor = Anchor(node.raw) else { return nil }
      guard let steps = anchor.steps else { continue }
      guard let first = numbers[steps.lowerBound], let last = numbers[steps.upperBound],
        first <= last, !ambiguous.contains(steps.lowerBound), !ambiguous.contains(steps.upperBound)
      else { return nil }
      let moved = Anchor(steps: first...last, letters: anchor.letters)
      if moved != anchor { edits.append(Edit(node.place, replacement: moved.description)) }
    }
    return Fix("number the steps from 1, and the branches with them", edits: edits)
  }

  /// The anchors and resumes of the branches that hang on a block, and the main flow's extension
  /// points.
  private func anchorNodes(naming block: Int, _ graph: FlowGraph) -> [SyntaxNode] {
    var nodes = graph.blocks.filter { $0.parent == block }.flatMap { branch in
      [branch.syntax.anchorNode, branch.syntax.closing?.anchorNode].compactMap { $0 }
    }
    if block == 0 {
      nodes += graph.useCase.clauses(Clauses.extensionPoint).compactMap { clause in
        clause.tail(Keyword("after"))?.syntax.first(.anchor)
      }
    }
    return nodes
  }
}
