import UseCaseModel
import UseCaseSyntax

struct SingleChannelSupport: Rule {
  static let info = RuleInfo(
    name: "single-channel-support", category: .coverage, severity: .info,
    source: .journeyMethod,
    summary: "Support is to be had on one channel only.",
    rationale: """
      Customers ask for help where they are; whoever cannot use the one channel, or finds it \
      closed, gets none.
      """,
    bad: """
      channel Phone
      journey Buy {
        stage Help {
          kind support
          touchpoint CallUs { channel Phone }
        }
      }
      """,
    good: """
      channel Phone
      channel LiveChat
      journey Buy {
        stage Help {
          kind support
          touchpoint AskUs { channel Phone, LiveChat }
        }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let stages = journey.stages.filter { $0.stageKind == .support }
    guard let stage = stages.first else { return }
    var only: Element?
    for touchpoint in stages.flatMap(\.touchpoints) where !touchpoint.isExternal {
      for channel in touchpoint.channels {
        if let only, only.id != channel.id { return }
        only = channel
      }
    }
    guard let only else { return }
    report.add(
      "support is to be had on channel '\(only.title)' only", at: stage.place,
      labels: [Label("the only channel of support", at: only.place)])
  }
}
