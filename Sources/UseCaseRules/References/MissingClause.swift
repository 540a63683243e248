import UseCaseModel
import UseCaseSyntax

struct MissingClause: Rule {
  static let info = RuleInfo(
    name: "missing-clause", category: .references, severity: .error, source: .language,
    summary: "A clause that must stand is absent.",
    rationale: "Without it the declaration means nothing: scores and dates are never guessed.",
    bad: """
      risk PeakDelay "Parcels are late" {
        probability 3
        threatens PeakDelay
      }
      """,
    good: """
      risk PeakDelay "Parcels are late" {
        probability 3
        impact 4
        threatens PeakDelay
      }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    let required = ClauseTable.shared.required(of: element.kind)
    guard !required.isEmpty || element.kind == .kpi, !element.isBroken else { return }
    let clauses = context.clauses(of: element)
    if element.kind == .kpi {
      guard !clauses.contains(Clauses.metric), !clauses.contains(Clauses.better) else { return }
      report.add(
        "KPI '\(element.title)' has neither 'metric' nor 'better'", at: element.place,
        help: ["say which way is better: 'better higher' or 'better lower'"])
      return
    }
    let missing = required.filter { !clauses.contains($0.keyword) }
    guard !missing.isEmpty else { return }
    report.add(
      "\(element.kind.noun) '\(element.title)' lacks \(listed(missing.map(\.quoted)))",
      at: element.place, help: missing.map { "for example '\($0.example)'" })
  }
}
