import UseCaseModel
import UseCaseSyntax

struct IncludeAndExtendSame: Rule {
  static let info = RuleInfo(
    name: "include-and-extend-same", category: .structure, severity: .warning,
    source: .elAttar,
    summary: "A use case extends the one that includes it.",
    rationale: """
      An inclusion happens always, an extension sometimes: between the same two use cases only \
      one of them can be meant.
      """,
    bad: """
      usecase CheckOut { include ApplyVoucher }
      usecase ApplyVoucher { extend CheckOut when "the customer holds a code" }
      """,
    good: """
      usecase CheckOut
      usecase ApplyVoucher { extend CheckOut when "the customer holds a code" }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    let inclusions = Dictionary(
      context.facts.inclusions.arrows.map { ([$0.source, $0.target], $0) },
      uniquingKeysWith: { first, _ in first })
    for extend in context.facts.extensions.arrows {
      guard let include = inclusions[[extend.target, extend.source]] else { continue }
      let (base, extender) = (model.element(extend.target), model.element(extend.source))
      report.add(
        "'\(extender.title)' extends '\(base.title)', which includes it",
        at: extend.reference.place,
        labels: [Label("included here, and so performed always", at: include.reference.place)],
        help: ["keep the 'include' if it happens always, the 'extend' if it happens sometimes"],
        about: extender)
    }
  }
}
