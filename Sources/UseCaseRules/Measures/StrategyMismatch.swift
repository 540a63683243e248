import UseCaseModel
import UseCaseSyntax

struct StrategyMismatch: Rule {
  static let info = RuleInfo(
    name: "strategy-mismatch", category: .measures, severity: .warning, source: .mendelow,
    summary: "The strategy for a stakeholder contradicts its power and interest.",
    fixes: [.unsafe("Takes the strategy that power and interest ask for.")],
    rationale: """
      Who is powerful and only watched turns up when it is too late, and who is not is kept \
      informed at the cost of those who decide.
      """,
    bad: """
      stakeholder FinanceDirector {
        power 5
        interest 2
        strategy monitor
      }
      """,
    good: """
      stakeholder FinanceDirector {
        power 5
        interest 2
        strategy keep-satisfied
      }
      """)

  static let options = [
    RuleOption(
      "high-above", \StrategyMismatch.highAbove, in: 1...4, "Scores above this one are high.")
  ]

  private(set) var highAbove = Placement.highAbove

  func check(_ stakeholder: Stakeholder, in context: RuleContext, report: inout Findings) {
    guard let clause = stakeholder.first(Clauses.strategy),
      let said = stakeholder[Clauses.strategy], let placement = stakeholder.placement
    else { return }
    let wanted = placement.strategy(above: highAbove)
    guard said != wanted, let place = clause.syntax.first(.choice)?.place else { return }
    report.add(
      "power \(placement.power) and interest \(placement.interest) ask for "
        + "'\(wanted.rawValue)', not for '\(said.rawValue)'",
      at: place, labels: labels(of: stakeholder, placement),
      notes: ["scores above \(highAbove) are high"],
      fixes: [
        Fix(
          "replace it by '\(wanted.rawValue)'",
          edits: [Edit(place, replacement: wanted.rawValue)], isSafe: false)
      ])
  }

  private func labels(of stakeholder: Stakeholder, _ placement: Placement) -> [Label] {
    func word(_ isHigh: Bool) -> String { isHigh ? "high" : "not high" }
    let power = stakeholder.first(Clauses.power)?.place
    let interest = stakeholder.first(Clauses.interest)?.place
    return [
      power.map { Label("power is \(word(placement.hasHighPower(above: highAbove)))", at: $0) },
      interest.map {
        Label("interest is \(word(placement.hasHighInterest(above: highAbove)))", at: $0)
      },
    ].compactMap { $0 }
  }
}
