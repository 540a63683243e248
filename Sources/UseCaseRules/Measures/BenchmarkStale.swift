import UseCaseModel
import UseCaseSyntax

struct BenchmarkStale: Rule {
  static let info = RuleInfo(
    name: "benchmark-stale", category: .measures, severity: .info, source: .journeyMethod,
    summary: "A benchmark is older than two years.",
    rationale: "Others get better, too; an old figure compares us with what they have left behind.",
    bad: """
      kpi Conversion {
        metric conversion
        target 2.8%
        benchmark industry 2.5% source "Yearbook of the trade" on 2019-03-31
      }
      """,
    good: """
      kpi Conversion {
        metric conversion
        target 2.8%
        benchmark industry 2.5% source "Yearbook of the trade" on 2026-03-31
      }
      """)

  static let options = [
    RuleOption(
      "months", \BenchmarkStale.months, in: 1...1200, "After so many months a benchmark is old.")
  ]

  private(set) var months = 24

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    guard let today = context.today, context.clauses(of: kpi).contains(Clauses.benchmark) else {
      return
    }
    for clause in kpi.clauses(Clauses.benchmark) {
      guard let tail = clause.tail(Keyword("on")), let date = tail.date,
        let place = tail.syntax.first(.date)?.place
      else { continue }
      guard date.isMore(than: months, monthsBefore: today) else { continue }
      report.add(
        "a benchmark of '\(kpi.title)' is more than \(months) months old", at: place,
        help: ["look up what others reach now"])
    }
  }
}
