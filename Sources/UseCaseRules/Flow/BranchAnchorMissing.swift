import UseCaseModel
import UseCaseSyntax

struct BranchAnchorMissing: Rule {
  static let info = RuleInfo(
    name: "branch-anchor-missing", category: .flow, severity: .error, source: .rucm,
    summary: "A branch, a `resume` or an extension point names a step that is not there.",
    rationale: "Nobody can say when a branch happens that hangs on a step nobody has written.",
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
        alternative 4a when "the payment is declined" {
          1. System explains why
          resume 1
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
        alternative 3a when "the payment is declined" {
          1. System explains why
          resume 1
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else {
      return checkWithoutFlow(useCase, context, &report)
    }
    for block in graph.branches {
      guard let parent = block.parent, !graph.blocks[parent].syntax.syntax.isBroken else {
        continue
      }
      if let node = block.syntax.anchorNode, let steps = Anchor(node.raw)?.steps {
        check(steps, node, in: parent, graph, "the branch hangs on", &report)
      }
      if let node = block.syntax.closing?.anchorNode, let anchor = Anchor(node.raw),
        let steps = anchor.steps, steps.count == 1, anchor.letters.isEmpty
      {
        check(steps, node, in: parent, graph, "the branch resumes at", &report)
      }
    }
    guard context.clauses(of: useCase).contains(Clauses.extensionPoint),
      let main = graph.blocks.first, !main.syntax.syntax.isBroken
    else { return }
    for clause in useCase.clauses(Clauses.extensionPoint) {
      guard let node = clause.tail(Keyword("after"))?.syntax.first(.anchor),
        let steps = Anchor(node.raw)?.steps
      else { continue }
      check(steps, node, in: 0, graph, "the extension point lies after", &report)
    }
  }

  private func check(
    _ steps: ClosedRange<Int>, _ node: SyntaxNode, in block: Int, _ graph: FlowGraph,
    _ what: String, _ report: inout Findings
  ) {
    let isFirstThere = graph.step(steps.lowerBound, in: block) != nil
    guard !isFirstThere || graph.step(steps.upperBound, in: block) == nil else { return }
    let number = isFirstThere ? steps.upperBound : steps.lowerBound
    let flow = block == 0 ? "the main flow" : "branch '\(graph.blocks[block].label)'"
    let range =
      switch graph.numbers(in: block) {
      case nil: "it has no steps"
      case let numbers? where numbers.count == 1: "it has only step \(numbers.lowerBound)"
      case let numbers?: "its steps are \(numbers.lowerBound) to \(numbers.upperBound)"
      }
    report.add(
      "\(what) step \(number), but \(flow) has none of that number", at: node.place,
      labels: [Label(range, at: headerPlace(graph.blocks[block].syntax))])
  }

  private func headerPlace(_ flow: FlowSyntax) -> Place {
    let range = flow.syntax.range
    let keyword = flow.isMain ? "flow" : flow.isException ? "exception" : "alternative"
    return flow.syntax.tree.source.place(
      range.lowerBound..<min(range.upperBound, range.lowerBound + keyword.utf8.count))
  }

  /// Branches without any main flow: one mistake.
  private func checkWithoutFlow(
    _ useCase: UseCase, _ context: RuleContext, _ report: inout Findings
  ) {
    guard !useCase.element.isBroken, let declaration = useCase.declaration,
      let first = declaration.branches.first, let node = first.anchorNode
    else { return }
    report.add(
      "the branch hangs on a step, but '\(useCase.title)' has no flow", at: node.place,
      labels: declaration.branches.dropFirst().compactMap { branch in
        branch.anchorNode.map { Label("and this branch", at: $0.place) }
      }, help: ["write the main flow: 'flow { … }'"])
  }
}
