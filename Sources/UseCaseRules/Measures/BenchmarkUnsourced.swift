import UseCaseModel
import UseCaseSyntax

struct BenchmarkUnsourced: Rule {
  static let info = RuleInfo(
    name: "benchmark-unsourced", category: .measures, severity: .info, source: .journeyMethod,
    summary: "A benchmark without its source or its date.",
    rationale: "A figure that nobody can look up again is an opinion.",
    bad: """
      kpi Conversion {
        metric conversion
        target 2.8%
        benchmark industry 2.5%
      }
      """,
    good: """
      kpi Conversion {
        metric conversion
        target 2.8%
        benchmark industry 2.5% source "Yearbook of the trade" on 2026-03-31
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: kpi).contains(Clauses.benchmark) else { return }
    for clause in kpi.clauses(Clauses.benchmark) where !clause.syntax.isBroken {
      let hasSource = clause.tail(Keyword("source")) != nil
      let hasDate = clause.tail(Keyword("on")) != nil
      guard !hasSource || !hasDate else { continue }
      let missing = [hasSource ? nil : "source", hasDate ? nil : "date"].compactMap { $0 }
      report.add(
        "a benchmark of '\(kpi.title)' has no \(listed(missing, with: "and no"))",
        at: clause.place,
        help: [
          hasSource ? nil : "say where the figure comes from: 'source \"…\"'",
          hasDate ? nil : "say which day it holds for: 'on …'",
        ].compactMap { $0 })
    }
  }
}
