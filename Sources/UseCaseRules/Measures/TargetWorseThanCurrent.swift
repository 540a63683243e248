import UseCaseModel
import UseCaseSyntax

struct TargetWorseThanCurrent: Rule {
  static let info = RuleInfo(
    name: "target-worse-than-current", category: .measures, severity: .warning,
    source: .journeyMethod,
    summary: "The target of a KPI is worse than where it stands already.",
    rationale: """
      Either the target is reached and a new one is due, or the KPI is better the other way round \
      than it says.
      """,
    bad: """
      kpi CartAbandonment {
        metric abandonment
        current 62% on 2026-06-30
        target 65% by 2027-03-31
      }
      """,
    good: """
      kpi CartAbandonment {
        metric abandonment
        current 72% on 2026-06-30
        target 65% by 2027-03-31
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: kpi).contains(Clauses.target), let target = kpi.target,
      let standing = kpi.standing, kpi.isWorse(target.quantity, than: standing.quantity) == true,
      let better = kpi.better
    else { return }
    report.add(
      "the target of '\(kpi.title)', \(target.quantity.description), is worse than where it "
        + "stands, \(standing.quantity.description)",
      at: target.place, labels: [Label("where it stands", at: standing.place)],
      notes: [
        "of this KPI \(better.rawValue) values are better"
          + (kpi.first(Clauses.better) == nil
            ? (kpi.metric.map { ", as of every \($0.title)" } ?? "") : "")
      ],
      help: ["set a target that is still ahead"])
  }
}
