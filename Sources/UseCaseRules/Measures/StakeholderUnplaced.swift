import UseCaseModel
import UseCaseSyntax

struct StakeholderUnplaced: ExpectingRule {
  static let info = RuleInfo(
    name: "stakeholder-unplaced", category: .measures, severity: .info, source: .mendelow,
    summary: "A stakeholder without power or interest.",
    rationale: """
      How to treat somebody follows from what they can do and how much they care; a guess that is \
      written down can be argued with.
      """,
    bad: """
      stakeholder LocalNewspaper { kind indirect }
      """,
    good: """
      stakeholder LocalNewspaper {
        kind indirect
        power 3
        interest 2
      }
      """)

  func check(_ stakeholder: Stakeholder, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: stakeholder)
    let missing = [Clauses.power, Clauses.interest].filter { !clauses.contains($0) }
      .map(\.info.text)
    guard !missing.isEmpty, expects(stakeholder, in: context) else { return }
    report.add(
      "nobody has judged the \(listed(missing)) of '\(stakeholder.title)'", at: stakeholder.place,
      help: missing.map { "give a score from 1 to 5: '\($0) …'" })
  }
}
