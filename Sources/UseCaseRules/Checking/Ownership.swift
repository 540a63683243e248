import UseCaseModel
import UseCaseSyntax

extension RuleContext {
  /// Whether an element has an owner, its own or one that is handed down: from stage and journey, from
  /// the system, from the increment. What a syntax error may have swallowed counts as said.
  func isOwned(_ element: Element) -> Bool {
    var current: Element? = element
    while let place = current {
      if clauses(of: place).contains(Clauses.owner) || place.isBroken { return true }
      current = source(ofOwner: place)
    }
    return false
  }

  private func source(ofOwner element: Element) -> Element? {
    switch element.kind {
    case .touchpoint, .moment, .stage, .timebox: element.parent
    case .useCase: UseCase(element: element).system?.element
    default: nil
    }
  }
}
