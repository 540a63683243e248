import UseCaseText

/// Where the nodes of a network stand: on rings around each other, so that lines are short, cross
/// seldom and meet no other node.
///
/// Each ring has places of equal distance. Nodes change places as long as that makes the picture
/// better; networks are small enough for that, and larger ones keep the order that they have.
struct RadialLayout {
  let graph: Graph
  /// By cluster, from the innermost ring to the outermost: the node at each place, or nil.
  private var rings: [[Int?]] = []
  private var radii: [Radii] = []
  private var frames: [Rect]

  /// Half the width and half the height of a ring, in points.
  private struct Radii {
    /// Of the line through its nodes.
    var middle: Size
    /// Of the line around it.
    var outer: Size
  }

  /// The free space around nodes, in points.
  private enum Gap {
    static let neighbour = 34.0
    /// A line between two neighbours has room for its head.
    static let line = 16.0
    static let ring = 30.0
    static let margin = 38.0
  }
  /// The least radius of a ring with several nodes, in points: room for words between them.
  private static let smallestRing = Size(width: 150, height: 100)
  private static let flatness = 0.66
  /// Lines times nodes beyond which nodes keep their places.
  private static let mostToImprove = 2_000

  /// Each node stands in the cluster of its ring; clusters go from the inside out.
  init(_ graph: Graph) {
    self.graph = graph
    frames = graph.nodes.map { Rect(origin: .zero, size: $0.size) }
  }

  /// Places everything.
  mutating func layout() -> Layout {
    makeRings()
    for ring in rings.indices { place(ring) }
    if graph.edges.count * graph.nodes.count <= Self.mostToImprove { improve() }
    var best = edges()
    var (tried, roomiest) = (self, best)
    for _ in 0..<Self.growths where roomiest.crossed > 0 {
      tried.grow()
      roomiest = tried.edges()
      if roomiest.crossed < best.crossed { (self, best) = (tried, roomiest) }
    }
    return finished(best.edges)
  }

  /// How often a picture is made larger at most, so that no line passes through a label, and by how
  /// much each time.
  private static let growths = 3
  private static let growth = 1.08

  private mutating func grow() {
    for ring in rings.indices {
      radii[ring].middle.grow(by: Self.growth)
      radii[ring].outer.grow(by: Self.growth)
      for place in rings[ring].indices {
        if let node = rings[ring][place] { move(node, to: place, of: ring) }
      }
    }
  }

  /// The lines with their labels, and through how many of these another line passes.
  private func edges() -> (edges: [Layout.Edge], crossed: Int) {
    var labels = RadialLabels(frames: frames + titles, lines: lines)
    let edges = graph.edges.enumerated().map { index, edge in
      let line = line(of: edge)
      let route = Route(through: [line.start, line.end], head: edge.style.headLength)
      let box = edge.label.map { labels.place($0.size, on: index) }
      return Layout.Edge(id: "e\(index)", routes: [route], label: box)
    }
    return (edges, labels.crossed)
  }

  // MARK: Rings

  private func members(_ ring: Int) -> [Int] {
    graph.nodes.indices.filter { graph.nodes[$0].cluster == ring }
  }

  /// Finds out how large the rings are and how many places they have.
  private mutating func makeRings() {
    var inner = Size.zero
    for ring in graph.clusters.indices {
      let nodes = members(ring)
      let width = nodes.map { graph.nodes[$0].size.width }.max() ?? 0
      let height = nodes.map { graph.nodes[$0].size.height }.max() ?? 0
      var middle = Size.zero
      if nodes.count > 1 || ring > 0 {
        let around = Double(nodes.count) * (width + Gap.neighbour) / (2 * Double.pi)
        middle.width = max(around, Self.smallestRing.width, inner.width + Gap.ring + width / 2)
        middle.height = max(
          middle.width * Self.flatness, Self.smallestRing.height,
          inner.height + Gap.ring + height / 2)
      }
      let places = max(
        nodes.count, Int(2 * Double.pi * middle.width / (width + Gap.neighbour)))
      let node = Size(width: width, height: height)
      // In a full ring everybody has neighbours.
      while places == nodes.count, Self.distance(of: node, places, on: middle) < Gap.line {
        middle = Size(width: middle.width * 1.05, height: middle.height * 1.05)
      }
      let outer = Size(
        width: middle.width + width / 2 + Gap.margin,
        height: middle.height + height / 2 + Gap.margin)
      radii.append(Radii(middle: middle, outer: outer))
      inner = outer
      rings.append([Int?](repeating: nil, count: places))
    }
  }

  /// How far neighbours on a ring are apart at least, beside or above each other.
  private static func distance(of node: Size, _ places: Int, on radii: Size) -> Double {
    guard places > 1 else { return .infinity }
    let centers = (0..<places).map { place -> Point in
      let direction = Direction.unit((Double(place) + 0.5) / Double(places))
      return Point(x: direction.x * radii.width, y: direction.y * radii.height)
    }
    return zip(centers, centers.dropFirst() + centers.prefix(1)).map { first, second in
      max(
        (first.x - second.x).magnitude - node.width, (first.y - second.y).magnitude - node.height)
    }.min() ?? .infinity
  }

  /// Puts the nodes of a ring into the places nearest to those further in that they are tied to; who
  /// is tied to nobody is spread over the rest.
  private mutating func place(_ ring: Int) {
    let count = rings[ring].count
    let nodes = members(ring)
    for (rank, node) in nodes.enumerated() {
      let even = (Double(rank) + 0.5) * Double(count) / Double(max(1, nodes.count))
      let wish = wish(of: node, in: ring).map { $0 / 4 * Double(count) } ?? even
      let start = Int(wish) % max(1, count)
      let free = (0..<count).map { (start + ($0 % 2 == 0 ? $0 / 2 : count - ($0 + 1) / 2)) % count }
        .first { rings[ring][$0] == nil }
      if let free {
        rings[ring][free] = node
        move(node, to: free, of: ring)
      }
    }
  }

  /// Where a node would like to stand, as `Direction.turn` counts.
  private func wish(of node: Int, in ring: Int) -> Double? {
    let others = graph.edges.compactMap { edge -> Point? in
      let other = edge.source == node ? edge.target : edge.target == node ? edge.source : nil
      guard let other, graph.nodes[other].cluster ?? 0 < ring else { return nil }
      return frames[other].center
    }
    guard !others.isEmpty else { return nil }
    return Direction.turn(of: others.reduce(Point.zero) { $0.moved($1.x, $1.y) })
  }

  /// No place lies at the top of a ring, where its title stands.
  private mutating func move(_ node: Int, to place: Int, of ring: Int) {
    let direction = Direction.unit((Double(place) + 0.5) / Double(max(1, rings[ring].count)))
    let radii = radii[ring].middle
    frames[node] = Rect(
      center: Point(
        x: (direction.x * radii.width).rounded(), y: (direction.y * radii.height).rounded()),
      size: frames[node].size)
  }

  /// Where the titles of the rings stand.
  private var titles: [Rect] {
    zip(graph.clusters, radii).map { cluster, radii in
      let size = cluster.label.size
      return Rect(
        origin: Point(x: -size.width / 2, y: 9 - radii.outer.height), size: size)
    }
  }

  // MARK: Better places

  private mutating func improve() {
    var best = cost
    for _ in 0..<8 {
      let before = best
      for ring in rings.indices {
        for first in rings[ring].indices where rings[ring][first] != nil {
          for second in rings[ring].indices where second != first {
            swap(first, second, of: ring)
            let cost = cost
            if cost < best - 0.01 { best = cost } else { swap(first, second, of: ring) }
            if rings[ring][first] == nil { break }
          }
        }
      }
      if best == before { return }
    }
  }

  private mutating func swap(_ first: Int, _ second: Int, of ring: Int) {
    rings[ring].swapAt(first, second)
    for place in [first, second] {
      if let node = rings[ring][place] { move(node, to: place, of: ring) }
    }
  }

  /// How long the lines are, with what crossings, touched nodes and close neighbours add, in points.
  private var cost: Double {
    let lines = lines
    var cost = 0.0
    for (index, line) in lines.enumerated() {
      let edge = graph.edges[index]
      let length = line.start.distance(to: line.end)
      cost += length + max(0, room(for: edge, along: line) - length) * 6
      for other in lines[(index + 1)...] where line.crosses(other) { cost += 200 }
      for (node, frame) in frames.enumerated()
      where node != edge.source && node != edge.target && line.meets(frame.grown(by: 8)) {
        cost += 900
      }
      for title in titles where line.meets(title) { cost += 60 }
    }
    for (place, frame) in frames.enumerated() {
      for other in frames[(place + 1)...] where frame.grown(by: 12).overlaps(other) { cost += 500 }
    }
    return cost
  }

  /// The length that a line needs for its words and its head, in points.
  private func room(for edge: Graph.Edge, along line: Line) -> Double {
    guard let label = edge.label?.size else { return 44 }
    let length = max(1, line.start.distance(to: line.end))
    let (dx, dy) = (
      (line.end.x - line.start.x).magnitude / length, (line.end.y - line.start.y).magnitude / length
    )
    return 30 + dx * label.width + dy * label.height
  }

  private var lines: [Line] { graph.edges.map(line) }

  /// From border to border; where two influence each other, their lines run side by side.
  private func line(of edge: Graph.Edge) -> Line {
    let (source, target) = (frames[edge.source].grown(by: 2), frames[edge.target].grown(by: 3))
    let isMutual = graph.edges.contains {
      $0.source == edge.target && $0.target == edge.source
    }
    let distance = source.center.distance(to: target.center)
    let shift = isMutual && distance > 0 ? 7 / distance : 0
    let (dx, dy) = (
      -(target.center.y - source.center.y) * shift, (target.center.x - source.center.x) * shift
    )
    return Line(
      start: source.moved(dx, dy).border(towards: target.center.moved(dx, dy)),
      end: target.moved(dx, dy).border(towards: source.center.moved(dx, dy)))
  }

  // MARK: The whole

  private func finished(_ edges: [Layout.Edge]) -> Layout {
    var extent = Extent()
    let ringFrames = radii.map { radii in
      Rect(center: .zero, size: Size(width: 2 * radii.outer.width, height: 2 * radii.outer.height))
    }
    for frame in frames + ringFrames { extent.add(frame) }
    for label in edges.compactMap(\.label) { extent.add(label) }
    let (dx, dy) = (-extent.minX, -extent.minY)
    let clusters = graph.clusters.indices.map { ring in
      Layout.Cluster(
        name: "cluster_" + graph.clusters[ring].name, frame: ringFrames[ring].moved(dx, dy),
        label: titles[ring].moved(dx, dy))
    }
    return Layout(
      bounds: Rect(
        origin: .zero,
        size: Size(width: extent.maxX - extent.minX, height: extent.maxY - extent.minY)),
      nodes: zip(graph.nodes, frames).map {
        Layout.Node(name: $0.name, frame: $1.moved(dx, dy))
      }, clusters: clusters, edges: edges.map { $0.moved(dx, dy) })
  }
}

extension Size {
  fileprivate mutating func grow(by factor: Double) {
    width *= factor
    height *= factor
  }
}

extension Rect {
  /// Where the line from the centre to a point leaves the rectangle.
  fileprivate func border(towards point: Point) -> Point {
    let (dx, dy) = (point.x - center.x, point.y - center.y)
    let shares = [
      dx == 0 ? Double.infinity : size.width / 2 / dx.magnitude,
      dy == 0 ? Double.infinity : size.height / 2 / dy.magnitude,
    ]
    let share = min(1, shares.min() ?? 1)
    return Point(x: center.x + dx * share, y: center.y + dy * share)
  }
}
