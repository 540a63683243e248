import UseCaseModel
import UseCaseSyntax

struct MustDependsOnLower: Rule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "must-depends-on-lower", category: .delivery, severity: .warning, source: .dsdm,
    summary: "A Must includes a Could or a Won't.",
    rationale: "When the Could is dropped, the Must cannot be delivered either.",
    bad: """
      usecase CheckOut {
        priority must
        include PayOrder
      }
      usecase PayOrder { priority could }
      """,
    good: """
      usecase CheckOut {
        priority must
        include PayOrder
      }
      usecase PayOrder { priority must }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: useCase).contains(Clauses.priority), useCase.priority == .must,
      useCase.status != .retired
    else { return }
    var seen: Set<ElementID> = []
    for arrow in context.facts.inclusions.arrows(from: useCase.id) {
      let included = UseCase(element: context.model.element(arrow.target))
      guard let priority = included.priority, priority == .could || priority == .wont,
        included.status != .retired, seen.insert(included.id).inserted
      else { continue }
      report.add(
        "'\(useCase.title)' is a Must and includes '\(included.title)', which is a "
          + (priority == .could ? "Could" : "Won't"),
        at: arrow.reference.place,
        labels: [included, useCase].compactMap { other in
          other.first(Clauses.priority).map {
            Label("the priority of '\(other.title)'", at: $0.place)
          }
        },
        help: ["raise the one, lower the other, or leave the inclusion out"])
    }
  }
}
