import UseCaseModel
import UseCaseSyntax

struct UnreachableStep: Rule {
  static let info = RuleInfo(
    name: "unreachable-step", category: .flow, severity: .warning, source: .graph,
    summary: "No path of a flow reaches a step.",
    rationale: "What is never done is either superfluous, or stands in the wrong place.",
    bad: """
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
          2. System offers another method
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
          2. System offers another method
          resume 1
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase),
      graph.steps.contains(where: \.isBehindClosing)
        || graph.branches.contains(where: { $0.anchors.isEmpty })
    else { return }
    let reached = graph.reachedSteps
    guard reached.contains(false) else { return }
    for block in graph.blocks {
      // A branch whose steps are missing or never reached is a mistake of those.
      if block.parent != nil, !block.anchors.contains(where: { reached[$0] }) { continue }
      let steps = block.steps.filter { !reached[$0] }
      guard let first = steps.first else { continue }
      report.add(
        "no path reaches step '\(graph.steps[first].label)'",
        at: graph.steps[first].syntax.syntax.place,
        labels: (block.syntax.closing.map {
          [Label("the branch is left here", at: $0.syntax.place)]
        }
          ?? [])
          + steps.dropFirst().map { Label("nor this one", at: graph.steps[$0].syntax.syntax.place) }
      )
    }
  }
}
