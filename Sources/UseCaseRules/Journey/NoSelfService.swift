import UseCaseModel
import UseCaseSyntax

struct NoSelfService: Rule {
  static let info = RuleInfo(
    name: "no-self-service", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "Support is given by people only.",
    rationale: """
      Most customers would rather find the answer themselves, at any hour, than wait for \
      somebody who gives it.
      """,
    bad: """
      journey Buy {
        stage Help {
          kind support
          touchpoint CallUs
        }
      }
      """,
    good: """
      journey Buy {
        stage Help {
          kind support
          touchpoint CallUs
          touchpoint FindAnswer { self-service }
        }
      }
      """)

  func check(_ journey: Journey, in context: RuleContext, report: inout Findings) {
    let stages = journey.stages.filter { $0.stageKind == .support }
    let touchpoints = stages.flatMap(\.touchpoints)
    guard let stage = stages.first, !touchpoints.isEmpty, !journey.element.isBroken,
      !touchpoints.contains(where: { context.clauses(of: $0).contains(Clauses.selfService) })
    else { return }
    report.add(
      "in stage '\(stage.title)' nobody is helped without a person", at: stage.place,
      help: ["say 'self-service' in a touchpoint where customers help themselves"])
  }
}
