import UseCaseModel
import UseCaseSyntax

/// A touchpoint on our systems is realised by no use case.
struct TouchpointWithoutUseCase: Rule {
  static let info = RuleInfo(
    name: "touchpoint-without-usecase", category: .coverage, severity: .warning,
    source: .journeyMethod,
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

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: touchpoint)
    guard !clauses.contains(Clauses.realizedBy), !clauses.contains(Clauses.external),
      !touchpoint.element.isBroken
    else { return }
    report.add(
      "touchpoint '\(touchpoint.title)' is realised by no use case", at: touchpoint.place,
      help: ["say 'realized by' and the use case, or 'external' if no system of ours takes part"])
  }
}
