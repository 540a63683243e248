import UseCaseSyntax

/// The ways through a journey, from `start` to `completed` or `abandoned`.
public struct JourneyGraph: Sendable {
  public enum Point: Sendable, Hashable {
    case start
    /// The place of a touchpoint in `touchpoints`.
    case touchpoint(Int)
    case completed
    case abandoned
  }

  /// One arrow.
  public struct Edge: Sendable {
    public let source: Point
    public let target: Point
    /// In percent, as written.
    public let share: Double?
    /// Nil where the journey has no transitions and runs in the order written.
    public let syntax: TransitionSyntax?
    /// Where the target is named.
    public let place: Place?

    public var condition: TextSyntax? { syntax?.condition }
    public var carries: [TextSyntax] { syntax?.carries ?? [] }
  }

  public let journey: Journey
  /// In the order written.
  public let touchpoints: [Touchpoint]
  /// In the order written.
  public let edges: [Edge]
  /// Whether the journey has no transitions of its own.
  public let isImplicit: Bool
  /// Whether an arrow is missing because a name in it is unknown or its line is broken: what
  /// follows from that is no second mistake.
  public let lacksArrows: Bool

  /// By touchpoint: the places of its edges in `edges`.
  public let outgoing: [[Int]]
  public let incoming: [[Int]]

  init(
    journey: Journey, touchpoints: [Touchpoint], edges: [Edge], isImplicit: Bool,
    lacksArrows: Bool = false
  ) {
    self.lacksArrows = lacksArrows
    self.journey = journey
    self.touchpoints = touchpoints
    self.edges = edges
    self.isImplicit = isImplicit
    var outgoing = [[Int]](repeating: [], count: touchpoints.count)
    var incoming = outgoing
    for (index, edge) in edges.enumerated() {
      if case .touchpoint(let source) = edge.source { outgoing[source].append(index) }
      if case .touchpoint(let target) = edge.target { incoming[target].append(index) }
    }
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// Which touchpoints some path from `start` reaches.
  public var reached: [Bool] {
    var reached = [Bool](repeating: false, count: touchpoints.count)
    var stack: [Int] = []
    func visit(_ point: Point) {
      guard case .touchpoint(let place) = point, !reached[place] else { return }
      reached[place] = true
      stack.append(place)
    }
    for edge in edges where edge.source == .start { visit(edge.target) }
    while let place = stack.popLast() {
      for edge in outgoing[place] { visit(edges[edge].target) }
    }
    return reached
  }

  /// The share of an edge in percent: as written, or an equal part of what the others leave.
  public func effectiveShare(_ edge: Int) -> Double? {
    guard case .touchpoint(let source) = edges[edge].source else { return nil }
    if let share = edges[edge].share { return share }
    let all = outgoing[source]
    let given = all.compactMap { edges[$0].share }.reduce(0, +)
    let open = all.count { edges[$0].share == nil }
    return open > 0 ? max(0, 100 - given) / Double(open) : nil
  }
}

extension Journey {
  /// Its touchpoints and transitions as a graph; linear in its text.
  public var graph: JourneyGraph {
    let touchpoints = touchpoints
    let places = Dictionary(
      touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let transitions = declaration?.transitions ?? []
    guard !transitions.isEmpty else {
      return JourneyGraph(
        journey: self, touchpoints: touchpoints, edges: implicitEdges(touchpoints.count),
        isImplicit: true)
    }
    var edges: [JourneyGraph.Edge] = []
    var lacksArrows = element.isBroken
    for transition in transitions {
      let isWhole = add(transition, places, &edges)
      if !isWhole || transition.syntax.isBroken { lacksArrows = true }
    }
    return JourneyGraph(
      journey: self, touchpoints: touchpoints, edges: edges, isImplicit: false,
      lacksArrows: lacksArrows)
  }

  private func implicitEdges(_ count: Int) -> [JourneyGraph.Edge] {
    guard count > 0 else { return [] }
    let points =
      [.start] + (0..<count).map(JourneyGraph.Point.touchpoint) + [JourneyGraph.Point.completed]
    return zip(points, points.dropFirst()).map { source, target in
      JourneyGraph.Edge(
        source: source, target: target, share: nil, syntax: nil, place: nil)
    }
  }

  /// Adds the arrows of a line; false where one of its names is unknown.
  private func add(
    _ transition: TransitionSyntax, _ places: [ElementID: Int],
    _ edges: inout [JourneyGraph.Edge]
  ) -> Bool {
    let references = transition.points
    let points = references.map { point($0, places) }
    guard let first = points.first else { return false }
    let share = transition.share
    for index in points.indices.dropFirst() {
      guard let source = transition.isChain ? points[index - 1] : first,
        let target = points[index]
      else { continue }
      edges.append(
        JourneyGraph.Edge(
          source: source, target: target, share: share, syntax: transition,
          place: references[index].place))
    }
    return !points.contains(nil)
  }

  private func point(
    _ reference: ReferenceSyntax, _ places: [ElementID: Int]
  ) -> JourneyGraph.Point? {
    switch model.mark(of: reference, near: element) {
    case Target.start: return .start
    case Target.completed: return .completed
    case Target.abandoned: return .abandoned
    case let mark where mark >= 0:
      return places[ElementID(Int(mark))].map(JourneyGraph.Point.touchpoint)
    default: return nil
    }
  }
}
