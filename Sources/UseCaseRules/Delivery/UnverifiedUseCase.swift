import UseCaseModel
import UseCaseSyntax

/// Nothing verifies a use case that is implemented.
struct UnverifiedUseCase: Rule {
  static let info = RuleInfo(
    name: "unverified-usecase", category: .delivery, severity: .warning, source: .traceability,
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

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: useCase)
    guard clauses.contains(Clauses.status), !clauses.contains(Clauses.verifiedBy),
      useCase.status == .implemented, !useCase.isAbstract, !useCase.element.isBroken
    else { return }
    report.add(
      "'\(useCase.title)' is implemented, and nothing verifies it", at: useCase.place,
      help: ["name the file of a test: 'verified by \"…\"'"])
  }
}
