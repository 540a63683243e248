import UseCaseModel
import UseCaseSyntax

struct TooManySteps: Rule {
  static let info = RuleInfo(
    name: "too-many-steps", category: .flow, severity: .warning, source: .cockburn,
    summary: "A main flow has more than nine steps.",
    rationale: """
      Longer flows describe the screen rather than the goal; real main flows have five steps on \
      average.
      """,
    bad: RuleExamples.flow(ofSteps: 10),
    good: RuleExamples.flow(ofSteps: 9))

  static let options = [
    RuleOption("most", \TooManySteps.most, in: 2...100, "How many steps a main flow may have.")
  ]

  private(set) var most = 9

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase), graph.mainSteps.count > most,
      let first = graph.mainSteps.dropFirst(most).first
    else { return }
    report.add(
      "the main flow of '\(useCase.title)' has \(graph.mainSteps.count) steps",
      at: useCase.place, labels: [Label("the tenth step", at: first.syntax.syntax.place)],
      help: [
        "say what is meant instead of how it is clicked, or move steps to an included use case"
      ])
  }
}
