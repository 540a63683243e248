import UseCaseModel
import UseCaseSyntax

struct UseCaseWithoutActor: Rule {
  static let info = RuleInfo(
    name: "usecase-without-actor", category: .structure, severity: .warning,
    source: .umlPractice,
    summary: "Nobody takes part in a use case.",
    rationale: """
      A use case is worth something to somebody; without an actor it is a function of the system, \
      or the actor has been forgotten.
      """,
    bad: "usecase PayOrder",
    good: """
      actor Customer
      usecase PayOrder { actor Customer }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: useCase)
    guard !clauses.contains(Clauses.actors), !clauses.contains(Clauses.supporting),
      !clauses.contains(Clauses.isAbstract), !clauses.contains(Clauses.extend),
      !useCase.element.isBroken, useCase.includers.isEmpty,
      !useCase.ancestors.contains(where: hasActor)
    else { return }
    report.add(
      "nobody takes part in use case '\(useCase.title)'", at: useCase.place,
      help: ["name whose goal it is: 'actor …'"])
  }

  private func hasActor(_ useCase: UseCase) -> Bool {
    useCase.first(Clauses.actors) != nil || useCase.first(Clauses.supporting) != nil
  }
}
