import UseCaseModel
import UseCaseSyntax

struct RoleVacant: Rule {
  static let info = RuleInfo(
    name: "role-vacant", category: .delivery, severity: .info, source: .dsdm,
    summary: "A plan of timeboxes without a sponsor, a visionary or an ambassador.",
    rationale: """
      The sponsor pays and decides, the visionary knows what it is for, the ambassador speaks for \
      those who will use it; without them the team asks and nobody answers.
      """,
    bad: """
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
        }
      }
      """,
    good: """
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
        }
      }
      role Sponsor { dsdm business-sponsor }
      role Visionary { dsdm business-visionary }
      role Ambassador { dsdm business-ambassador }
      """)

  private static let needed: [DSDMRole] = [
    .businessSponsor, .businessVisionary, .businessAmbassador,
  ]

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    guard let timebox = model.all(Timebox.self).first,
      !context.facts.namelessKinds.contains(.role)
    else { return }
    let roles = model.everywhere(Role.self)
    // A misspelt role is one mistake.
    let isUnclear = roles.contains { role in
      role.element.isBroken || role.first(Clauses.dsdm) != nil && role[Clauses.dsdm] == nil
    }
    guard !isUnclear else { return }
    let filled = Set(roles.compactMap { $0[Clauses.dsdm] })
    let vacant = RoleVacant.needed.filter { !filled.contains($0) }
    guard !vacant.isEmpty else { return }
    let plan = timebox.increment?.element ?? timebox.element
    report.add(
      "the plan has no "
        + listed(vacant.map { $0.rawValue.replacing("-", with: " ") }, with: "and no"),
      at: plan.place, help: vacant.map { "declare who that is: 'role … { dsdm \($0.rawValue) }'" },
      about: plan)
  }
}
