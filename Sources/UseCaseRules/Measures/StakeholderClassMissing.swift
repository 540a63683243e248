import UseCaseModel
import UseCaseSyntax

struct StakeholderClassMissing: Rule {
  static let info = RuleInfo(
    name: "stakeholder-class-missing", category: .measures, severity: .info,
    source: .journeyMethod,
    summary: "Among the stakeholders nobody is internal, external or indirect.",
    rationale: """
      Those inside are remembered, those outside are met every day, and those who are touched only \
      indirectly, such as regulators and competitors, are forgotten.
      """,
    bad: """
      model Shop
      stakeholder SupportTeam { kind internal }
      stakeholder Customers { kind external }
      """,
    good: """
      model Shop
      stakeholder SupportTeam { kind internal }
      stakeholder Customers { kind external }
      stakeholder ConsumerRegulator { kind indirect }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    guard !context.facts.namelessKinds.contains(.stakeholder), !model.all(.stakeholder).isEmpty
    else { return }
    let kinds = model.everywhere(Stakeholder.self).map { $0[Clauses.stakeholderKind] }
    // Whoever has no kind yet may be of the one that seems to be missing.
    guard !kinds.contains(nil) else { return }
    let missing = StakeholderKind.allCases.filter { !kinds.contains($0) }.map(\.rawValue)
    guard !missing.isEmpty else { return }
    report.add(
      "no stakeholder is \(listed(missing, with: "or"))", at: model.place,
      help: [
        "ask who works on it, who deals with it from outside, and who is touched only indirectly"
      ])
  }
}
