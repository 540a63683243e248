import UseCaseModel
import UseCaseSyntax

/// Which use cases and actors a use-case diagram shows.
struct UseCaseScope {
  /// What the picture is about, in the order of the source.
  private(set) var useCases: [UseCase] = []
  /// Use cases of others that these include or extend.
  private(set) var neighbours: [UseCase] = []
  /// How many there are beyond those that are shown.
  private(set) var leftOut = 0
  /// The only actors to show; nil for all that take part.
  private(set) var actors: [Actor]?

  private var shown = ElementSet()

  init(_ request: DiagramRequest) throws(DiagramError) {
    if request.subjects.isEmpty { add(request.model.all(UseCase.self)) }
    for subject in request.subjects { add(subject) }
    // A picture of actors alone is about these actors.
    if !request.subjects.allSatisfy({ $0.kind == .actor }) { actors = nil }
    guard request.selection.hasFilters else {
      addNeighbours()
      return
    }
    useCases = try request.selection.filtered(useCases)
    addNeighbours()
    neighbours.removeAll { !request.selection.shows($0.element) }
  }

  /// Leaves out all but the first so many use cases, and what nobody else needs.
  mutating func keepFirst(_ count: Int) {
    guard useCases.count > count else { return }
    leftOut = useCases.count - count
    useCases.removeLast(leftOut)
    neighbours = []
    shown = ElementSet(useCases.map(\.element.id))
    addNeighbours()
  }

  private mutating func add(_ subject: Element) {
    let model = subject.model
    switch subject.kind {
    case .system:
      add(model.all(UseCase.self).filter { $0.system?.element == subject })
    case .package:
      add(model.all(UseCase.self).filter { $0.element.stands(in: subject) })
    case .timebox: add(Timebox(element: subject).useCases)
    case .actor: addUseCases(of: Actor(element: subject))
    case .useCase: addSurroundings(of: UseCase(element: subject))
    default: break
    }
  }

  private mutating func add(_ list: [UseCase]) {
    for useCase in list where shown.insert(useCase.id) { useCases.append(useCase) }
  }

  private mutating func addUseCases(of actor: Actor) {
    let family = [actor] + actor.ancestors
    actors = (actors ?? []) + family
    add(family.flatMap(\.ownUseCases).sorted { $0.id < $1.id })
  }

  private mutating func addSurroundings(of useCase: UseCase) {
    add([useCase])
    addNeighbours(useCase.includers + useCase.extenders + useCase.parents + useCase.children)
  }

  private mutating func addNeighbours(_ others: [UseCase]) {
    for other in others where shown.insert(other.id) { neighbours.append(other) }
  }

  /// What the use cases need of others; who else needs them is a matter of other pictures.
  private mutating func addNeighbours() {
    // An actor's picture is about the actor.
    guard actors == nil else { return }
    for useCase in useCases {
      addNeighbours(useCase.included)
      addNeighbours(useCase.extensions.map(\.base))
      addNeighbours(useCase.parents)
    }
  }
}

extension Element {
  /// Whether a package is one of the namespaces around it.
  func stands(in package: Element) -> Bool {
    var scope = namespace
    while let current = scope {
      if current == package { return true }
      scope = current.namespace
    }
    return false
  }
}
