import UseCaseModel
import UseCaseSyntax

struct ResponsibleMissing: Rule {
  static let info = RuleInfo(
    name: "responsible-missing", category: .measures, severity: .warning, source: .raci,
    summary: "Responsibilities without anybody responsible or accountable.",
    rationale: """
      Where people are asked and told but nobody does the work, or nobody answers for it, the matrix \
      only looks complete.
      """,
    bad: """
      role CheckoutTeam
      role FinanceTeam
      usecase PayOrder {
        owner CheckoutTeam
        consulted FinanceTeam
      }
      """,
    good: """
      role CheckoutTeam
      role FinanceTeam
      usecase PayOrder {
        owner CheckoutTeam
        responsible CheckoutTeam
        consulted FinanceTeam
      }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.kind == .useCase || element.kind == .touchpoint else { return }
    let clauses = context.clauses(of: element)
    let said = [Clauses.responsible, Clauses.consulted, Clauses.informed]
      .filter(clauses.contains)
    guard let first = said.first, let place = element.first(first)?.place, !element.isBroken
    else { return }
    let missing = [
      clauses.contains(Clauses.responsible) ? nil : "responsible",
      context.isOwned(element) ? nil : "accountable",
    ].compactMap { $0 }
    guard !missing.isEmpty else { return }
    report.add(
      "'\(element.title)' says who is \(listed(said.map(\.info.text))), but not who is "
        + listed(missing, with: "or"),
      at: place,
      help: missing.map {
        $0 == "responsible"
          ? "name who does the work: 'responsible …'" : "name who answers for it: 'owner …'"
      })
  }
}
