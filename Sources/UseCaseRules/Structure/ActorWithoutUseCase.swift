import UseCaseModel
import UseCaseSyntax

struct ActorWithoutUseCase: Rule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "actor-without-usecase", category: .structure, severity: .warning,
    source: .umlPractice,
    summary: "An actor takes part in no use case.",
    rationale: "A leftover of an earlier draft, or the sign of a use case nobody wrote down.",
    bad: "actor Librarian",
    good: """
      actor Librarian
      usecase LendItem { actor Librarian }
      """)

  func check(_ actor: Actor, in context: RuleContext, report: inout Findings) {
    guard !context.facts.participants.contains(actor.id), !actor.isAbstract,
      // A name that nobody declares may be this one, misspelt: one mistake, and reported.
      !context.facts.hasUnknownActors
    else { return }
    report.add("actor '\(actor.title)' takes part in no use case", at: actor.place)
  }
}
