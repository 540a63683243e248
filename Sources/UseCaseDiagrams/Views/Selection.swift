import UseCaseModel
import UseCaseSyntax

/// What a view asks for beside its kind and its subjects.
struct Selection: Sendable {
  /// What `only` and `without` say, in their order.
  private var conditions: [Condition] = []
  /// What colours tell apart.
  private(set) var coloring: ViewAttribute?
  private(set) var direction: ViewDirection?
  /// What messages call the view.
  private var title = ""

  /// Everything, as each kind draws it by itself.
  init() {}

  /// Reads a view; throws where it asks for what the kind does not take.
  init(_ view: PictureView, for info: DiagramInfo) throws(DiagramError) {
    title = view.title
    for (clause, isOnly) in [(Clauses.only, true), (Clauses.without, false)] {
      for syntax in view.clauses(clause) {
        guard let condition = Condition(syntax, isOnly: isOnly, of: view) else { continue }
        guard info.filters.contains(condition.attribute) else {
          throw .notTaken(info.kind, clause: condition.words, instead: info.filters)
        }
        conditions.append(condition)
      }
    }
    coloring = view[Clauses.colorBy]
    if let coloring, !info.colors.contains(coloring) {
      throw .notColored(info.kind, by: coloring, instead: info.colors)
    }
    direction = view[Clauses.direction]
    if direction != nil, !info.takes.contains(.direction) {
      throw .notTaken(info.kind, clause: Clauses.direction.info.text, instead: [])
    }
  }

  var hasFilters: Bool { !conditions.isEmpty }

  /// All filters as they were written.
  var filterWords: String { conditions.map(\.words).joined(separator: ", ") }

  /// Whether the filters let an element through.
  func shows(_ element: Element) -> Bool {
    conditions.allSatisfy { $0.holds(for: element) == $0.isOnly }
  }

  /// What the filters let through; throws where that is nothing, and says which clause was one too
  /// many.
  func filtered<View: ElementView>(_ elements: [View]) throws(DiagramError) -> [View] {
    var rest = elements
    for condition in conditions {
      let left = rest.filter { condition.holds(for: $0.element) == condition.isOnly }
      if left.isEmpty, !rest.isEmpty {
        throw .nothingLeft(view: title, clause: condition.words)
      }
      rest = left
    }
    return rest
  }
}

extension Selection {
  /// One `only` or `without` with its values.
  private struct Condition: Sendable {
    let attribute: ViewFilter
    let isOnly: Bool
    /// As it was written.
    let words: String
    private var priorities: Set<Priority> = []
    private var statuses: Set<Status> = []
    private var tags: Set<String> = []
    private var elements = ElementSet()

    init?(_ clause: ClauseSyntax, isOnly: Bool, of view: PictureView) {
      guard let attribute: ViewFilter = clause.choice() else { return nil }
      self.attribute = attribute
      self.isOnly = isOnly
      words = clause.syntax.raw.split(separator: "\n").joined(separator: " ")
      switch attribute {
      case .priority: priorities = Set(clause.filterValues())
      case .status: statuses = Set(clause.filterValues())
      case .tag: tags = Set(clause.words)
      case .actor, .timebox, .owner:
        elements = ElementSet(
          clause.references.compactMap { view.model.target(of: $0, near: view.element)?.id })
      }
    }

    func holds(for element: Element) -> Bool {
      switch attribute {
      case .tag: element.tags.contains(where: tags.contains)
      case .owner: element.owner.map { elements.contains($0.id) } ?? false
      default:
        if let useCase = element.as(UseCase.self) {
          holds(for: useCase)
        } else {
          element.as(Touchpoint.self).map(holds) ?? false
        }
      }
    }

    /// A touchpoint is what its actors and the use cases that realise it are.
    private func holds(for touchpoint: Touchpoint) -> Bool {
      attribute == .actor
        && touchpoint.targets(Clauses.touchpointActors).contains { elements.contains($0.id) }
        || touchpoint.useCases.contains(where: holds)
    }

    private func holds(for useCase: UseCase) -> Bool {
      switch attribute {
      case .priority: useCase.priority.map(priorities.contains) ?? false
      case .status: statuses.contains(useCase.status)
      case .timebox: useCase.timebox.map { elements.contains($0.id) } ?? false
      case .actor:
        // Whoever is a kind of somebody that takes part, takes part.
        useCase.participants.contains { actor in
          elements.contains(actor.id) || actor.descendants.contains { elements.contains($0.id) }
        }
      case .tag, .owner: false
      }
    }
  }
}

extension Actor {
  /// All that specialise it, directly or not, itself left out even in a ring.
  fileprivate var descendants: [Actor] {
    var seen: Set<ElementID> = [id]
    var result: [Actor] = []
    var queue = children
    while let next = queue.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      result.append(next)
      queue += next.children
    }
    return result
  }
}
