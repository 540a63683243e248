import UseCaseText

/// Where everything stands in a use-case diagram.
///
/// Use cases stand in two columns that interlock like bricks, in the order of the source: beside
/// each one the other column is empty, so that the lines of actors on both sides run level between
/// the use cases and meet none. Relations have the space between the columns to themselves. Linear
/// in the number of nodes, apart from the labels that lie close together.
struct UseCasesLayout {
  let graph: Graph
  /// By node: the side of an actor, or nil for a use case.
  let sides: [ActorSide?]

  var frames: [Rect]
  /// By node: 0 for the left column of use cases, 1 for the right.
  private(set) var columns: [Int]
  private(set) var clusterFrames: [Rect]
  /// The rows of use cases from top to bottom.
  private var rows: [Int] = []
  private var fill = ColumnFill()
  private var deepest = 0

  static let columnWidth = 172.0
  private static let inset = 20.0
  private static let nestedInset = 14.0

  enum ActorSide { case left, right }

  init(graph: Graph, sides: [ActorSide?]) {
    self.graph = graph
    self.sides = sides
    frames = graph.nodes.map { Rect(origin: .zero, size: $0.size) }
    columns = [Int](repeating: 0, count: graph.nodes.count)
    clusterFrames = graph.clusters.map { _ in .zero }
  }

  /// Places everything.
  mutating func layout() -> Layout {
    var tree = ClusterTree(graph, isUseCase: sides.map { $0 == nil })
    deepest = tree.depth
    columns = UseCaseOrder.columns(of: graph, isUseCase: sides.map { $0 == nil })
    tree.order(graph)
    placeRows(tree.looseNodes, labels: relationHeights())
    for cluster in tree.roots { place(cluster, tree, depth: 0, labels: relationHeights()) }
    moveColumns()
    var actors = ActorColumns(graph: graph, sides: sides, frames: frames)
    actors.place(besideUseCasesFrom: left, to: right)
    frames = actors.frames
    let lines = UseCaseLines(
      graph: graph, sides: sides, frames: frames, columns: columns,
      border: clusterFrames.isEmpty ? nil : (left, right))
    return finished(lines.edges())
  }

  // MARK: Rows

  /// By node: how high the label of the relation is that leads to it, in points.
  private func relationHeights() -> [Double] {
    var heights = [Double](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges where edge.style.isRelation {
      heights[edge.target] = max(heights[edge.target], edge.label?.size.height ?? 0)
    }
    return heights
  }

  private mutating func placeRows(_ nodes: [Int], labels: [Double]) {
    for node in nodes {
      let height = graph.nodes[node].size.height
      let free = fill.place(height, column: &columns[node], labelHeight: labels[node])
      frames[node].origin.y = free
      rows.append(node)
    }
  }

  private mutating func place(
    _ cluster: Int, _ tree: ClusterTree, depth: Int, labels: [Double]
  ) {
    let top = fill.bottom + (rows.isEmpty && depth == 0 ? 0 : depth == 0 ? 26 : 14)
    let title = graph.clusters[cluster].label.size.height
    fill.begin(at: top + title + 22)
    placeRows(tree.nodes[cluster], labels: labels)
    for inner in tree.children[cluster] {
      place(inner, tree, depth: depth + 1, labels: labels)
    }
    let outset = Self.inset + Double(deepest - depth - 1) * Self.nestedInset
    clusterFrames[cluster] = Rect(
      origin: Point(x: -outset, y: top),
      size: Size(width: outset, height: fill.bottom + 18 - top))
    fill.begin(at: fill.bottom + 18)
  }

  // MARK: Columns

  private var hasTwoColumns: Bool { rows.contains { columns[$0] == 1 } }

  /// The space between the columns, in points: room for the labels of relations.
  private var gap: Double {
    let relations = graph.edges.filter(\.style.isRelation)
    guard !relations.isEmpty else { return 18 }
    let lanes = UseCaseLines.lanes(graph, columns, heights: frames.map(\.center.y))
    let laneCount = lanes.reduce(0) { $0 + $1.laneCount }
    let label = relations.compactMap { $0.label?.size.width }.max() ?? 0
    return max(84, label + 12 + Double(laneCount) * Gutter.laneWidth)
  }

  private var left: Double { clusterFrames.map(\.minX).min() ?? 0 }
  private var right: Double {
    max(clusterFrames.map(\.maxX).max() ?? 0, rows.map { frames[$0].maxX }.max() ?? 0)
  }

  private mutating func moveColumns() {
    let widest = rows.map { graph.nodes[$0].size.width }.max() ?? Self.columnWidth
    let second = widest + gap
    for node in rows {
      let start = columns[node] == 0 ? 0 : second
      frames[node].origin.x = start + (widest - graph.nodes[node].size.width) / 2
    }
    let width = hasTwoColumns ? second + widest : widest
    for index in clusterFrames.indices {
      let title = graph.clusters[index].label.size.width + 24
      clusterFrames[index].size.width =
        max(width - 2 * clusterFrames[index].minX, title)
    }
  }

  // MARK: The whole

  private func finished(_ edges: [Layout.Edge]) -> Layout {
    var extent = Extent()
    for frame in frames + clusterFrames { extent.add(frame) }
    for edge in edges {
      if let label = edge.label { extent.add(label) }
      for route in edge.routes { extent.add(route) }
    }
    let (dx, dy) = (-extent.minX, -extent.minY)
    let nodes = zip(graph.nodes, frames).map {
      Layout.Node(name: $0.name, frame: $1.moved(dx, dy))
    }
    let clusters = zip(graph.clusters, clusterFrames).map { cluster, frame in
      let moved = frame.moved(dx, dy)
      let label = Rect(
        origin: Point(x: moved.minX + 12, y: moved.minY + 9), size: cluster.label.size)
      return Layout.Cluster(name: "cluster_" + cluster.name, frame: moved, label: label)
    }
    return Layout(
      bounds: Rect(
        origin: .zero,
        size: Size(width: extent.maxX - extent.minX, height: extent.maxY - extent.minY)),
      nodes: nodes, clusters: clusters, edges: edges.map { $0.moved(dx, dy) })
  }
}

/// How far two interlocking columns are filled, in points.
struct ColumnFill {
  private var bottoms = [0.0, 0.0]
  /// Where the last node stands that was placed, and how high it is.
  private var lastCenter = -1000.0
  private var lastHeight = 0.0
  private var lastColumn = -1

  /// The lower end of all that was placed.
  private(set) var bottom = 0.0

  mutating func begin(at top: Double) {
    bottoms = [top, top]
    bottom = max(bottom, top)
    lastColumn = -1
  }

  /// Finds the upper end of the next node; a column below 0 leaves the choice open.
  mutating func place(_ height: Double, column: inout Int, labelHeight: Double) -> Double {
    if column < 0 { column = lastColumn == 0 ? 1 : 0 }
    var top = bottoms[column]
    if lastColumn >= 0 {
      // Whoever is higher of two neighbours needs the space that its line leaves free.
      let distance = lastColumn == column ? 0 : max(height, lastHeight) / 2 + 8
      let label = labelHeight > 0 ? labelHeight + 24 : 0
      top = max(top, lastCenter + max(distance, label) - height / 2)
    }
    top.round(.up)
    bottoms[column] = top + height + 12
    bottom = max(bottom, top + height)
    (lastCenter, lastHeight, lastColumn) = (top + height / 2, height, column)
    return top
  }
}
