import UseCaseModel
import UseCaseSyntax

struct AbstractWithoutChild: Rule {
  static let info = RuleInfo(
    name: "abstract-without-child", category: .structure, severity: .warning,
    source: .umlPractice,
    summary: "Nobody specializes an abstract actor or use case.",
    rationale: "Of what is abstract only the children occur; without any, it never occurs.",
    bad: """
      actor Customer { abstract }
      usecase PayOrder { actor Customer }
      """,
    good: """
      actor Customer { abstract }
      actor Guest: Customer
      usecase PayOrder { actor Customer }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.kind == .actor || element.kind == .useCase,
      context.clauses(of: element).contains(Clauses.isAbstract),
      element.users(by: [.parents]).isEmpty
    else { return }
    report.add(
      "nothing specializes the abstract \(element.kind.noun) '\(element.title)'",
      at: element.place,
      labels: element.first(Clauses.isAbstract).map { [Label("abstract", at: $0.place)] } ?? [],
      help: ["declare a child ('\(element.kind.keyword) …: \(element.name)'), or remove 'abstract'"]
    )
  }
}
