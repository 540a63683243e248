import UseCaseModel
import UseCaseSyntax

struct ExtendCycle: Rule {
  static let info = RuleInfo(
    name: "extend-cycle", category: .structure, severity: .error, source: .uml,
    summary: "Use cases extend each other in a ring.",
    rationale: "An extension adds to something that stands without it; in a ring, nothing does.",
    bad: """
      usecase ApplyVoucher { extend PayOrder }
      usecase PayOrder { extend ApplyVoucher }
      """,
    good: """
      usecase ApplyVoucher { extend PayOrder }
      usecase PayOrder
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for ring in context.facts.extensions.rings {
      RingReport(verb: "extends", model: model).add(
        ring, { "use cases extend each other in a ring: \($0)" }, to: &report)
    }
  }
}
