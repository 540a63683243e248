import UseCaseModel
import UseCaseSyntax

struct TimeboxOrder: Rule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "timebox-order", category: .delivery, severity: .warning, source: .dsdm,
    summary: "A use case is delivered before what it includes, or a timebox leaves its increment.",
    rationale: """
      What includes another use case cannot work before that one does, and an increment goes live \
      with what its timeboxes have delivered by then.
      """,
    bad: """
      usecase CheckOut { include PayOrder }
      usecase PayOrder
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox PlaceOrder {
          from 2026-03-02
          to 2026-03-20
          delivers CheckOut
        }
        timebox Pay {
          from 2026-03-23
          to 2026-04-10
          delivers PayOrder
        }
      }
      """,
    good: """
      usecase CheckOut { include PayOrder }
      usecase PayOrder
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Pay {
          from 2026-03-02
          to 2026-03-20
          delivers PayOrder
        }
        timebox PlaceOrder {
          from 2026-03-23
          to 2026-04-10
          delivers CheckOut
        }
      }
      """)

  func check(_ timebox: Timebox, in context: RuleContext, report: inout Findings) {
    guard let period = timebox.period else { return }
    checkIncrement(of: timebox, period, &report)
    guard let clause = timebox.first(Clauses.delivers) else { return }
    for reference in clause.references {
      guard
        let useCase = context.model.target(of: reference, near: timebox.element)?.as(UseCase.self)
      else { continue }
      check(useCase, reference, timebox, period, context, &report)
    }
  }

  private func checkIncrement(
    of timebox: Timebox, _ period: Period, _ report: inout Findings
  ) {
    guard let increment = timebox.increment, let whole = increment.period else { return }
    let isEarly = period.first < whole.first
    guard isEarly || period.last > whole.last else { return }
    let clause = isEarly ? Clauses.from : Clauses.to
    guard let own = timebox.first(clause), let outer = increment.first(clause) else { return }
    report.add(
      "timebox '\(timebox.title)' \(isEarly ? "begins before" : "ends after") increment "
        + "'\(increment.title)'",
      at: own.place,
      labels: [Label(isEarly ? "the increment begins" : "the increment ends", at: outer.place)])
  }

  private func check(
    _ useCase: UseCase, _ reference: ReferenceSyntax, _ timebox: Timebox, _ period: Period,
    _ context: RuleContext, _ report: inout Findings
  ) {
    var seen: Set<ElementID> = []
    for arrow in context.facts.inclusions.arrows(from: useCase.id)
    where seen.insert(arrow.target).inserted {
      guard let other = context.facts.schedule.deliveries[arrow.target],
        let later = other.timebox.period, period.isBefore(later)
      else { continue }
      let included = context.model.element(arrow.target)
      report.add(
        "'\(useCase.title)' is delivered before '\(included.title)', which it includes",
        at: reference.place,
        labels: [
          Label(
            "'\(included.title)' follows in '\(other.timebox.title)'", at: other.reference.place),
          Label("the inclusion", at: arrow.reference.place),
        ],
        help: ["deliver '\(included.title)' first, or both in one timebox"])
    }
  }
}
