import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stands in for a picture with too many use cases: its parts, and who takes part in them.
struct UseCaseOverview {
  /// A system, a package or an actor with its use cases.
  private struct Part {
    let element: Element
    var useCases: [UseCase]
  }

  private var parts: [Part] = []

  /// Nil where the use cases fall into no parts.
  init?(_ scope: UseCaseScope, _ request: DiagramRequest) {
    var places: [ElementID: Int] = [:]
    for useCase in scope.useCases {
      guard let element = part(of: useCase, request) else { continue }
      if let place = places[element.id] {
        parts[place].useCases.append(useCase)
      } else {
        places[element.id] = parts.count
        parts.append(Part(element: element, useCases: [useCase]))
      }
    }
    guard parts.count > 1 else { return nil }
  }

  /// The next smaller thing around a use case: of a model its systems and packages, of a package
  /// its systems, of everything else the primary actors.
  private func part(of useCase: UseCase, _ request: DiagramRequest) -> Element? {
    let kind = request.subject?.kind
    if kind == nil || kind == .package, let system = useCase.system { return system.element }
    if kind == nil, let package = useCase.element.namespace, package.kind == .package {
      return package
    }
    guard kind != .actor else { return useCase.system?.element ?? useCase.element.namespace }
    return useCase.primaryActors.first?.element ?? useCase.supportingActors.first?.element
  }

  func drawing(title: String) -> Drawing {
    var graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 16
    graph.rankSpacing = 80
    var actors: [ElementID: Int] = [:]
    for part in parts { add(part, to: &graph) }
    for (place, part) in parts.enumerated() {
      var seen: Set<ElementID> = []
      for actor in part.useCases.flatMap(\.primaryActors)
      where actor.element != part.element && seen.insert(actor.id).inserted {
        let node = actors[actor.id] ?? graph.nodes.count
        if actors.updateValue(node, forKey: actor.id) == nil { add(actor, to: &graph) }
        graph.edges.append(
          Graph.Edge(source: node, target: place, style: .association, head: .none))
      }
    }
    let names = parts.map { "\($0.element.title): \(counted($0.useCases.count, "use case"))." }
    return Drawing(
      title: title,
      description: "An overview of \(counted(parts.count, "part")). "
        + names.joined(separator: " "), graph: graph)
  }

  private func add(_ part: Part, to graph: inout Graph) {
    var label = Label()
    label.add(part.element.title, .heading, width: 180)
    label.add(counted(part.useCases.count, "use case"), .small, width: 180, spaceAbove: 3)
    let size = label.size
    graph.nodes.append(
      Graph.Node(
        name: part.element.key, figure: .part, label: label,
        size: Size(width: max(200, size.width + 32), height: size.height + 26),
        element: part.element, tooltip: part.element.title))
  }

  private func add(_ actor: Actor, to graph: inout Graph) {
    graph.nodes.append(Graph.Node(actor))
  }
}
