import UseCaseModel
import UseCaseSyntax

struct KPIWithoutBenchmark: ExpectingRule {
  static let info = RuleInfo(
    name: "kpi-without-benchmark", category: .measures, severity: .info, source: .journeyMethod,
    summary: "A KPI has nothing to be compared with.",
    rationale: """
      Whether a value is good can be told only beside what others reach, or what the best of our \
      own do.
      """,
    bad: """
      kpi Conversion {
        metric conversion
        target 2.8%
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
    guard !context.clauses(of: kpi).contains(Clauses.benchmark), expects(kpi, in: context) else {
      return
    }
    report.add(
      "KPI '\(kpi.title)' has nothing to be compared with", at: kpi.place,
      help: ["say what others reach: 'benchmark industry … source … on …'"])
  }
}
