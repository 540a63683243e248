import UseCaseModel
import UseCaseSyntax

struct CouldEffortUnder20: Rule {
  static let info = RuleInfo(
    name: "could-effort-under-20", category: .delivery, severity: .info, source: .dsdm,
    summary: "Coulds make up less than 20 % of the planned effort.",
    rationale: """
      Coulds are the contingency of a plan whose dates stand: what is dropped first when something \
      takes longer.
      """,
    bad: """
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
        effort 1
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
      "least", \CouldEffortUnder20.least, in: 0...100,
      "How many percent of the effort Coulds should make up.")
  ]

  private(set) var least = 20

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for scope in context.facts.effort.scopes where scope.element?.kind != .timebox {
      let effort = scope.effort
      let coulds = effort.sum(of: .could)
      // What has no priority yet may become a Could.
      guard effort.isLess(coulds + effort.sum(of: nil), than: least) else { continue }
      let lacking = effort.total * Double(least) / 100 - coulds
      report.add(
        "only \(effort.percentage(coulds, beside: least)) of the effort of \(scope.description) "
          + "goes into Coulds: \(formattedSum(coulds)) of "
          + model.text(ofEffort: effort.total),
        at: scope.place,
        notes: ["\(least)% of the effort is the contingency that DSDM counts on"],
        help: ["make Coulds of what can be dropped: \(model.text(ofEffort: lacking)) more"],
        about: scope.element)
    }
  }
}
