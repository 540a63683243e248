import UseCaseModel
import UseCaseSyntax

struct NoFeedbackCapture: Rule {
  static let info = RuleInfo(
    name: "no-feedback-capture", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "No touchpoint of a journey collects feedback.",
    rationale: "Whoever never asks learns what customers think from the figures of next year.",
    bad: """
      journey Buy {
        stage Wear { touchpoint RateUs }
      }
      """,
    good: """
      journey Buy {
        stage Wear { touchpoint RateUs { collects feedback } }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let touchpoints = journey.touchpoints
    guard !touchpoints.isEmpty, !journey.element.isBroken,
      !touchpoints.contains(where: { context.clauses(of: $0).contains(Clauses.collectsFeedback) })
    else { return }
    report.add(
      "no touchpoint of journey '\(journey.title)' collects feedback", at: journey.place,
      help: ["say 'collects feedback' in the touchpoint where customers are asked"])
  }
}
