import UseCaseModel
import UseCaseSyntax

struct JourneyWithoutStart: Rule {
  static let info = RuleInfo(
    name: "journey-without-start", category: .graph, severity: .error, source: .graph,
    summary: "No arrow leads into a journey.",
    rationale: "Without a way in nobody walks the journey, and nothing of it can be reached.",
    bad: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint Pay
        }
        Order -> Pay
        Pay -> completed
      }
      """,
    good: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint Pay
        }
        start -> Order
        Order -> Pay
        Pay -> completed
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let transitions = journey.declaration?.transitions ?? []
    let graph = context.graph(of: journey)
    guard !transitions.isEmpty, !graph.lacksArrows,
      !transitions.contains(where: { $0.points.first?.raw == "start" }),
      let first = graph.touchpoints.first
    else { return }
    report.add(
      "journey '\(journey.title)' has no way in", at: journey.place,
      help: ["say where it begins, for example 'start -> \(first.name)'"])
  }
}
