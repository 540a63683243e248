import UseCaseModel
import UseCaseSyntax

struct JourneyWithoutPersona: Rule {
  static let info = RuleInfo(
    name: "journey-without-persona", category: .coverage, severity: .warning,
    source: .nielsenNorman,
    summary: "A journey says not whose it is.",
    rationale: """
      What hurts one customer suits another: a journey is walked by somebody, and every feeling \
      on the map is that person's.
      """,
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      persona Ronja
      journey Buy {
        persona Ronja
        stage Purchase { touchpoint Pay }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: journey).contains(Clauses.personas), !journey.element.isBroken
    else { return }
    report.add(
      "journey '\(journey.title)' does not say whose it is", at: journey.place,
      help: ["name the persona who walks it: 'persona …'"])
  }
}
