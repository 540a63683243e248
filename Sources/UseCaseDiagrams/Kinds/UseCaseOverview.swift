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
    if request.subject == nil || request.subject?.kind == .package {
      divide(scope) { useCase in
        if let system = useCase.system?.element { return system }
        let namespace = useCase.element.namespace
        return namespace?.kind == .package && namespace != request.subject ? namespace : nil
      }
    }
    if parts.count < 2, request.subject?.kind != .actor {
      divide(scope) { ($0.primaryActors.first ?? $0.supportingActors.first)?.element }
    }
    guard parts.count > 1 else { return nil }
  }

  /// Puts use cases with the same part together, in the order of the source.
  private mutating func divide(_ scope: UseCaseScope, by part: (UseCase) -> Element?) {
    parts = []
    var places: [ElementID: Int] = [:]
    for useCase in scope.useCases {
      guard let element = part(useCase) else { continue }
      if let place = places[element.id] {
        parts[place].useCases.append(useCase)
      } else {
        places[element.id] = parts.count
        parts.append(Part(element: element, useCases: [useCase]))
      }
    }
  }

  func drawing(title: String) -> Drawing {
    var graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 16
    graph.rankSpacing = 80
    for part in parts { add(part, to: &graph) }
    let primary = Set(parts.flatMap { $0.useCases.flatMap { $0.primaryActors.map(\.id) } })
    let shown = Set(parts.map(\.element.id))
    var sides: [UseCasesLayout.ActorSide?] = parts.map { _ in nil }
    var actors: [ElementID: Int] = [:]
    for (place, part) in parts.enumerated() {
      var seen: Set<ElementID> = []
      for actor in part.useCases.flatMap({ $0.primaryActors + $0.supportingActors })
      where !shown.contains(actor.id) && seen.insert(actor.id).inserted {
        let isLeft = primary.contains(actor.id)
        let node = actors[actor.id] ?? graph.nodes.count
        if actors.updateValue(node, forKey: actor.id) == nil {
          graph.nodes.append(Graph.Node(actor))
          sides.append(isLeft ? .left : .right)
        }
        graph.edges.append(
          Graph.Edge(
            source: isLeft ? node : place, target: isLeft ? place : node, style: .association,
            head: .none))
      }
    }
    var layout = UseCasesLayout(graph: graph, sides: sides)
    return Drawing(
      title: title, description: description, graph: graph, layout: layout.layout())
  }

  private var description: String {
    let names = parts.map { "\($0.element.title): \(counted($0.useCases.count, "use case"))." }
    return "An overview of \(counted(parts.count, "part")). " + names.joined(separator: " ")
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
}
