import UseCaseModel
import UseCaseSyntax

struct TouchpointWithoutUseCase: ExpectingRule {
  static let info = RuleInfo(
    name: "touchpoint-without-usecase", category: .coverage, severity: .warning,
    source: .journeyMethod,
    summary: "A touchpoint on our systems is realised by no use case.",
    rationale: """
      What the customer does there is done by nothing that anybody has described: either a use \
      case is missing, or no system of ours takes part.
      """,
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      usecase PayOrder
      journey Buy {
        stage Purchase { touchpoint Pay { realized by PayOrder } }
      }
      """)

  func expects(_ touchpoint: Touchpoint, in context: RuleContext) -> Bool {
    !context.clauses(of: touchpoint).contains(Clauses.external) && !touchpoint.element.isBroken
  }

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: touchpoint).contains(Clauses.realizedBy),
      expects(touchpoint, in: context)
    else { return }
    report.add(
      "touchpoint '\(touchpoint.title)' is realised by no use case", at: touchpoint.place,
      help: ["say 'realized by' and the use case, or 'external' if no system of ours takes part"])
  }
}
