import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stands in for a picture with too many use cases: its parts, and who takes part in them.
struct UseCaseOverview {
  /// A system, a package or an actor with its use cases.
  private struct Part {
    let element: Element
    let title: String
    var useCases: [UseCase]

    init(_ element: Element, _ useCase: UseCase) {
      self.element = element
      title = element.title
      useCases = [useCase]
    }
  }

  private var parts: [Part] = []

  /// Nil where the use cases fall into no parts.
  init?(_ useCases: [UseCase], _ request: DiagramRequest) {
    if request.subject == nil || request.subject?.kind == .package {
      divide(useCases) { useCase in
        if let system = useCase.system?.element { return system }
        let namespace = useCase.element.namespace
        return namespace?.kind == .package && namespace != request.subject ? namespace : nil
      }
    }
    if parts.count < 2, request.subject?.kind != .actor {
      divide(useCases) { useCase in
        var first: ElementID?
        useCase.forEachActor { actor, _ in first = first ?? actor }
        return first.map(useCase.model.element)
      }
    }
    guard parts.count > 1 else { return nil }
  }

  /// Puts use cases with the same part together, in the order of the source.
  private mutating func divide(_ useCases: [UseCase], by part: (UseCase) -> Element?) {
    parts = []
    var places: [ElementID: Int] = [:]
    for useCase in useCases {
      guard let element = part(useCase) else { continue }
      if let place = places[element.id] {
        parts[place].useCases.append(useCase)
      } else {
        places[element.id] = parts.count
        parts.append(Part(element, useCase))
      }
    }
  }

  func drawing(title: String) -> Drawing {
    var graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 16
    graph.rankSpacing = 80
    for part in parts { add(part, to: &graph) }
    let shown = ElementSet(parts.map(\.element.id))
    let (casts, primary) = casts
    var sides: [UseCasesLayout.ActorSide?] = parts.map { _ in nil }
    var actors: [ElementID: Int] = [:]
    for (place, part) in parts.enumerated() {
      for actor in casts[place] where !shown.contains(actor) {
        let isLeft = primary.contains(actor)
        let node = actors[actor] ?? graph.nodes.count
        if actors.updateValue(node, forKey: actor) == nil {
          graph.nodes.append(Graph.Node(Actor(element: part.element.model.element(actor))))
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

  /// The actors of each part, each once, and those who are primary somewhere.
  private var casts: (parts: [[ElementID]], primary: ElementSet) {
    var primary = ElementSet()
    let casts = parts.map { part in
      var cast: [ElementID] = []
      var seen = ElementSet()
      for useCase in part.useCases {
        useCase.forEachActor { actor, isPrimary in
          if isPrimary { primary.insert(actor) }
          if seen.insert(actor) { cast.append(actor) }
        }
      }
      return cast
    }
    return (casts, primary)
  }

  /// How many lines lead from part to part, for pictures of what needs what.
  func dependencies(title: String) -> Drawing {
    var graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 24
    graph.rankSpacing = 60
    for part in parts { add(part, to: &graph) }
    var places: [ElementID: Int] = [:]
    for (place, part) in parts.enumerated() {
      for useCase in part.useCases { places[useCase.id] = place }
    }
    var counts: [[Int]: Int] = [:]
    for (place, part) in parts.enumerated() {
      for target in part.useCases.flatMap(\.needed).compactMap({ places[$0.id] })
      where target != place { counts[[place, target], default: 0] += 1 }
    }
    for (ends, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var label = Label()
      label.add(counted(count, "relation"), .note, width: 100)
      graph.edges.append(
        Graph.Edge(
          source: ends[0], target: ends[1], style: .include, head: .target, label: label,
          tooltip: "\(parts[ends[0]].title) needs \(parts[ends[1]].title)"))
    }
    return Drawing(title: title, description: description, graph: graph)
  }

  private var description: String {
    let names = parts.map { "\($0.title): \(counted($0.useCases.count, "use case"))." }
    return "An overview of \(counted(parts.count, "part")). " + names.joined(separator: " ")
  }

  private func add(_ part: Part, to graph: inout Graph) {
    var label = Label()
    label.add(part.title, .heading, width: 180)
    label.add(counted(part.useCases.count, "use case"), .small, width: 180, spaceAbove: 3)
    let size = label.size
    graph.nodes.append(
      Graph.Node(
        name: part.element.key, figure: .part, label: label,
        size: Size(width: max(200, size.width + 32), height: size.height + 26),
        element: part.element, tooltip: part.title))
  }
}
