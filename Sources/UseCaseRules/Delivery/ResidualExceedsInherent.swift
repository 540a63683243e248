import UseCaseModel
import UseCaseSyntax

struct ResidualExceedsInherent: Rule {
  static let info = RuleInfo(
    name: "residual-exceeds-inherent", category: .delivery, severity: .error,
    source: .riskMatrix,
    summary: "A risk is larger after its mitigation than before.",
    rationale: "A mitigation that makes things worse is none; probably the scores were mixed up.",
    bad: """
      risk PaymentOutage "The payment provider is down" {
        probability 2
        impact 3
        threatens PaymentOutage
        mitigation "Contract with a second provider"
        residual 2, 5
      }
      """,
    good: """
      risk PaymentOutage "The payment provider is down" {
        probability 2
        impact 5
        threatens PaymentOutage
        mitigation "Contract with a second provider"
        residual 2, 3
      }
      """)

  func check(_ risk: Risk, in context: RuleContext, report: inout Findings) {
    guard let clause = risk.first(Clauses.residual), let residual = risk.residual,
      let inherent = risk.inherent, residual.product > inherent.product
    else { return }
    report.add(
      "afterwards risk '\(risk.title)' scores \(residual.product), more than the "
        + "\(inherent.product) before",
      at: clause.place,
      labels: [
        risk.first(Clauses.probability).map {
          Label("the probability before is \(inherent.probability)", at: $0.place)
        },
        risk.first(Clauses.impact).map {
          Label("the impact before is \(inherent.impact)", at: $0.place)
        },
      ].compactMap { $0 },
      help: ["the scores behind 'residual' are those that remain once the mitigation works"])
  }
}
