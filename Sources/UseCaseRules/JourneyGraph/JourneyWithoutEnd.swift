import UseCaseModel
import UseCaseSyntax

struct JourneyWithoutEnd: Rule {
  static let info = RuleInfo(
    name: "journey-without-end", category: .graph, severity: .error, source: .graph,
    summary: "No arrow leads out of a journey.",
    rationale: """
      A journey whose end is nowhere cannot be completed or abandoned, so nobody can say how many \
      customers did.
      """,
    bad: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint Pay
        }
        start -> Order
        Order -> Pay
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
      !transitions.contains(where: leads(toEnd:)),
      let last = graph.touchpoints.last
    else { return }
    report.add(
      "journey '\(journey.title)' has no way out", at: journey.place,
      help: ["say where it ends, for example '\(last.name) -> completed'"])
  }

  private func leads(toEnd transition: TransitionSyntax) -> Bool {
    transition.points.dropFirst().contains { $0.raw == "completed" || $0.raw == "abandoned" }
  }
}
