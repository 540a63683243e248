import UseCaseModel
import UseCaseSyntax

struct RiskWithoutMitigation: ExpectingRule {
  static let info = RuleInfo(
    name: "risk-without-mitigation", category: .delivery, severity: .warning,
    source: .riskMatrix,
    summary: "Nothing is done about a high risk, or nobody owns it.",
    rationale:
      "A risk that everybody knows and nobody does anything about is a decision that nobody took.",
    bad: """
      risk PeakDelay "Parcels are late in the peak season" {
        probability 3
        impact 4
        threatens TrackParcel
      }
      usecase TrackParcel
      """,
    good: """
      role DeliveryTeam
      risk PeakDelay "Parcels are late in the peak season" {
        probability 3
        impact 4
        threatens TrackParcel
        mitigation "Forecast for the carrier a month ahead" by DeliveryTeam
        owner DeliveryTeam
      }
      usecase TrackParcel
      """)

  static let options = [
    RuleOption(
      "score", \RiskWithoutMitigation.score, in: 1...RiskScore.greatest,
      "From this product of probability and impact on a risk is high.")
  ]

  private(set) var score = RiskScore.high

  func expects(_ risk: Risk, in context: RuleContext) -> Bool {
    risk.inherent.map { $0.product >= score } == true && !risk.element.isBroken
  }

  func check(_ risk: Risk, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: risk)
    let isMitigated = clauses.contains(Clauses.mitigation)
    let isOwned = clauses.contains(Clauses.owner)
    guard !isMitigated || !isOwned, expects(risk, in: context), let inherent = risk.inherent
    else { return }
    let missing = [
      isMitigated ? nil : "nothing is done about it", isOwned ? nil : "nobody owns it",
    ].compactMap { $0 }
    report.add(
      "risk '\(risk.title)' scores \(inherent.product) of \(RiskScore.greatest): "
        + missing.joined(separator: ", and "),
      at: risk.place,
      help: [
        isMitigated ? nil : "say what is done against it: 'mitigation …'",
        isOwned ? nil : "name who answers for it: 'owner …'",
      ].compactMap { $0 })
  }
}
