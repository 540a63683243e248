import UseCaseModel
import UseCaseSyntax

struct DropoffUnhandled: Rule {
  static let info = RuleInfo(
    name: "dropoff-unhandled", category: .graph, severity: .warning, source: .journeyMethod,
    summary: "Customers give up at a touchpoint, and nothing is done about it.",
    rationale: """
      Where customers are known to give up, a reactive measure (a reminder, a call, another \
      offer) brings some of them back.
      """,
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
        start -> Pay
        Pay -> completed 70%
        Pay -> abandoned 30%
      }
      """,
    good: """
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            moment Checkout "Is this worth my time?" {
              polarity negative
              impact 5
              reactive "Basket reminder" within 4 h
            }
          }
        }
        start -> Pay
        Pay -> completed 70%
        Pay -> abandoned 30%
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    for edge in context.graph(of: journey).edges where edge.target == .abandoned {
      guard case .touchpoint(let source) = edge.source, let place = edge.place else { continue }
      let touchpoint = context.graph(of: journey).touchpoints[source]
      guard !touchpoint.isInitiatedByCompany, !touchpoint.element.isBroken,
        !touchpoint.moments.contains(where: { $0.first(Clauses.reactive) != nil })
      else { continue }
      report.add(
        "customers give up at '\(touchpoint.title)', and nothing is done about it", at: place,
        labels: [Label("without a reactive measure", at: touchpoint.place)],
        help: ["say in a moment of truth what is done when it goes wrong: 'reactive …'"],
        about: touchpoint.element)
    }
  }
}
