import UseCaseModel
import UseCaseSyntax

struct ExtendWithoutCondition: Rule {
  static let info = RuleInfo(
    name: "extend-without-condition", category: .structure, severity: .info, source: .uml,
    summary: "An extension says not when it happens.",
    rationale: "What happens always is an inclusion; an extension happens under a condition.",
    bad: """
      usecase PayOrder
      usecase ApplyVoucher { extend PayOrder }
      """,
    good: """
      usecase PayOrder
      usecase ApplyVoucher { extend PayOrder when "the customer holds a code" }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: useCase).contains(Clauses.extend) else { return }
    for clause in useCase.clauses(Clauses.extend)
    where !clause.syntax.isBroken && clause.tail(Keyword("when")) == nil {
      guard let base = clause.reference else { continue }
      report.add(
        "'\(useCase.title)' does not say when it extends '\(base.name)'", at: clause.place,
        help: ["say the condition: 'when \"…\"'; what happens always is an 'include'"])
    }
  }
}
