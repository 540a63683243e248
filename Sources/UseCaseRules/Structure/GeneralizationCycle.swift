import UseCaseModel
import UseCaseSyntax

struct GeneralizationCycle: Rule {
  static let info = RuleInfo(
    name: "generalization-cycle", category: .structure, severity: .error, source: .uml,
    summary: "Actors or use cases are parents of each other in a ring.",
    rationale: "Each would be a special case of the other, so nobody can say what either is.",
    bad: """
      actor Guest: Customer
      actor Customer: Guest
      usecase Pay { actor Guest }
      """,
    good: """
      actor Guest: Customer
      actor Customer
      usecase Pay { actor Customer }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for ring in context.facts.generalizations.rings {
      guard let first = ring.first else { continue }
      let kind = model.element(first.source).kind
      RingReport(verb: "specializes", model: model).add(
        ring, { "\(kind.plural) specialize each other in a ring: \($0)" }, to: &report)
    }
  }
}
