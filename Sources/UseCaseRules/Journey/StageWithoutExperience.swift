import UseCaseModel
import UseCaseSyntax

struct StageWithoutExperience: Rule {
  static let info = RuleInfo(
    name: "stage-without-experience", category: .coverage, severity: .info,
    source: .journeyMethod,
    summary: "A stage says nothing of what the customer feels, needs, expects or suffers from.",
    rationale: """
      A journey map tells of each stage what customers feel, need and expect there, and where it \
      hurts; what is missing has not been asked. Where a journey tells how it shall be, nothing has \
      to hurt.
      """,
    bad: """
      journey Buy {
        stage Purchase {
          needs "To pay in two minutes"
          touchpoint Pay { feels neutral }
        }
      }
      """,
    good: """
      journey Buy {
        stage Purchase {
          needs "To pay in two minutes"
          expects "No surprise"
          touchpoint Pay {
            feels neutral
            pain "Delivery cost appears only at the end"
          }
        }
      }
      """)

  func check(_ stage: Stage, in context: RuleContext, report: inout Findings) {
    let touchpoints = stage.touchpoints
    guard !touchpoints.isEmpty, !stage.element.isBroken else { return }
    let own = context.clauses(of: stage)
    var isBroken = false
    var lacks = (
      emotion: true, need: !own.contains(Clauses.needs),
      expectation: !own.contains(Clauses.expects),
      pain: stage.journey?.state != .toBe
    )
    for touchpoint in touchpoints {
      let clauses = context.clauses(of: touchpoint)
      isBroken = isBroken || touchpoint.element.isBroken
      if clauses.contains(Clauses.feels) { lacks.emotion = false }
      if clauses.contains(Clauses.needs) { lacks.need = false }
      if clauses.contains(Clauses.expects) { lacks.expectation = false }
      if clauses.contains(Clauses.pain) { lacks.pain = false }
    }
    guard !isBroken, lacks.emotion || lacks.need || lacks.expectation || lacks.pain else { return }
    var missing: [String] = []
    if lacks.emotion { missing.append("emotion") }
    if lacks.need { missing.append("need") }
    if lacks.expectation { missing.append("expectation") }
    if lacks.pain { missing.append("pain point") }
    report.add(
      "stage '\(stage.title)' knows \(listed(missing.map { "no " + $0 })) of the customer",
      at: stage.place,
      help: ["ask customers, and say it with 'feels', 'needs', 'expects' and 'pain'"])
  }
}
