import UseCaseModel
import UseCaseSyntax

struct HandoffWithoutContext: Rule {
  static let info = RuleInfo(
    name: "handoff-without-context", category: .graph, severity: .warning,
    source: .journeyMethod,
    summary: "The channel changes, and nothing is carried over.",
    rationale: """
      Customers who change the channel tell their story again, unless something carries it: a \
      basket, an order number, a case.
      """,
    bad: """
      channel Web
      channel Phone
      journey Buy {
        stage Help {
          touchpoint FindAnswer { channel Web }
          touchpoint CallUs { channel Phone }
        }
        start -> FindAnswer
        FindAnswer -> CallUs
        CallUs -> completed
      }
      """,
    good: """
      channel Web
      channel Phone
      journey Buy {
        stage Help {
          touchpoint FindAnswer { channel Web }
          touchpoint CallUs { channel Phone }
        }
        start -> FindAnswer
        FindAnswer -> CallUs carries "answers already read"
        CallUs -> completed
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let graph = context.graph(of: journey)
    guard !graph.isImplicit else { return }
    let channels = graph.touchpoints.map { touchpoint in
      touchpoint.isExternal ? [] : Set(touchpoint.channels.map(\.id))
    }
    for edge in graph.edges where edge.carries.isEmpty {
      guard case .touchpoint(let source) = edge.source,
        case .touchpoint(let target) = edge.target, source != target,
        let place = edge.place, edge.syntax?.syntax.isBroken == false,
        !channels[source].isEmpty, !channels[target].isEmpty,
        channels[source].isDisjoint(with: channels[target]),
        !graph.touchpoints[target].isInitiatedByCompany
      else { continue }
      let (from, to) = (graph.touchpoints[source], graph.touchpoints[target])
      report.add(
        "the channel changes between '\(from.title)' and '\(to.title)', and nothing is carried",
        at: place, labels: labels(from) + labels(to),
        help: ["say what the customer need not repeat: 'carries \"order number\"'"])
    }
  }

  private func labels(_ touchpoint: Touchpoint) -> [Label] {
    touchpoint.first(Clauses.channels).map { clause in
      [Label("the channels of '\(touchpoint.title)'", at: clause.place)]
    } ?? []
  }
}
