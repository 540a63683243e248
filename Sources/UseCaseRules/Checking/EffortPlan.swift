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
}

/// The planned effort of a model, of its increments and of their timeboxes, summed up once.
struct EffortPlan {
  /// Those of which shares mean something: the model, then each increment with its timeboxes. What
  /// holds the same effort as the increments or timeboxes in it is left out.
  let scopes: [EffortScope]
  /// By timebox.
  let timeboxes: [ElementID: Effort]

  init(_ model: Model, _ schedule: Schedule) {
    let all = model.all(UseCase.self).map(\.estimate)
    let estimates = Dictionary(
      all.map { ($0.useCase.id, $0) }, uniquingKeysWith: { first, _ in first })
    var efforts: [ElementID: Effort] = [:]
    for timebox in model.all(Timebox.self) {
      efforts[timebox.id] = Effort(
        timebox.useCases.map { estimates[$0.id] ?? $0.estimate })
    }
    timeboxes = efforts

    let whole = Effort(all)
    var scopes: [EffortScope] = []
    var isWholeSaid = false
    // Where a timebox delivers what nobody knows, only the whole is certain.
    for increment in schedule.isIncomplete ? [] : model.all(Increment.self) {
      let parts = increment.timeboxes.map { ($0, efforts[$0.id] ?? Effort([UseCase]())) }
      let effort = Effort(joining: parts.map(\.1))
      scopes.append(
        EffortScope(element: increment.element, place: increment.place, effort: effort))
      isWholeSaid = isWholeSaid || effort.parts.count == whole.parts.count
      guard parts.count > 1 else { continue }
      scopes += parts.map { EffortScope(element: $0.element, place: $0.place, effort: $1) }
    }
    let overall = EffortScope(element: model.declaration, place: model.place, effort: whole)
    self.scopes = ((isWholeSaid ? [] : [overall]) + scopes).filter(\.effort.isTelling)
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
