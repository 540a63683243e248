import UseCaseModel
import UseCaseSyntax

struct DeadEndTouchpoint: Rule {
  static let info = RuleInfo(
    name: "dead-end-touchpoint", category: .graph, severity: .warning, source: .graph,
    summary: "A way leads to a touchpoint, but none leads on.",
    rationale: "Customers never stand still: they go on, are done, or give up.",
    bad: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint UseVoucher
          touchpoint Pay
        }
        start -> Order
        Order -> UseVoucher, Pay
        Pay -> completed
      }
      """,
    good: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint UseVoucher
          touchpoint Pay
        }
        start -> Order
        Order -> UseVoucher, Pay
        UseVoucher -> Pay
        Pay -> completed
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let graph = context.graph(of: journey)
    // Without any end, the journey itself is the mistake.
    guard !graph.isImplicit, !graph.lacksArrows,
      graph.edges.contains(where: { $0.target == .completed || $0.target == .abandoned })
    else { return }
    for (place, touchpoint) in graph.touchpoints.enumerated() {
      guard let wayIn = graph.incoming[place].first,
        graph.outgoing[place].allSatisfy({ graph.edges[$0].target == .touchpoint(place) })
      else { continue }
      report.add(
        "no way leads on from touchpoint '\(touchpoint.title)'", at: touchpoint.place,
        labels: graph.edges[wayIn].place.map { [Label("a way leads here", at: $0)] } ?? [],
        help: [
          "say what comes next: '\(touchpoint.name) -> …', with 'completed' or 'abandoned' for an end"
        ], about: touchpoint.element)
    }
  }
}
