import UseCaseText

/// The lines of a use-case diagram whose nodes have their places.
struct UseCaseLines {
  let graph: Graph
  let sides: [UseCasesLayout.ActorSide?]
  let frames: [Rect]
  let columns: [Int]
  /// Where the frames of subjects begin and end, in points.
  let border: (left: Double, right: Double)?

  func edges() -> [Layout.Edge] {
    var labels = LabelPlaces(levels: levels)
    return graph.edges.enumerated().map { index, edge in
      let route = route(of: edge)
      let box = edge.label.map { labels.place($0.size, on: route, level: level(of: edge)) }
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

  private func route(of edge: Graph.Edge) -> Route {
    switch edge.style {
    case .association: return association(edge)
    case .generalization: return generalization(edge)
    default: return relation(edge)
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
  private func relation(_ edge: Graph.Edge) -> Route {
    let isDown = frames[edge.target].center.y >= frames[edge.source].center.y
    let start = boundary(edge.source, towardsBelow: isDown)
    let end = boundary(edge.target, towardsBelow: !isDown)
    let (startOut, endOut) = (outward(edge.source), outward(edge.target))
    let head = edge.style.headLength
    var route = Route(start: start, segments: [])
    var foot = end
    if edge.head == .target {
      foot.x += endOut * head
      route.headTip = end
    } else if edge.head == .source {
      route.start.x += startOut * head
      route.tailTip = start
    }
    if columns[edge.source] == columns[edge.target] {
      route.segments = [
        Route.Segment(
          control1: Point(x: route.start.x + startOut * 56, y: start.y),
          control2: Point(x: foot.x + endOut * 56, y: foot.y), end: foot)
      ]
      return route
    }
    // Soon on the level of its target, so that the label has a level line to stand on.
    let turn = Point(x: route.start.x + startOut * Self.turn, y: foot.y)
    route.segments = [
      Route.Segment(
        control1: Point(x: route.start.x + startOut * Self.turn * 0.6, y: start.y),
        control2: Point(x: route.start.x + startOut * Self.turn * 0.3, y: foot.y), end: turn),
      Route.Segment(control1: turn, control2: foot, end: foot),
    ]
    return route
  }

  /// The space in which a relation reaches the level of its target, in points.
  private static let turn = 34.0

  /// The stretch of a relation that runs level, and on which side the free space lies.
  private func level(of edge: Graph.Edge) -> LabelPlaces.Level? {
    guard columns[edge.source] != columns[edge.target] else { return nil }
    let isDown = frames[edge.target].center.y >= frames[edge.source].center.y
    let start = boundary(edge.source, towardsBelow: isDown)
    let end = boundary(edge.target, towardsBelow: !isDown)
    let out = outward(edge.source)
    let free = (start.x + out * (Self.turn - 8) + end.x - out * edge.style.headLength) / 2
    return LabelPlaces.Level(center: Point(x: free, y: end.y), isAbove: isDown)
  }

  private func outward(_ node: Int) -> Double { columns[node] == 0 ? 1 : -1 }

  /// A place on the inner side of an ellipse, above or below its tip, which belongs to actors.
  private func boundary(_ node: Int, towardsBelow isBelow: Bool) -> Point {
    let frame = frames[node]
    // The sine and cosine of about 35 degrees.
    let (cosine, sine) = (0.82, 0.57)
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
  /// A point of the first curve, where 0 is its start and 1 its end.
  func point(at share: Double) -> Point {
    guard let segment = segments.first else { return start }
    let rest = 1 - share
    let (a, b, c, d) = (
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    )
    return Point(
      x: a * start.x + b * segment.control1.x + c * segment.control2.x + d * segment.end.x,
      y: a * start.y + b * segment.control1.y + c * segment.control2.y + d * segment.end.y)
  }

  /// The same curve from its head to its tail.
  func reversed() -> Route {
    guard let segment = segments.first, segments.count == 1 else { return self }
    return Route(
      start: segment.end,
      segments: [
        Segment(control1: segment.control2, control2: segment.control1, end: start)
      ], tailTip: headTip, headTip: tailTip)
  }
}
