import UseCaseModel
import UseCaseSyntax

struct TimeboxOvercommitted: Rule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "timebox-overcommitted", category: .delivery, severity: .error, source: .dsdm,
    summary: "A timebox holds more effort than fits.",
    rationale:
      "A timebox never grows: what does not fit is dropped now, or in a hurry on the last day.",
    bad: """
      model Shop { effort in days }
      usecase CheckOut {
        priority must
        effort 8
      }
      usecase ApplyVoucher {
        priority could
        effort 4
      }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          capacity 10
          delivers CheckOut, ApplyVoucher
        }
      }
      """,
    good: """
      model Shop { effort in days }
      usecase CheckOut {
        priority must
        effort 8
      }
      usecase ApplyVoucher {
        priority could
        effort 4
      }
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
          capacity 12
          delivers CheckOut, ApplyVoucher
        }
      }
      """)

  private static let shown = 8

  func check(_ timebox: Timebox, in context: RuleContext, report: inout Findings) {
    guard let clause = timebox.first(Clauses.capacity), let capacity = timebox[Clauses.capacity],
      capacity.isFinite, capacity >= 0, let effort = context.facts.effort.timeboxes[timebox.id]
    else { return }
    guard exceeds(effort.total, capacity) else { return }
    let dropped = droppedCoulds(effort, capacity)
    let model = context.model
    report.add(
      "timebox '\(timebox.title)' holds \(model.text(ofEffort: effort.total)), and "
        + "\(formattedSum(capacity)) fit",
      at: clause.place,
      labels: dropped.prefix(TimeboxOvercommitted.shown).map {
        Label("a Could of \(model.text(ofEffort: $0.effort))", at: $0.useCase.place)
      },
      help: [help(effort, dropped, capacity, model)])
  }

  /// Sums of decimals may be off in their last digits.
  private func exceeds(_ effort: Double, _ capacity: Double) -> Bool {
    effort > capacity + 1e-9 * max(1, capacity)
  }

  /// The Coulds to drop until the rest fits, the largest first.
  private func droppedCoulds(_ effort: Effort, _ capacity: Double) -> [Effort.Part] {
    var rest = effort.total
    var dropped: [Effort.Part] = []
    for part in effort.largest(of: .could) where exceeds(rest, capacity) && part.effort > 0 {
      rest -= part.effort
      dropped.append(part)
    }
    return dropped
  }

  private func help(
    _ effort: Effort, _ dropped: [Effort.Part], _ capacity: Double, _ model: Model
  ) -> String {
    let rest = effort.total - dropped.reduce(0) { $0 + $1.effort }
    guard !dropped.isEmpty else {
      return "nothing in it is a Could: move a use case to another timebox"
    }
    var names = dropped.prefix(TimeboxOvercommitted.shown).map { "'\($0.useCase.title)'" }
    let others = dropped.count - names.count
    if others > 0 { names.append("\(others) more") }
    let list = listed(names)
    guard exceeds(rest, capacity) else {
      return "drop \(list): \(model.text(ofEffort: rest)) are left"
    }
    return "even without its Coulds, \(list), it holds \(model.text(ofEffort: rest)): move a use "
      + "case to another timebox"
  }
}
