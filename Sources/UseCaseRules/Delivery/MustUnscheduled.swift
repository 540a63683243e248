import UseCaseModel
import UseCaseSyntax

struct MustUnscheduled: ExpectingRule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "must-unscheduled", category: .delivery, severity: .warning, source: .dsdm,
    summary: "No timebox delivers a Must although others are planned.",
    rationale:
      "Without its Musts nothing can go live; one that stands in no timebox is found last.",
    bad: """
      usecase CheckOut { priority must }
      usecase PayOrder { priority must }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          delivers CheckOut
        }
      }
      """,
    good: """
      usecase CheckOut { priority must }
      usecase PayOrder { priority must }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          delivers CheckOut, PayOrder
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    let deliveries = context.facts.schedule.deliveries
    guard expects(useCase, in: context), deliveries[useCase.id] == nil else { return }
    // A part without an effort of its own is delivered with what includes it.
    let isPart =
      !context.clauses(of: useCase).contains(Clauses.effort)
      && useCase.includers.contains { deliveries[$0.id] != nil }
    guard !isPart else { return }
    report.add(
      "no timebox delivers the Must '\(useCase.title)'", at: useCase.place,
      help: ["name it in a timebox: 'delivers \(useCase.name)'"])
  }

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    guard context.clauses(of: useCase).contains(Clauses.priority), useCase.priority == .must
    else { return false }
    let schedule = context.facts.schedule
    guard !schedule.deliveries.isEmpty, !schedule.isIncomplete else { return false }
    return isToBeDelivered(useCase) || schedule.deliveries[useCase.id] != nil
  }

  /// What others are specialisations of, what is done, and what only sums up others is not.
  private func isToBeDelivered(_ useCase: UseCase) -> Bool {
    !useCase.isAbstract && useCase.level != .summary && useCase.status != .implemented
      && useCase.status != .retired
  }
}
