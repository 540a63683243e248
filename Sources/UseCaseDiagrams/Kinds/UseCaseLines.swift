import UseCaseText

/// The lines of a use-case diagram whose nodes have their places.
struct UseCaseLines {
  let graph: Graph
  let sides: [UseCasesLayout.ActorSide?]
  let frames: [Rect]
  let columns: [Int]
  /// Where the frames of subjects begin and end, in points.
  let border: (left: Double, right: Double)?
  /// By column of use cases: where relations run up and down beside it.
  private let lanes: [Gutter]

  init(
    graph: Graph, sides: [UseCasesLayout.ActorSide?], frames: [Rect], columns: [Int],
    border: (left: Double, right: Double)?
  ) {
    self.graph = graph
    self.sides = sides
    self.frames = frames
    self.columns = columns
    self.border = border
    lanes = Self.lanes(graph, columns, heights: frames.map(\.center.y))
  }

  /// The lanes beside the columns; what a use case includes shares one, what extends it
  /// another.
  static func lanes(_ graph: Graph, _ columns: [Int], heights: [Double]) -> [Gutter] {
    var lanes = [Gutter(), Gutter()]
    for (index, edge) in graph.edges.enumerated() where edge.style.isRelation {
      guard columns[edge.source] != columns[edge.target] else { continue }
      let (source, target) = (heights[edge.source], heights[edge.target])
      lanes[columns[edge.source]].add(
        index, target: edge.source * 2 + (edge.style == .extend ? 1 : 0),
        min(source, target)...max(source, target))
    }
    return lanes
  }

  func edges() -> [Layout.Edge] {
    var labels = LabelPlaces(levels: levels)
    return graph.edges.enumerated().map { index, edge in
      let route = route(of: index, edge)
      let box = edge.label.map { labels.place($0.size, on: route, level: level(of: index, edge)) }
      return Layout.Edge(id: "e\(index)", routes: [route], label: box)
    }
  }

  /// The heights at which lines of actors run level between the columns.
  private var levels: [Double] {
    var levels: [Double] = []
    for edge in graph.edges where edge.style == .association {
      let (useCase, passes) =
        sides[edge.source] == nil
        ? (edge.source, columns[edge.source] == 0) : (edge.target, columns[edge.target] == 1)
      if passes { levels.append(frames[useCase].center.y) }
    }
    return levels.sorted()
  }

  private func route(of index: Int, _ edge: Graph.Edge) -> Route {
    switch edge.style {
    case .association: return association(edge)
    case .generalization: return generalization(edge)
    default: return relation(index, edge)
    }
  }

  // MARK: Actors

  /// Where a line leaves an actor on its left or its right.
  private func anchor(_ node: Int, toTheRight: Bool) -> Point {
    let frame = frames[node]
    guard let level = graph.nodes[node].figure.lineAnchor else {
      return Point(x: toTheRight ? frame.maxX : frame.minX, y: frame.center.y)
    }
    let half = ActorFigure.width / 2 + 3
    return Point(x: frame.center.x + (toTheRight ? half : -half), y: frame.minY + level)
  }

  /// A curve to the border of the subject, and level from there to the use case.
  private func association(_ edge: Graph.Edge) -> Route {
    let isLeft = sides[edge.source] != nil
    let (actor, useCase) = isLeft ? (edge.source, edge.target) : (edge.target, edge.source)
    let start = anchor(actor, toTheRight: isLeft)
    let frame = frames[useCase]
    let end = Point(x: isLeft ? frame.minX : frame.maxX, y: frame.center.y)
    var bend = end
    if let border { bend.x = isLeft ? border.left : border.right }
    let dx = bend.x - start.x
    let curve = Route.Segment(
      control1: Point(x: start.x + dx * 0.45, y: start.y),
      control2: Point(x: bend.x - dx * 0.6, y: bend.y), end: bend)
    var route = Route(start: start, segments: [curve])
    if bend != end {
      route.segments.append(Route.Segment(control1: bend, control2: end, end: end))
    }
    return route
  }

  /// Straight to a parent further in, around the outside to one in the same column.
  private func generalization(_ edge: Graph.Edge) -> Route {
    let isLeft = sides[edge.source] == .left
    let (child, parent) =
      edge.head == .target ? (edge.source, edge.target) : (edge.target, edge.source)
    let tip = anchor(parent, toTheRight: !isLeft)
    let outward = isLeft ? -1.0 : 1.0
    let foot = Point(x: tip.x + outward * edge.style.headLength, y: tip.y)
    let isSameColumn = abs(frames[child].center.x - frames[parent].center.x) < 1
    let start = anchor(child, toTheRight: isSameColumn ? !isLeft : isLeft)
    var route: Route
    if isSameColumn {
      let reach = outward * 62
      route = Route(
        start: start,
        segments: [
          Route.Segment(
            control1: Point(x: start.x + reach, y: start.y),
            control2: Point(x: tip.x + reach, y: tip.y), end: foot)
        ])
    } else {
      let half = (start.x + foot.x) / 2
      route = Route(
        start: start,
        segments: [
          Route.Segment(
            control1: Point(x: half, y: start.y), control2: Point(x: half, y: foot.y), end: foot)
        ])
    }
    route.headTip = tip
    return edge.head == .target ? route : route.reversed()
  }

  // MARK: Relations

  /// A curve in the space between the columns.
  private func relation(_ index: Int, _ edge: Graph.Edge) -> Route {
    let isDown = frames[edge.target].center.y >= frames[edge.source].center.y
    let start = boundary(edge.source, towardsBelow: isDown, isNearTip: edge.style == .extend)
    let end = boundary(edge.target, towardsBelow: !isDown)
    let head = edge.style.headLength
    guard let lane = lane(of: index, edge) else {
      // Around to a neighbour in the same column.
      let reach = outward(edge.source) * 40
      let points = [
        start, Point(x: start.x + reach, y: start.y), Point(x: start.x + reach, y: end.y), end,
      ]
      return headed(points, edge.head, head)
    }
    return headed(
      [start, Point(x: lane, y: start.y), Point(x: lane, y: end.y), end], edge.head, head)
  }

  private func headed(_ points: [Point], _ head: Graph.Edge.Head, _ length: Double) -> Route {
    switch head {
    case .none: Route(through: points, head: 0)
    case .target: Route(through: points, head: length)
    case .source: Route(through: points.reversed(), head: length).reversed()
    }
  }

  /// Where a relation runs up or down, in points; nil within one column.
  private func lane(of index: Int, _ edge: Graph.Edge) -> Double? {
    guard columns[edge.source] != columns[edge.target] else { return nil }
    let side = columns[edge.source]
    let frame = frames[edge.source]
    let tip = frame.center.x + outward(edge.source) * frame.size.width / 2
    let lane = Double(lanes[side].lane(of: index))
    return tip + outward(edge.source) * (Self.firstLane + lane * Gutter.laneWidth)
  }

  /// The distance from the tips of the use cases to the first lane, in points.
  private static let firstLane = 12.0

  /// The stretch of a relation that runs level, and on which side the free space lies.
  private func level(of index: Int, _ edge: Graph.Edge) -> LabelPlaces.Level? {
    guard let lane = lane(of: index, edge) else { return nil }
    let isDown = frames[edge.target].center.y >= frames[edge.source].center.y
    let end = boundary(edge.target, towardsBelow: !isDown)
    let tip = end.x - outward(edge.source) * edge.style.headLength
    return LabelPlaces.Level(center: Point(x: (lane + tip) / 2, y: end.y), isAbove: isDown)
  }

  private func outward(_ node: Int) -> Double { columns[node] == 0 ? 1 : -1 }

  /// A place on the inner side of an ellipse, above or below its tip, which belongs to actors.
  ///
  /// Extensions meet their base nearer to the tip than what it includes leaves it, so that lines
  /// with heads at different ends stay apart.
  private func boundary(
    _ node: Int, towardsBelow isBelow: Bool, isNearTip: Bool = false
  ) -> Point {
    let frame = frames[node]
    // The cosines and sines of about 20 and 35 degrees.
    let (cosine, sine) = isNearTip ? (0.94, 0.34) : (0.82, 0.57)
    return Point(
      x: frame.center.x + outward(node) * frame.size.width / 2 * cosine,
      y: frame.center.y + (isBelow ? 1 : -1) * frame.size.height / 2 * sine)
  }
}

/// Finds places for labels on curves, away from each other and from the lines of actors.
private struct LabelPlaces {
  /// The heights of lines to keep clear of, ascending, in points.
  let levels: [Double]
  private var placed: [Rect] = []

  /// Labels that lie further apart in the source hardly meet.
  private static let remembered = 60

  init(levels: [Double]) { self.levels = levels }

  /// A level stretch of a line.
  struct Level {
    /// The middle of the stretch, in points.
    var center: Point
    /// Whether the free space lies above the line.
    var isAbove: Bool
  }

  mutating func place(_ size: Size, on route: Route, level: Level?) -> Rect {
    var best = Rect(center: route.point(at: 0.5), size: size)
    var fewest = Int.max
    if let level {
      let distance = size.height / 2 + 2
      best = Rect(
        center: level.center.moved(0, level.isAbove ? -distance : distance), size: size)
      fewest = conflicts(of: best)
    }
    for share in [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26] where fewest > 0 {
      for shift in [0.0, -7, 7, -14, 14] {
        let point = route.point(at: share).moved(0, shift)
        let box = Rect(center: point, size: size)
        let conflicts = conflicts(of: box)
        guard conflicts < fewest else { continue }
        (best, fewest) = (box, conflicts)
        if conflicts == 0 { break }
      }
    }
    placed.append(best)
    return best
  }

  private func conflicts(of box: Rect) -> Int {
    let others = placed.suffix(Self.remembered).count { $0.overlaps(box) } * 4
    return others + lines(from: box.minY - 1, to: box.maxY + 1)
  }

  private func lines(from top: Double, to bottom: Double) -> Int {
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] < top { low = middle + 1 } else { high = middle }
    }
    var count = 0
    while low < levels.count, levels[low] <= bottom, count < 8 {
      count += 1
      low += 1
    }
    return count
  }
}

extension Route {
  /// A point of the curve in the middle, where 0 is its start and 1 its end.
  func point(at share: Double) -> Point {
    let middle = segments.count / 2
    guard segments.indices.contains(middle) else { return start }
    return segments[middle].point(at: share, from: middle > 0 ? segments[middle - 1].end : start)
  }

  /// The same line from its head to its tail.
  func reversed() -> Route {
    var result = Route(start: end, segments: [], tailTip: headTip, headTip: tailTip)
    for index in segments.indices.reversed() {
      let from = index > 0 ? segments[index - 1].end : start
      result.segments.append(
        Segment(
          control1: segments[index].control2, control2: segments[index].control1, end: from))
    }
    return result
  }
}

extension Route.Segment {
  /// A point of the curve from `start`, where 0 is its start and 1 its end.
  func point(at share: Double, from start: Point) -> Point {
    let rest = 1 - share
    let (a, b, c, d) = (
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    )
    return Point(
      x: a * start.x + b * control1.x + c * control2.x + d * end.x,
      y: a * start.y + b * control1.y + c * control2.y + d * end.y)
  }
}
