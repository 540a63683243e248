import UseCaseModel
import UseCaseSyntax

struct UnreachableTouchpoint: Rule {
  static let info = RuleInfo(
    name: "unreachable-touchpoint", category: .graph, severity: .warning, source: .graph,
    summary: "No path from the start leads to a touchpoint.",
    rationale: "Either an arrow is missing, or no customer ever gets there.",
    bad: """
      journey Buy {
        stage Purchase {
          touchpoint Order
          touchpoint UseVoucher
          touchpoint Pay
        }
        start -> Order
        Order -> Pay
        UseVoucher -> Pay
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
    guard !graph.isImplicit, !graph.lacksArrows,
      graph.edges.contains(where: { $0.source == .start })
    else { return }
    var covered = graph.reached
    guard covered.contains(false) else { return }
    // First those without any arrow into them, then one of each ring: what follows from them is
    // the same mistake.
    let places = graph.touchpoints.indices.filter { !covered[$0] }
    let roots = places.filter { graph.incoming[$0].isEmpty } + places
    for place in roots where !covered[place] {
      let followers = flood(place, graph, &covered).sorted().map { graph.touchpoints[$0] }
      let touchpoint = graph.touchpoints[place]
      report.add(
        "no path from the start leads to touchpoint '\(touchpoint.title)'", at: touchpoint.place,
        labels: followers.map { Label("nor to this one, which follows it", at: $0.place) },
        about: touchpoint.element)
    }
  }

  /// Marks a touchpoint and what only it leads to; returns the latter.
  private func flood(_ place: Int, _ graph: JourneyGraph, _ covered: inout [Bool]) -> [Int] {
    var found: [Int] = []
    var stack = [place]
    covered[place] = true
    while let current = stack.popLast() {
      for edge in graph.outgoing[current] {
        guard case .touchpoint(let next) = graph.edges[edge].target, !covered[next] else {
          continue
        }
        covered[next] = true
        found.append(next)
        stack.append(next)
      }
    }
    return found
  }
}
