import UseCaseModel
import UseCaseSyntax

struct KeyPlayerUnengaged: ExpectingRule {
  static let info = RuleInfo(
    name: "key-player-unengaged", category: .measures, severity: .warning, source: .mendelow,
    summary: "Nobody keeps in touch with a stakeholder of high power and high interest.",
    rationale: """
      Key players make or break the work; whoever is to be managed closely is met on a day that \
      somebody has set.
      """,
    bad: """
      stakeholder HeadOfSales {
        power 5
        interest 5
      }
      """,
    good: """
      stakeholder HeadOfSales {
        power 5
        interest 5
        engage "Demonstration at the end of each timebox" every 3 weeks
      }
      """)

  static let options = [
    RuleOption(
      "high-above", \KeyPlayerUnengaged.highAbove, in: 1...4, "Scores above this one are high.")
  ]

  private(set) var highAbove = Placement.highAbove

  func expects(_ stakeholder: Stakeholder, in context: RuleContext) -> Bool {
    stakeholder.placement?.isKeyPlayer(above: highAbove) == true && !stakeholder.element.isBroken
  }

  func check(_ stakeholder: Stakeholder, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: stakeholder).contains(Clauses.engage),
      expects(stakeholder, in: context), let placement = stakeholder.placement
    else { return }
    report.add(
      "nobody keeps in touch with '\(stakeholder.title)', who has power \(placement.power) and "
        + "interest \(placement.interest)",
      at: stakeholder.place, help: ["say how, how often and by whom: 'engage …'"])
  }
}
