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

  /// The only actors to show; nil for all that take part.
  private let actors: ElementSet?

  /// Nil where the use cases fall into no parts.
  init?(_ useCases: [UseCase], _ request: DiagramRequest, actors: [Actor]? = nil) {
    self.actors = actors.map { ElementSet($0.map(\.element.id)) }
    let home = { (useCase: UseCase) -> Element? in
      if let system = useCase.system?.element { return system }
      let namespace = useCase.element.namespace
      return namespace?.kind == .package && namespace != request.subject ? namespace : nil
    }
    let actor = { (useCase: UseCase) -> Element? in
      var first: ElementID?
      useCase.forEachActor { actor, _ in first = first ?? actor }
      return first.map(useCase.model.element)
    }
    let timebox = { (useCase: UseCase) -> Element? in useCase.timebox?.element }
    let ways: [(UseCase) -> Element?] =
      switch request.subject?.kind {
      case nil, .package: [home, actor, timebox]
      case .actor: [home, timebox]
      default: [actor, timebox]
      }
    for way in ways where parts.count < 2 { divide(useCases, by: way) }
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
    var lines = 0
    var sides: [UseCasesLayout.ActorSide?] = parts.map { _ in nil }
    var actors: [ElementID: Int] = [:]
    for (place, part) in parts.enumerated() {
      for actor in casts[place] where !shown.contains(actor) {
        lines += 1
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
    // A line or so for each part is no tangle, unless all come from one actor.
    if lines > Self.mostLines, lines > parts.count * 3 / 2 || actors.count == 1 {
      return matrix(title: title, casts, primary, of: graph)
    }
    var layout = UseCasesLayout(graph: graph, sides: sides)
    return Drawing(
      title: title, description: description, graph: graph, layout: layout.layout())
  }

  /// Nobody follows more lines than these; a matrix says then who takes part in what.
  private static let mostLines = 24

  /// Parts by actors: in how many of the use cases of each they take part.
  private func matrix(
    title: String, _ casts: [[ElementID]], _ primary: ElementSet, of graph: Graph
  ) -> Drawing {
    let model = parts.first?.element.model
    let shown = ElementSet(parts.map(\.element.id))
    var places: [ElementID: Int] = [:]
    var columns: [Matrix.Section<Matrix.Head>] = []
    for (heading, isPrimary) in [("Primary actors", true), ("Supporting actors", false)] {
      var seen = ElementSet()
      let actors = casts.joined()
        .filter { !shown.contains($0) && primary.contains($0) == isPrimary && seen.insert($0) }
        .sorted()
      let heads = actors.compactMap { model?.element($0) }
        .map { Matrix.Head(title: $0.title, element: $0) }
      for actor in actors { places[actor] = places.count }
      if !heads.isEmpty {
        columns.append(Matrix.Section(head: Matrix.Head(title: heading), members: heads))
      }
    }
    let rows = parts.map { part in
      var counts: [Int: Int] = [:]
      for useCase in part.useCases {
        useCase.forEachActor { actor, _ in
          if let place = places[actor] { counts[place, default: 0] += 1 }
        }
      }
      return Matrix.Row(
        head: Matrix.Head(title: part.title, element: part.element),
        marks: counts.mapValues { Badge(text: String($0), style: .outlined) },
        remark: counted(part.useCases.count, "use case"))
    }
    let matrix = Matrix(
      columns: columns, rows: [Matrix.Section(head: nil, members: rows)], name: "parts")
    var chart = Chart()
    let top = chart.heading(title, "Each row leads to a picture of its own.", width: matrix.width)
    _ = matrix.paint(on: &chart, at: Point(x: 0, y: top))
    var legend = Legend()
    legend.add(.badge(Badge(text: "3", style: .outlined)), "takes part in so many use cases")
    return Drawing(
      title: title, description: description, chart: chart, of: graph, legend: legend)
  }

  /// The actors of each part, each once, and those who are primary somewhere.
  private var casts: (parts: [[ElementID]], primary: ElementSet) {
    var primary = ElementSet()
    let casts = parts.map { part in
      var cast: [ElementID] = []
      var seen = ElementSet()
      for useCase in part.useCases {
        useCase.forEachActor { actor, isPrimary in
          guard actors?.contains(actor) ?? true else { return }
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
