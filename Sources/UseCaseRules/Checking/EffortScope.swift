import UseCaseModel
import UseCaseSyntax

/// What priorities are balanced in: the model, an increment or a timebox, with its planned effort.
struct EffortScope {
  /// Nil for a model without a declaration.
  let element: Element?
  let place: Place
  let effort: Effort

  /// "increment 'Buy'"
  var description: String {
    guard let element, element.kind != .model else { return "the model" }
    return "\(element.kind.noun) '\(element.title)'"
  }

  /// The model, its increments and their timeboxes, in this order, as far as shares of their effort
  /// mean something; what holds the same effort as the increments or timeboxes in it is left out.
  static func all(of model: Model, _ schedule: Schedule) -> [EffortScope] {
    var scopes: [EffortScope] = []
    var whole = [
      EffortScope(
        element: model.declaration, place: model.place, effort: Effort(model.all(UseCase.self)))
    ]
    let increments = schedule.isIncomplete ? [] : model.all(Increment.self)
    for increment in increments {
      let timeboxes = increment.timeboxes
      let effort = Effort(timeboxes.flatMap(\.useCases))
      let scope = EffortScope(element: increment.element, place: increment.place, effort: effort)
      scopes.append(scope)
      // Where everything stands in one increment, that says it.
      if effort.parts.count == whole.first?.effort.parts.count { whole = [] }
      guard timeboxes.count > 1 else { continue }
      scopes += timeboxes.map {
        EffortScope(element: $0.element, place: $0.place, effort: Effort($0.useCases))
      }
    }
    return (whole + scopes).filter(\.effort.isTelling)
  }
}

extension Effort {
  /// A part of the total as a percentage: whole, unless that would hide that it lies beyond a limit.
  func percentage(_ part: Double, beside limit: Int) -> String {
    let share = 100 * (part / total)
    let isClose = share.rounded() == Double(limit)
    return formatted(isClose ? (share * 100).rounded() / 100 : share.rounded()) + "%"
  }

  /// Whether a part of the total is more than a percentage of it; the last digits of sums of
  /// decimals do not count.
  func isMore(_ part: Double, than percent: Int) -> Bool {
    part / total > Double(percent) / 100 + 1e-9
  }

  func isLess(_ part: Double, than percent: Int) -> Bool {
    part / total < Double(percent) / 100 - 1e-9
  }
}
