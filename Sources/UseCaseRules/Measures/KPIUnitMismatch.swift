import UseCaseModel
import UseCaseSyntax

struct KPIUnitMismatch: Rule {
  static let info = RuleInfo(
    name: "kpi-unit-mismatch", category: .measures, severity: .error, source: .language,
    summary: "The values of a KPI stand in different units.",
    fixes: [.safe("Converts the value into the unit of the others.")],
    rationale: "Numbers in different units cannot be compared, and nobody sees it in a chart.",
    bad: """
      kpi FirstReply {
        metric first-response
        current 9.5 h on 2026-06-30
        target 240 min
      }
      """,
    good: """
      kpi FirstReply {
        metric first-response
        current 9.5 h on 2026-06-30
        target 4 h
      }
      """)

  func check(_ kpi: KPI, in context: RuleContext, report: inout Findings) {
    let values = kpi.values
    guard let leading = leading(kpi, values) else { return }
    for value in values where !value.quantity.hasSameUnit(as: leading.quantity) {
      let converted = value.quantity.converted(to: leading.quantity.unit)
      report.add(
        "\(noun(value)) of '\(kpi.title)' stands \(unit(value)), "
          + "\(value.role == leading.role ? "another" : noun(leading)) \(unit(leading))",
        at: value.place,
        labels: [Label("\(noun(leading)) \(unit(leading))", at: leading.place)],
        help: converted == nil ? ["give all values of a KPI in one unit"] : [],
        fixes: converted.map {
          [
            Fix(
              "write \($0.description)",
              edits: [Edit(value.place, replacement: $0.description)])
          ]
        } ?? [])
    }
  }

  /// The first value in the unit that most have; where several units are as frequent, where it stands.
  private func leading(_ kpi: KPI, _ values: [KPIValue]) -> KPIValue? {
    let counts = Dictionary(values.map { ($0.quantity.singularUnit, 1) }, uniquingKeysWith: +)
    guard counts.count > 1, let most = counts.values.max() else { return nil }
    func isFrequent(_ value: KPIValue) -> Bool { counts[value.quantity.singularUnit] == most }
    if let standing = kpi.standing, isFrequent(standing) { return standing }
    return values.first(where: isFrequent)
  }

  private func noun(_ value: KPIValue) -> String {
    switch value.role {
    case .baseline: "the baseline"
    case .current: "a current value"
    case .target: "the target"
    case .benchmark: "a benchmark"
    }
  }

  private func unit(_ value: KPIValue) -> String {
    value.quantity.unit.isEmpty ? "without a unit" : "in '\(value.quantity.unit)'"
  }
}
