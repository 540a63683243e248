import UseCaseModel
import UseCaseSyntax

struct StepPassiveOrModal: Rule {
  static let info = RuleInfo(
    name: "step-passive-or-modal", category: .text, severity: .info, source: .rucm,
    summary: "A step in the passive voice, or one that says what may or must be.",
    rationale: """
      The passive hides who acts, and a modal verb leaves open whether it happens; a step says \
      that somebody does something.
      """,
    bad: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer is asked for a payment method
            2. Customer chooses a payment method
            3. Shop records the payment
          }
        }
      }
      """,
    good: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Shop asks for a payment method
            2. Customer chooses a payment method
            3. Shop records the payment
          }
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let prose = context.prose(of: useCase),
      !prose.kinds.isDisjoint(with: StepPassiveOrModal.signs)
    else { return }
    for step in prose.steps where !step.kinds.isDisjoint(with: StepPassiveOrModal.signs) {
      guard let start = step.predicate,
        let found = Predicate(prose.words(of: step), from: start).passiveOrModal(
          isJoined: step.kinds.contains(.coordinator) || step.marks.contains(.pause))
      else { continue }
      let words = prose.text(found.words)
      switch found.form {
      case .passive:
        report.add(
          "'\(words)' is passive", at: prose.place(found.words),
          help: ["begin the step with who does it: 'Shop asks …' instead of 'Customer is asked …'"])
      case .modal:
        report.add(
          "'\(words)' does not say what happens", at: prose.place(found.words),
          help: [
            "say what is done, and make an alternative of what may be done instead"
          ])
      }
    }
  }

  private static let signs: WordKinds = [.modal, .toBe, .toHave, .halfModal]
}
