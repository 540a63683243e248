import UseCaseModel
import UseCaseSyntax

struct StepMultipleActions: Rule {
  static let info = RuleInfo(
    name: "step-multiple-actions", category: .text, severity: .info, source: .rucm,
    summary: "Two verbs of the subject in one step, or two who act.",
    rationale: """
      A branch hangs on a step; where a step does two things, nobody can say which of them went \
      wrong.
      """,
    bad: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer chooses a payment method and confirms the amount
            2. Shop records the payment
            3. Customer reads the receipt
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
            1. Customer chooses a payment method
            2. Customer confirms the amount
            3. Shop records the payment
          }
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let prose = context.prose(of: useCase),
      StepMultipleActions.hasJoint(prose.kinds, prose.marks)
    else { return }
    for step in prose.steps where StepMultipleActions.hasJoint(step.kinds, step.marks) {
      guard let start = step.predicate else { continue }
      let predicate = Predicate(prose.words(of: step), from: start)
      guard let verb = predicate.verb else { continue }
      let further = predicate.furtherActions
      guard let second = further.first else { continue }
      func place(_ word: Int) -> Place { prose.place(word..<word + 1) }
      report.add(
        "the step goes on to say '\(prose.text(second..<second + 1))'", at: place(second),
        caption: "a further action",
        labels: [Label("the first action", at: place(verb))]
          + further.dropFirst().map { Label("and one more", at: place($0)) },
        help: ["give each action a step of its own"])
    }
  }

  private static func hasJoint(_ kinds: WordKinds, _ marks: Word.Marks) -> Bool {
    kinds.contains(.coordinator) || !marks.isDisjoint(with: [.comma, .pause])
  }
}
