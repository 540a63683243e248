import UseCaseModel
import UseCaseSyntax

struct KPIWithoutTarget: ExpectingRule {
  static let info = RuleInfo(
    name: "kpi-without-target", category: .measures, severity: .warning, source: .journeyMethod,
    summary: "A KPI has no target.",
    rationale: "Without something to aim at, every value is as good as any other.",
    bad: """
      kpi Conversion {
        metric conversion
        current 2.2% on 2026-06-30
      }
      """,
    good: """
      kpi Conversion {
        metric conversion
        current 2.2% on 2026-06-30
        target 2.8% by 2027-03-31
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: kpi).contains(Clauses.target), expects(kpi, in: context) else {
      return
    }
    report.add(
      "KPI '\(kpi.title)' has no target", at: kpi.place,
      help: ["say where it shall be, and by when: 'target … by …'"])
  }
}
