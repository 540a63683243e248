import UseCaseModel
import UseCaseSyntax

struct StageWithoutKPI: ExpectingRule {
  static let info = RuleInfo(
    name: "stage-without-kpi", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "Nothing is measured in a stage.",
    rationale: "Whether a stage gets better can be told only where something is measured in it.",
    bad: """
      kpi Conversion { metric conversion }
      journey Buy {
        kpi Conversion
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      kpi Conversion { metric conversion }
      journey Buy {
        stage Purchase {
          kpi Conversion
          touchpoint Pay
        }
      }
      """)

  /// A stage without touchpoints has another gap.
  func expects(_ stage: Stage, in context: RuleContext) -> Bool {
    !stage.element.isBroken && !stage.touchpoints.isEmpty
  }

  func check(_ stage: Stage, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: stage).contains(Clauses.kpis), expects(stage, in: context),
      !stage.touchpoints.contains(where: { isMeasured($0, context) })
    else { return }
    report.add(
      "nothing is measured in stage '\(stage.title)'", at: stage.place,
      help: ["name a KPI in the stage or in one of its touchpoints: 'kpi …'"])
  }

  private func isMeasured(_ touchpoint: Touchpoint, _ context: RuleContext) -> Bool {
    context.clauses(of: touchpoint).contains(Clauses.kpis)
      || touchpoint.moments.contains { context.clauses(of: $0).contains(Clauses.kpis) }
  }
}
