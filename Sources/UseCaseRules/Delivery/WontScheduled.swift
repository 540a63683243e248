import UseCaseModel
import UseCaseSyntax

struct WontScheduled: Rule {
  static let info = RuleInfo(
    name: "wont-scheduled", category: .delivery, severity: .error, source: .dsdm,
    summary: "A timebox delivers a Won't.",
    rationale: "A Won't is what everybody has agreed not to deliver this time.",
    bad: """
      usecase TryOnVirtually { priority wont }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          delivers TryOnVirtually
        }
      }
      """,
    good: """
      usecase TryOnVirtually { priority could }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          delivers TryOnVirtually
        }
      }
      """)

  func check(_ timebox: Timebox, in context: RuleContext, report: inout Findings) {
    guard let clause = timebox.first(Clauses.delivers) else { return }
    for reference in clause.references {
      guard
        let useCase = context.model.target(of: reference, near: timebox.element)?.as(UseCase.self),
        useCase.priority == .wont, let priority = useCase.first(Clauses.priority)
      else { continue }
      report.add(
        "timebox '\(timebox.title)' delivers '\(useCase.title)', which is a Won't",
        at: reference.place, labels: [Label("the priority", at: priority.place)],
        help: ["take it out of the timebox, or give it another priority"])
    }
  }
}
