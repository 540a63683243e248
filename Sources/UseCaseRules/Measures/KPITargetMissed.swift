import UseCaseModel
import UseCaseSyntax

struct KPITargetMissed: Rule {
  static let info = RuleInfo(
    name: "kpi-target-missed", category: .measures, severity: .info, source: .journeyMethod,
    summary: "The day of a target has passed, and nothing says that it is reached.",
    rationale:
      "A target whose day goes by without a word teaches everybody that targets do not count.",
    bad: """
      kpi Conversion {
        metric conversion
        current 2.2% on 2026-03-31
        target 2.8% by 2026-04-30
      }
      """,
    good: """
      kpi Conversion {
        metric conversion
        current 2.9% on 2026-04-30
        target 2.8% by 2026-04-30
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    guard let today = context.today, context.clauses(of: kpi).contains(Clauses.target),
      let target = kpi.target, let day = target.date, day < today, kpi.isTargetReached != true
    else { return }
    let standing = kpi.standing
    // Values in different units are one mistake, which another rule tells.
    if let standing, !standing.quantity.hasSameUnit(as: target.quantity) { return }
    report.add(
      "'\(kpi.title)' was to reach \(target.quantity.description) by \(day.description), and "
        + (standing.map { "stands at \($0.quantity.description)" } ?? "no value says whether it did"),
      at: target.place,
      labels: standing.map { [Label("the latest value", at: $0.place)] } ?? [],
      help: ["write down where it stands, and set a new target"])
  }
}
