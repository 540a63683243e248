import UseCaseModel
import UseCaseSyntax

struct NoPostPurchaseStage: Rule {
  static let info = RuleInfo(
    name: "no-post-purchase-stage", category: .coverage, severity: .warning,
    source: .journeyMethod,
    summary: "A journey ends with the sale.",
    rationale: """
      For the customer the journey goes on after the sale: what was bought is delivered, used, \
      sometimes returned, and talked about.
      """,
    bad: """
      journey Buy {
        stage Look { kind consideration }
        stage Order { kind purchase }
      }
      """,
    good: """
      journey Buy {
        stage Look { kind consideration }
        stage Order { kind purchase }
        stage Wear { kind use }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let kinds = StageKinds(journey)
    guard kinds.areKnown, !kinds.goesOn, let sale = kinds.sale else { return }
    report.add(
      "journey '\(journey.title)' ends with the sale", at: journey.place,
      labels: [Label("no stage of delivery, use, support or advocacy follows", at: sale.place)])
  }
}
