import UseCaseModel
import UseCaseSyntax

struct TooFewSteps: Rule {
  static let info = RuleInfo(
    name: "too-few-steps", category: .flow, severity: .info, source: .benchmark,
    summary: "A main flow has fewer than three steps.",
    rationale: """
      One or two steps are seldom a goal of their own; they may be a step of another use case, or \
      the conversation is not written down yet.
      """,
    bad: RuleExamples.flow(ofSteps: 2),
    good: RuleExamples.flow(ofSteps: 3))

  static let options = [
    RuleOption(
      "fewest", \TooFewSteps.fewest, in: 1...20, "How many steps a main flow has at least.")
  ]

  private(set) var fewest = 3

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else { return }
    let count = graph.mainSteps.count
    guard count > 0, count < fewest, useCase.level != .subfunction,
      useCase.status != .draft, graph.blocks.first?.syntax.syntax.isBroken == false
    else { return }
    report.add(
      count == 1
        ? "the main flow of '\(useCase.title)' has one step only"
        : "the main flow of '\(useCase.title)' has \(count) steps only", at: useCase.place)
  }
}
