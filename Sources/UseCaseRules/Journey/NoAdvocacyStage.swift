import UseCaseModel
import UseCaseSyntax

struct NoAdvocacyStage: Rule {
  static let info = RuleInfo(
    name: "no-advocacy-stage", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "A journey goes on after the sale, but nobody tells others or returns.",
    rationale: "Satisfied customers who are asked bring the next ones; those who are not, forget.",
    bad: """
      journey Buy {
        stage Order { kind purchase }
        stage Wear { kind use }
      }
      """,
    good: """
      journey Buy {
        stage Order { kind purchase }
        stage Wear { kind use }
        stage Recommend { kind advocacy }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let kinds = StageKinds(journey)
    guard kinds.areKnown, kinds.goesOn, kinds.sale != nil, !kinds.hasAdvocacy else { return }
    report.add(
      "journey '\(journey.title)' has no stage in which customers tell others or return",
      at: journey.place, help: ["add a stage of kind 'advocacy'"])
  }
}
