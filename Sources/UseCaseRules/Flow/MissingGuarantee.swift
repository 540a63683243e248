import UseCaseModel
import UseCaseSyntax

struct MissingGuarantee: Rule {
  static let info = RuleInfo(
    name: "missing-guarantee", category: .flow, severity: .info, source: .rucm,
    summary: "A use case with a flow does not say what is true after it has succeeded.",
    rationale: "The success guarantee is what the actor wants, and what a test looks at.",
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder {
        actor Customer
        success guarantee "The payment is authorised"
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: useCase).contains(Clauses.successGuarantee),
      useCase.declaration?.hasSteps == true, !useCase.element.isBroken,
      useCase.status != .draft, useCase.status != .retired,
      !useCase.ancestors.contains(where: { $0.first(Clauses.successGuarantee) != nil })
    else { return }
    report.add(
      "'\(useCase.title)' does not say what is true after it has succeeded", at: useCase.place,
      help: ["say it: 'success guarantee \"…\"'"])
  }
}
