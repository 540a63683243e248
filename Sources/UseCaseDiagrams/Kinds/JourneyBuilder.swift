import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Turns a journey into its graph.
struct JourneyBuilder {
  private(set) var graph: Graph
  private let journey: JourneyGraph
  private var points: [JourneyGraph.Point: Int] = [:]

  private static let cardWidth = 178.0
  private static let textWidth = 138.0
  /// Larger stages may stand side by side, because keeping them apart would cost too many lines.
  private static let mostSeparators = 100

  init(_ journey: JourneyGraph, _ direction: ViewDirection) {
    self.journey = journey
    graph = Graph(title: journey.journey.title, direction: direction == .right ? .right : .down)
    graph.nodeSpacing = 26
    graph.rankSpacing = 30
    graph.ranksAcrossClusters = true
  }

  mutating func build() {
    if journey.edges.contains(where: { $0.source == .start }) {
      points[.start] = addEnd("start", .initial, cluster: nil)
    }
    var clusters: [ElementID: Int] = [:]
    for stage in journey.journey.stages where !stage.touchpoints.isEmpty {
      clusters[stage.id] = add(stage)
    }
    for (place, touchpoint) in journey.touchpoints.enumerated() {
      points[.touchpoint(place)] = add(
        touchpoint, cluster: touchpoint.stage.flatMap { clusters[$0.id] })
    }
    for edge in journey.edges { add(edge) }
    separateStages()
  }

  /// Each stage begins below the one before, so that stages are bands across the picture.
  private mutating func separateStages() {
    var isLast = [Bool](repeating: true, count: graph.nodes.count)
    var isFirst = isLast
    for edge in graph.edges where edge.isConstraining && edge.source != edge.target {
      if graph.nodes[edge.source].cluster == graph.nodes[edge.target].cluster {
        isLast[edge.source] = false
        isFirst[edge.target] = false
      }
    }
    var lasts = [[Int]](repeating: [], count: graph.clusters.count)
    var firsts = lasts
    for (index, node) in graph.nodes.enumerated() {
      guard let cluster = node.cluster else { continue }
      if isLast[index] { lasts[cluster].append(index) }
      if isFirst[index] { firsts[cluster].append(index) }
    }
    for (above, below) in zip(lasts, firsts.dropFirst())
    where above.count * below.count <= Self.mostSeparators {
      for source in above {
        for target in below {
          graph.edges.append(
            Graph.Edge(source: source, target: target, style: .hidden, head: .none, weight: 0))
        }
      }
    }
  }

  // MARK: Nodes

  private mutating func addEnd(_ name: String, _ figure: Figure, cluster: Int?) -> Int {
    var label = Label()
    label.add(name, .small, width: 80)
    let index = graph.nodes.count
    graph.nodes.append(
      Graph.Node(
        name: points.isEmpty ? name : "\(name) \(index)", figure: figure, label: label,
        size: EndFigure.stackedSize(label: label), cluster: cluster))
    return index
  }

  private mutating func add(_ stage: Stage) -> Int {
    var label = Label()
    label.add(stage.title, .heading, width: 300)
    graph.clusters.append(
      Graph.Cluster(name: stage.key, label: label, style: .stage, element: stage.element))
    return graph.clusters.count - 1
  }

  private mutating func add(_ touchpoint: Touchpoint, cluster: Int?) -> Int {
    var label = Label(.leading)
    label.add(touchpoint.title, .strong, width: Self.textWidth)
    let channels = touchpoint.channels.map(\.title).joined(separator: " · ")
    if !channels.isEmpty {
      label.add(channels, .small, width: Self.textWidth, spaceAbove: 2)
    }
    for moment in touchpoint.moments {
      var line = Label(.leading)
      line.add(moment.title, .momentTitle, width: Self.textWidth, spaceAbove: 4)
      let polarity = moment.polarity ?? .positive
      line.mark(
        polarity == .negative ? "☆" : "★", .star, indent: 19, as: .star(polarity))
      label.lines += line.lines
    }
    let figure = TouchpointFigure(
      feeling: touchpoint.feeling, isExternal: touchpoint.isExternal)
    graph.nodes.append(
      Graph.Node(
        name: touchpoint.key, figure: .touchpoint(figure), label: label,
        size: Size(
          width: Self.cardWidth, height: max(40, (label.size.height / 2).rounded(.up) * 2 + 16)),
        element: touchpoint.element, cluster: cluster, tooltip: tooltip(of: touchpoint)))
    return graph.nodes.count - 1
  }

  private func tooltip(of touchpoint: Touchpoint) -> String {
    var words = touchpoint.title
    if let action = touchpoint[Clauses.action] {
      words += ": " + action.plainText(in: touchpoint.model)
    }
    if let feeling = touchpoint.feeling { words += " (\(feeling.rawValue))" }
    return words
  }

  // MARK: Edges

  private mutating func add(_ edge: JourneyGraph.Edge) {
    guard let source = points[edge.source] else { return }
    let way = way(of: edge)
    guard let target = target(of: edge, way, from: source) else { return }
    // What leads back is laid out like what leads on, with its head at the other end: Graphviz
    // crashes on lines with a label between nodes side by side in its first rank.
    let isBack = way == .back && source != target
    graph.edges.append(
      Graph.Edge(
        source: isBack ? target : source, target: isBack ? source : target, style: .transition,
        head: isBack ? .source : .target, label: label(of: edge), weight: way == .forward ? 2 : 1,
        tooltip: sentence(for: edge)))
  }

  private func label(of edge: JourneyGraph.Edge) -> Label? {
    let model = journey.journey.model
    var label = Label()
    if let share = edge.share { label.add(formatted(share) + "%", .smallStrong, width: 60) }
    if let condition = edge.condition {
      label.add("[\(condition.plainText(in: model))]", .edge, width: 118)
    }
    let carried = edge.carries.map { $0.plainText(in: model) }.joined(separator: ", ")
    if !carried.isEmpty { label.add("↪ " + carried, .carried, width: 118) }
    return label.lines.isEmpty ? nil : label
  }

  /// Where an edge leads, in the order in which the journey is told.
  private enum Way { case forward, back, toEarlierStage }

  private func way(of edge: JourneyGraph.Edge) -> Way {
    guard case .touchpoint(let source) = edge.source, case .touchpoint(let target) = edge.target,
      target <= source
    else { return .forward }
    let stages = (journey.touchpoints[source].stage, journey.touchpoints[target].stage)
    return stages.0 == stages.1 ? .back : .toEarlierStage
  }

  /// The node of the target; ends are repeated beside those who reach them, and for a place far
  /// back stands a reference to it, because nobody can follow a line through a whole journey.
  private mutating func target(
    of edge: JourneyGraph.Edge, _ way: Way, from source: Int
  ) -> Int? {
    let cluster = graph.nodes[source].cluster
    switch edge.target {
    case .completed: return addEnd("completed", .success, cluster: cluster)
    case .abandoned: return addEnd("abandoned", .failure, cluster: cluster)
    case .touchpoint(let place) where way == .toEarlierStage:
      return addReference(to: journey.touchpoints[place], cluster: cluster)
    default: return points[edge.target]
    }
  }

  private mutating func addReference(to touchpoint: Touchpoint, cluster: Int?) -> Int {
    var label = Label()
    label.add("↺ " + touchpoint.title, .reference, width: 120)
    let index = graph.nodes.count
    graph.nodes.append(
      Graph.Node(
        name: "back to \(touchpoint.name) \(index)", figure: .reference, label: label,
        size: Size(width: label.size.width + 22, height: label.size.height + 10),
        element: touchpoint.element, cluster: cluster,
        tooltip: "goes on with \(touchpoint.title)"))
    return index
  }

  // MARK: Words

  /// What faces, stars and dashes mean.
  var legend: Legend {
    var legend = Legend()
    let feelings = Set(journey.touchpoints.compactMap(\.feeling))
    for feeling in Feeling.allCases where feelings.contains(feeling) {
      legend.add(.face(feeling), feeling.rawValue)
    }
    let polarities = Set(journey.touchpoints.flatMap(\.moments).compactMap(\.polarity))
    if polarities.contains(.positive) { legend.add(.star(.positive), "moment of truth") }
    if polarities.contains(.negative) { legend.add(.star(.negative), "moment of truth at risk") }
    if journey.touchpoints.contains(where: \.isExternal) {
      legend.add(.externalCard, "outside our systems")
    }
    if journey.edges.contains(where: { !$0.carries.isEmpty }) {
      legend.add(.carried, "what is carried along")
    }
    return legend
  }

  /// What a reader who does not see the picture is told.
  var description: String {
    var sentences = journey.journey.stages.map { stage in
      "\(stage.title): " + stage.touchpoints.map(\.title).joined(separator: ", ") + "."
    }
    sentences += journey.edges.map { sentence(for: $0) + "." }
    return sentences.joined(separator: " ")
  }

  private func sentence(for edge: JourneyGraph.Edge) -> String {
    var words = "\(title(of: edge.source)) → \(title(of: edge.target))"
    if let label = label(of: edge) { words += " (\(label.text))" }
    return words
  }

  private func title(of point: JourneyGraph.Point) -> String {
    switch point {
    case .start: "start"
    case .completed: "completed"
    case .abandoned: "abandoned"
    case .touchpoint(let place): journey.touchpoints[place].title
    }
  }
}
