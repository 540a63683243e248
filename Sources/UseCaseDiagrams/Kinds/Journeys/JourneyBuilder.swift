import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Turns a journey, or what is shown of it, into its graph.
struct JourneyBuilder {
  private(set) var graph: Graph
  private let scope: JourneyScope
  private let journey: JourneyGraph
  private let coloring: Coloring?
  private var points: [JourneyGraph.Point: Int] = [:]
  /// What stands for those that are not shown where they lead to what is.
  private var entries: [JourneyGraph.Point: Int] = [:]
  private var showsWhatIsCarried = false

  private static let cardWidth = 178.0
  private static let textWidth = 138.0
  /// Larger stages may stand side by side, because keeping them apart would cost too many lines.
  private static let mostSeparators = 100

  init(_ scope: JourneyScope, _ direction: ViewDirection, _ coloring: Coloring?) {
    self.scope = scope
    self.coloring = coloring
    journey = scope.journey.graph
    graph = Graph(title: scope.title, direction: direction == .right ? .right : .down)
    graph.nodeSpacing = 26
    graph.rankSpacing = 30
    graph.ranksAcrossClusters = true
  }

  mutating func build() {
    let shown = ElementSet(scope.touchpoints.map(\.element.id))
    if journey.edges.contains(where: { $0.source == .start && isShown($0.target, shown) }) {
      points[.start] = addEnd("start", .initial, cluster: nil)
    }
    var clusters: [ElementID: Int] = [:]
    for section in scope.sections { clusters[section.stage.id] = add(section.stage) }
    for (place, touchpoint) in journey.touchpoints.enumerated() where shown.contains(touchpoint.id)
    {
      points[.touchpoint(place)] = add(
        touchpoint, cluster: touchpoint.stage.flatMap { clusters[$0.id] })
    }
    for edge in journey.edges {
      if isShown(edge.source, shown) {
        add(edge)
      } else if isShown(edge.target, shown) {
        addEntry(by: edge)
      }
    }
    separateStages()
  }

  private func isShown(_ point: JourneyGraph.Point, _ shown: ElementSet) -> Bool {
    guard case .touchpoint(let place) = point else { return false }
    return shown.contains(journey.touchpoints[place].id)
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
    let group = coloring?.group(of: touchpoint)
    label.add(group, width: Self.textWidth)
    let figure = TouchpointFigure(
      feeling: touchpoint.feeling, isExternal: touchpoint.isExternal)
    graph.nodes.append(
      Graph.Node(
        name: touchpoint.key, figure: .touchpoint(figure), label: label,
        size: Size(
          width: Self.cardWidth, height: max(40, (label.size.height / 2).rounded(.up) * 2 + 16)),
        element: touchpoint.element, cluster: cluster, tooltip: tooltip(of: touchpoint),
        tint: group?.tint))
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
    showsWhatIsCarried = showsWhatIsCarried || !edge.carries.isEmpty
    graph.edges.append(
      Graph.Edge(
        source: isBack ? target : source, target: isBack ? source : target, style: .transition,
        head: isBack ? .source : .target, label: label(of: edge), weight: way == .forward ? 2 : 1,
        tooltip: sentence(for: edge)))
  }

  /// Comes from the start, or from what is not shown and named beside the way.
  private mutating func addEntry(by edge: JourneyGraph.Edge) {
    guard let target = points[edge.target] else { return }
    var source = points[edge.source] ?? entries[edge.source]
    if source == nil, case .touchpoint(let place) = edge.source {
      let touchpoint = journey.touchpoints[place]
      source = addReference(
        to: touchpoint, "from \(touchpoint.title)", "comes from \(touchpoint.title)",
        cluster: graph.nodes[target].cluster)
      entries[edge.source] = source
    }
    guard let source else { return }
    showsWhatIsCarried = showsWhatIsCarried || !edge.carries.isEmpty
    graph.edges.append(
      Graph.Edge(
        source: source, target: target, style: .transition, head: .target, label: label(of: edge),
        weight: 2, tooltip: sentence(for: edge)))
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
  /// back or not shown stands a reference to it, because nobody can follow a line through a whole
  /// journey.
  private mutating func target(
    of edge: JourneyGraph.Edge, _ way: Way, from source: Int
  ) -> Int? {
    let cluster = graph.nodes[source].cluster
    switch edge.target {
    case .completed: return addEnd("completed", .success, cluster: cluster)
    case .abandoned: return addEnd("abandoned", .failure, cluster: cluster)
    case .touchpoint(let place):
      let touchpoint = journey.touchpoints[place]
      let known = points[edge.target]
      guard way == .toEarlierStage || known == nil else { return known }
      return addReference(
        to: touchpoint, (known == nil ? "→ " : "↺ ") + touchpoint.title,
        "goes on with \(touchpoint.title)", cluster: cluster)
    case .start: return points[edge.target]
    }
  }

  private mutating func addReference(
    to touchpoint: Touchpoint, _ words: String, _ tooltip: String, cluster: Int?
  ) -> Int {
    var label = Label()
    label.add(words, .reference, width: 120)
    let index = graph.nodes.count
    graph.nodes.append(
      Graph.Node(
        name: "reference to \(touchpoint.name) \(index)", figure: .reference, label: label,
        size: Size(width: label.size.width + 22, height: label.size.height + 10),
        element: touchpoint.element, cluster: cluster, tooltip: tooltip))
    return index
  }

  // MARK: Words

  /// What faces, stars and dashes mean.
  var legend: Legend {
    var legend = coloring?.legend ?? Legend()
    let touchpoints = scope.touchpoints
    let feelings = Set(touchpoints.compactMap(\.feeling))
    for feeling in Feeling.allCases where feelings.contains(feeling) {
      legend.add(.face(feeling), feeling.rawValue)
    }
    let polarities = Set(touchpoints.flatMap(\.moments).compactMap(\.polarity))
    if polarities.contains(.positive) { legend.add(.star(.positive), "moment of truth") }
    if polarities.contains(.negative) { legend.add(.star(.negative), "moment of truth at risk") }
    if touchpoints.contains(where: \.isExternal) {
      legend.add(.externalCard, "outside our systems")
    }
    if showsWhatIsCarried { legend.add(.carried, "what is carried along") }
    return legend
  }

  /// What a reader who does not see the picture is told.
  var description: String {
    var sentences = scope.sections.map { section in
      "\(section.stage.title): " + section.touchpoints.map(\.title).joined(separator: ", ") + "."
    }
    sentences += graph.edges.filter { !$0.tooltip.isEmpty }.map { $0.tooltip + "." }
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
