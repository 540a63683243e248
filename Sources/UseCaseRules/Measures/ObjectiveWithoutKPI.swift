import UseCaseModel
import UseCaseSyntax

struct ObjectiveWithoutKPI: Rule {
  static let info = RuleInfo(
    name: "objective-without-kpi", category: .measures, severity: .warning,
    source: .journeyMethod,
    summary: "Nothing tells whether an objective is reached.",
    rationale: "An objective that nothing measures is reached whenever somebody says so.",
    bad: """
      objective LowerAbandonment "Fewer abandoned checkouts by spring"
      """,
    good: """
      objective LowerAbandonment "Fewer abandoned checkouts by spring" {
        measured by CartAbandonment
      }
      kpi CartAbandonment { metric abandonment }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    let objectives = model.all(Objective.self)
    guard !objectives.isEmpty else { return }
    let measured = measuredObjectives(of: model)
    for objective in objectives where !measured.contains(objective.id) {
      report.add(
        "nothing measures objective '\(objective.title)'", at: objective.place,
        help: ["name what tells whether it is reached: 'measured by …'"], about: objective.element)
    }
  }

  /// Those that a KPI measures, and those that one of these supports.
  private func measuredObjectives(of model: Model) -> Set<ElementID> {
    var stack = model.everywhere(Objective.self).filter {
      $0.first(Clauses.measuredBy) != nil || $0.element.isBroken
    }
    var measured = Set(stack.map(\.id))
    while let objective = stack.popLast() {
      for target in objective.targets(Clauses.supports) where measured.insert(target.id).inserted {
        if let next = target.as(Objective.self) { stack.append(next) }
      }
    }
    return measured
  }
}
