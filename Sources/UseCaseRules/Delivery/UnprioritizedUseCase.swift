import UseCaseModel
import UseCaseSyntax

struct UnprioritizedUseCase: ExpectingRule {
  static let info = RuleInfo(
    name: "unprioritized-usecase", category: .delivery, severity: .warning, source: .dsdm,
    summary: "A use case has no priority although others have one.",
    rationale:
      "What nobody has ranked is a Must to those who want it and a Could to those who build it.",
    bad: """
      usecase CheckOut { priority must }
      usecase ApplyVoucher
      """,
    good: """
      usecase CheckOut { priority must }
      usecase ApplyVoucher { priority could }
      """)

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    context.facts.hasPriorities && !useCase.isAbstract && useCase.status != .retired
      && !useCase.element.isBroken
  }

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: useCase).contains(Clauses.priority), expects(useCase, in: context)
    else { return }
    report.add(
      "'\(useCase.title)' has no priority, and others have one", at: useCase.place,
      help: ["say 'priority must', 'should', 'could' or 'wont'"])
  }
}
