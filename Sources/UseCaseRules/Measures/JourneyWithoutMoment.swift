import UseCaseModel
import UseCaseSyntax

struct JourneyWithoutMoment: Rule {
  static let info = RuleInfo(
    name: "journey-without-moment", category: .measures, severity: .info, source: .journeyMethod,
    summary: "A journey has no moment of truth.",
    rationale: """
      Not every touchpoint matters alike; where none is marked as the one that decides, money and \
      care are spread evenly.
      """,
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            moment TheBill "Is this what I was told?" {
              polarity negative
              impact 4
            }
          }
        }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    guard !context.facts.namelessKinds.contains(.moment), !journey.element.isBroken else { return }
    let touchpoints = journey.touchpoints
    guard !touchpoints.isEmpty, touchpoints.allSatisfy({ $0.moments.isEmpty }) else { return }
    report.add(
      "journey '\(journey.title)' has no moment of truth", at: journey.place,
      help: ["mark where customers make up their minds: 'moment …' in a touchpoint"])
  }
}
