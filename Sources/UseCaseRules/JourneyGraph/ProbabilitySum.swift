import UseCaseModel
import UseCaseSyntax

struct ProbabilitySum: Rule {
  static let info = RuleInfo(
    name: "probability-sum", category: .graph, severity: .error, source: .graph,
    summary: "The shares of the ways on from a touchpoint do not make up a whole.",
    rationale: """
      Of a hundred customers a hundred go on somewhere, or give up; shares that add up to more \
      are counted twice, and to less, forgotten.
      """,
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
        start -> Pay
        Pay -> completed 80%
        Pay -> abandoned 30%
      }
      """,
    good: """
      journey Buy {
        stage Purchase { touchpoint Pay }
        start -> Pay
        Pay -> completed 80%
        Pay -> abandoned 20%
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let graph = context.graph(of: journey)
    guard !graph.isImplicit, !graph.lacksArrows else { return }
    let starts = graph.edges.indices.filter { graph.edges[$0].source == .start }
    check(starts, of: "start", graph, &report)
    for (place, edges) in graph.outgoing.enumerated() {
      check(edges, of: graph.touchpoints[place].title, graph, &report)
    }
  }

  private func check(
    _ edges: [Int], of title: String, _ graph: JourneyGraph, _ report: inout Findings
  ) {
    let given = edges.filter { graph.edges[$0].share != nil }
    guard let first = given.first, let place = sharePlace(graph.edges[first]) else { return }
    let sum = given.reduce(0) { $0 + (graph.edges[$1].share ?? 0) }
    let isTooMuch = sum > 100 + 0.01
    let isTooLittle = given.count == edges.count && sum < 99
    guard isTooMuch || isTooLittle else { return }
    let total = formatted((sum * 100).rounded() / 100)
    report.add(
      isTooMuch
        ? "the ways on from '\(title)' add up to \(total)%"
        : "the ways on from '\(title)' add up to \(total)% only", at: place,
      labels: given.dropFirst().compactMap { edge in
        sharePlace(graph.edges[edge]).map { Label("and this share", at: $0) }
      },
      help: isTooLittle ? ["leave one share out, and that way takes what is left"] : [],
      severity: isTooMuch ? nil : .warning)
  }

  private func sharePlace(_ edge: JourneyGraph.Edge) -> Place? {
    edge.syntax?.syntax.first(.quantity)?.place
  }
}
