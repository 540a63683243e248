import UseCaseModel
import UseCaseSyntax

struct MissingFlow: ExpectingRule {
  static let info = RuleInfo(
    name: "missing-flow", category: .flow, severity: .warning, source: .cockburn,
    summary: "A use case that is no draft has no steps.",
    rationale: """
      A title says what is wanted, the flow what happens; without it neither effort nor test can \
      be told.
      """,
    bad: """
      actor Customer
      usecase PayOrder { actor Customer }
      """,
    good: """
      actor Customer
      usecase PayOrder {
        actor Customer
        status draft
      }
      """)

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    guard let declaration = useCase.declaration,
      !context.clauses(of: useCase).contains(Clauses.isAbstract), !useCase.element.isBroken
    else { return false }
    return useCase.level == .userGoal && useCase.status != .draft && useCase.status != .retired
      && useCase.priority != .wont && !isBroken(declaration)
  }

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let declaration = useCase.declaration, !declaration.hasSteps,
      expects(useCase, in: context),
      !useCase.ancestors.contains(where: { $0.declaration?.hasSteps == true })
    else { return }
    report.add(
      "use case '\(useCase.title)' has no steps", at: useCase.place,
      help: ["write them in 'flow { … }', or say 'status draft' until they are known"])
  }

  private func isBroken(_ declaration: DeclarationSyntax) -> Bool {
    declaration.flows.contains { $0.syntax.isBroken }
  }
}
