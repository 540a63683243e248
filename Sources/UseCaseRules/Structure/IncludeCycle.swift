import UseCaseModel
import UseCaseSyntax

struct IncludeCycle: Rule {
  static let info = RuleInfo(
    name: "include-cycle", category: .structure, severity: .error, source: .uml,
    summary: "Use cases include each other in a ring.",
    rationale: "Performing one would mean performing it again, without end.",
    bad: """
      usecase CheckOut { include PayOrder }
      usecase PayOrder { include CheckOut }
      """,
    good: """
      usecase CheckOut { include PayOrder }
      usecase PayOrder
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for ring in context.facts.inclusions.rings {
      RingReport(verb: "includes", model: model).add(
        ring, { "use cases include each other in a ring: \($0)" }, to: &report)
    }
  }
}
