import UseCaseModel
import UseCaseSyntax

struct EmptyStage: Rule {
  static let info = RuleInfo(
    name: "empty-stage", category: .coverage, severity: .warning, source: .journeyMethod,
    summary: "A stage holds no touchpoint.",
    rationale: "Where customer and company never meet, nothing can be improved.",
    bad: """
      journey Buy { stage Delivery }
      """,
    good: """
      journey Buy {
        stage Delivery { touchpoint ReceiveParcel }
      }
      """)

  func check(_ stage: Stage, in context: RuleContext, report: inout Findings) {
    guard !stage.element.isBroken,
      stage.declaration?.syntax.children.contains(where: { $0.kind == .declaration }) == false
    else { return }
    report.add("stage '\(stage.title)' has no touchpoint", at: stage.place)
  }
}
