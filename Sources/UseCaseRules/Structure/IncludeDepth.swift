import UseCaseModel
import UseCaseSyntax

struct IncludeDepth: Rule {
  static let info = RuleInfo(
    name: "include-depth", category: .structure, severity: .warning, source: .ambler,
    summary: "A chain of inclusions is deeper than two.",
    rationale: """
      Long chains of inclusions take a requirement apart into functions, and nobody reads four \
      documents to learn how to pay.
      """,
    bad: """
      usecase CheckOut { include PayOrder }
      usecase PayOrder { include ChooseMethod }
      usecase ChooseMethod { include StoreCard }
      usecase StoreCard
      """,
    good: """
      usecase CheckOut { include PayOrder, ChooseMethod }
      usecase PayOrder { include StoreCard }
      usecase ChooseMethod
      usecase StoreCard
      """)

  static let options = [
    RuleOption(
      "deepest", \IncludeDepth.deepest, in: 1...20, "How many inclusions may follow each other.")
  ]

  private(set) var deepest = 2

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for way in context.facts.inclusions.longWays(over: deepest) {
      guard let first = way.first, let last = way.last else { continue }
      let titles = way.map { model.element($0.source).title } + [model.element(last.target).title]
      report.add(
        "the inclusions of '\(titles[0])' are \(way.count) levels deep: "
          + titles.map { "'\($0)'" }.joined(separator: " → "),
        at: first.reference.place,
        labels: way.dropFirst().map { arrow in
          Label("'\(model.element(arrow.source).title)' goes on here", at: arrow.reference.place)
        }, about: model.element(first.source))
    }
  }
}
