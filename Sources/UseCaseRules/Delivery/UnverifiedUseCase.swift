import UseCaseModel
import UseCaseSyntax

struct UnverifiedUseCase: ExpectingRule {
  static let info = RuleInfo(
    name: "unverified-usecase", category: .delivery, severity: .warning, source: .traceability,
    summary: "Nothing verifies a use case that is implemented.",
    rationale: "That it works is known only as long as something tries it out.",
    bad: """
      usecase PayOrder { status implemented }
      """,
    good: """
      usecase PayOrder {
        status implemented
        verified by "tests/checkout/payment.feature"
      }
      """, isOn: false)

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    context.clauses(of: useCase).contains(Clauses.status) && useCase.status == .implemented
      && !useCase.isAbstract && !useCase.element.isBroken
  }

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: useCase).contains(Clauses.verifiedBy),
      expects(useCase, in: context)
    else { return }
    report.add(
      "'\(useCase.title)' is implemented, and nothing verifies it", at: useCase.place,
      help: ["name the file of a test: 'verified by \"…\"'"])
  }
}
