import UseCaseModel
import UseCaseSyntax

struct MustEffortOver60: Rule {
  static let info = RuleInfo(
    name: "must-effort-over-60", category: .delivery, severity: .warning, source: .dsdm,
    summary: "Musts take more than 60 % of the planned effort.",
    rationale: """
      Dates stand because Shoulds and Coulds can give way; where nearly everything is a Must, \
      nothing can, and the first surprise moves the date.
      """,
    bad: """
      model Shop { effort in days }
      usecase CheckOut {
        priority must
        effort 8
      }
      usecase PayOrder {
        priority must
        effort 6
      }
      usecase ApplyVoucher {
        priority could
        effort 4
      }
      """,
    good: """
      model Shop { effort in days }
      usecase CheckOut {
        priority must
        effort 8
      }
      usecase PayOrder {
        priority should
        effort 6
      }
      usecase ApplyVoucher {
        priority could
        effort 4
      }
      """)

  static let options = [
    RuleOption(
      "most", \MustEffortOver60.most, in: 1...100,
      "How many percent of the effort Musts may take.")
  ]

  private(set) var most = 60
  private static let shown = 3

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for scope in context.facts.effort.scopes {
      let effort = scope.effort
      let musts = effort.sum(of: .must)
      guard effort.isMore(musts, than: most) else { continue }
      let excess = musts - effort.total * Double(most) / 100
      report.add(
        "\(effort.percentage(musts, beside: most)) of the effort of \(scope.description) goes into "
          + "Musts: \(formattedSum(musts)) of "
          + model.text(ofEffort: effort.total),
        at: scope.place,
        labels: effort.largest(of: .must).prefix(MustEffortOver60.shown).map {
          Label("a Must of \(model.text(ofEffort: $0.effort))", at: $0.useCase.place)
        },
        notes: ["where Musts take no more than \(most)%, dropping the rest saves the date"],
        help: [
          "make Shoulds of what can wait: at least \(model.text(ofEffort: excess))"
        ],
        about: scope.element,
        // DSDM itself puts Musts first into a timebox.
        severity: scope.element?.kind == .timebox ? .info : nil)
    }
  }
}
