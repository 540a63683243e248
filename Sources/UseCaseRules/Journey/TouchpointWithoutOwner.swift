import UseCaseModel
import UseCaseSyntax

struct TouchpointWithoutOwner: ExpectingRule {
  static let info = RuleInfo(
    name: "touchpoint-without-owner", category: .coverage, severity: .info,
    source: .journeyMethod,
    summary: "Nobody answers for a touchpoint.",
    rationale: "Where several teams meet the customer, what belongs to nobody is mended by nobody.",
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      role CheckoutTeam
      journey Buy {
        stage Purchase {
          owner CheckoutTeam
          touchpoint Pay
        }
      }
      """)

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    guard !context.isOwned(touchpoint.element), expects(touchpoint, in: context) else { return }
    report.add(
      "nobody owns touchpoint '\(touchpoint.title)', its stage or its journey",
      at: touchpoint.place, help: ["name who is accountable: 'owner …'"])
  }
}
