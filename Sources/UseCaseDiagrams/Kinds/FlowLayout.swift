import UseCaseText

/// Where the nodes of a flow stand: each block of steps is a column, and what branches off hangs
/// to the right of its step, one branch below the other.
///
/// A flow has a shape of its own that a general layout can only guess; this one keeps the main
/// flow straight, and lets no line meet a box or a text. Linear in the number of nodes, apart from
/// the few lines that share a gutter.
struct FlowLayout {
  /// A column of nodes, the main flow or a branch.
  struct Block {
    /// Steps, the decisions behind them, and the end, from top to bottom.
    var nodes: [Int] = []
    /// By decision: the blocks that hang on it.
    var branches: [Int: [Int]] = [:]
    /// The height of its guard, in points; zero where it begins with an event.
    var guardHeight = 0.0
    /// The steps to which branches come back over the right.
    var loops: Set<Int> = []
  }

  let graph: Graph
  let blocks: [Block]
  /// Blocks that hang on no decision.
  let looseBlocks: [Int]

  private var frames: [Rect]
  private var columns: [Int]
  /// By column: how far it is filled, in points.
  private var floors: [Double] = []
  private var gutters: [Gutter] = []

  /// The distances between nodes, in points.
  private enum Gap {
    static let step = 24.0
    static let decision = 14.0
    static let branch = 26.0
    static let guardTop = 14.0
    static let guardBottom = 9.0
  }

  init(graph: Graph, blocks: [Block], looseBlocks: [Int]) {
    self.graph = graph
    self.blocks = blocks
    self.looseBlocks = looseBlocks
    frames = graph.nodes.map { Rect(origin: .zero, size: $0.size) }
    columns = [Int](repeating: 0, count: graph.nodes.count)
  }

  /// Places everything.
  mutating func layout(columnWidth: Double) -> Layout {
    guard let main = blocks.indices.first else { return Layout(bounds: .zero) }
    place(main, column: 0, top: 0)
    for block in looseBlocks { place(block, column: 1, top: floor(1)) }
    makeGutters()
    let lefts = moveColumns(columnWidth: columnWidth)
    var edges: [Layout.Edge] = []
    for (index, edge) in graph.edges.enumerated() {
      edges.append(self.edge(edge, id: "e\(index)", lefts: lefts, columnWidth: columnWidth))
    }
    return Layout(bounds: bounds(lefts, columnWidth), nodes: places, edges: edges)
  }

  private var places: [Layout.Node] {
    zip(graph.nodes, frames).map { Layout.Node(name: $0.name, frame: $1) }
  }

  // MARK: Rows

  private func floor(_ column: Int) -> Double {
    column < floors.count ? floors[column] : 0
  }

  private mutating func raiseFloor(_ column: Int, to bottom: Double) {
    while floors.count <= column { floors.append(0) }
    floors[column] = max(floors[column], bottom)
  }

  private mutating func place(_ index: Int, column: Int, top: Double) {
    let block = blocks[index]
    var y = top
    for node in block.nodes {
      let branches = block.branches[node] ?? []
      // What comes back over the right runs above the branch, where nothing may stand.
      if block.loops.contains(node) { y = max(y, floor(column + 1)) }
      if !branches.isEmpty {
        y = max(y - Gap.step + Gap.decision, floor(column + 1) - graph.nodes[node].size.height / 2)
      }
      frames[node].origin.y = y
      columns[node] = column
      y += graph.nodes[node].size.height
      if !branches.isEmpty { hang(branches, below: node, column: column + 1) }
      y += Gap.step
    }
    raiseFloor(column, to: y - Gap.step + Gap.branch)
  }

  private mutating func hang(_ branches: [Int], below decision: Int, column: Int) {
    var top = frames[decision].center.y
    for branch in branches {
      let start = top + Gap.guardTop + blocks[branch].guardHeight + Gap.guardBottom
      place(branch, column: column, top: start)
      top = floor(column) - Gap.branch + Gap.guardTop
    }
  }

  // MARK: Columns

  private mutating func makeGutters() {
    gutters = (0...(columns.max() ?? 0)).map { _ in Gutter() }
    for (index, edge) in graph.edges.enumerated() where edge.style == .resume {
      let source = frames[edge.source].center.y
      let target = frames[edge.target].center.y
      let column = edge.sourcePort == "e" ? columns[edge.source] : columns[edge.source] - 1
      guard gutters.indices.contains(column) else { continue }
      gutters[column].add(
        index, target: edge.target, min(source, target)...max(source, target))
    }
    for block in blocks {
      for (decision, branches) in block.branches where branches.count > 1 {
        gutters[columns[decision]].hasBus = true
      }
    }
  }

  private mutating func moveColumns(columnWidth: Double) -> [Double] {
    var lefts: [Double] = []
    var x = 0.0
    for gutter in gutters {
      lefts.append(x)
      x += columnWidth + gutter.width
    }
    for node in frames.indices {
      frames[node].origin.x =
        lefts[columns[node]] + (columnWidth - frames[node].size.width) / 2
    }
    return lefts
  }

  private func bounds(_ lefts: [Double], _ columnWidth: Double) -> Rect {
    let bottom = frames.map(\.maxY).max() ?? 0
    let lanes = gutters.last?.laneCount ?? 0
    let right = (lefts.last ?? 0) + columnWidth
    let width = lanes > 0 ? right + Gutter.side + Double(lanes) * Gutter.laneWidth : right
    return Rect(origin: .zero, size: Size(width: width, height: bottom))
  }

  // MARK: Lines

  private func edge(
    _ edge: Graph.Edge, id: String, lefts: [Double], columnWidth: Double
  ) -> Layout.Edge {
    switch edge.style {
    case .branch: return branch(edge, id: id, lefts: lefts)
    case .resume:
      let points = resume(edge, id: id, lefts: lefts, columnWidth: columnWidth)
      return Layout.Edge(id: id, routes: [Route(through: points, head: edge.style.headLength)])
    default:
      let (source, target) = (frames[edge.source], frames[edge.target])
      let points = [
        Point(x: source.center.x, y: source.maxY), Point(x: target.center.x, y: target.minY),
      ]
      return Layout.Edge(id: id, routes: [Route(through: points, head: edge.style.headLength)])
    }
  }

  /// Level to the right, down beside the branches above, and from above into the branch.
  private func branch(_ edge: Graph.Edge, id: String, lefts: [Double]) -> Layout.Edge {
    let (source, target) = (frames[edge.source], frames[edge.target])
    var label = edge.label?.size ?? .zero
    label.height.round(.up)
    let left = lefts[columns[edge.target]]
    let x = target.size.width > 100 ? left + 18 : target.center.x
    let level = target.minY - Gap.guardBottom - label.height - Gap.guardTop
    var points = [Point(x: source.maxX, y: source.center.y)]
    if level > source.center.y + 1 {
      let bus = left - Gutter.busWidth
      points.append(Point(x: bus, y: source.center.y))
      points.append(Point(x: bus, y: level))
    }
    points.append(Point(x: x, y: level > source.center.y + 1 ? level : source.center.y))
    points.append(Point(x: x, y: target.minY))
    let box = Rect(
      origin: Point(x: x + 9, y: target.minY - Gap.guardBottom - label.height), size: label)
    return Layout.Edge(
      id: id, routes: [Route(through: points, head: edge.style.headLength)], label: box)
  }

  private func resume(
    _ edge: Graph.Edge, id: String, lefts: [Double], columnWidth: Double
  ) -> [Point] {
    let (source, target) = (frames[edge.source], frames[edge.target])
    let isLoop = edge.sourcePort == "e"
    let column = isLoop ? columns[edge.source] : columns[edge.source] - 1
    guard gutters.indices.contains(column), let index = Int(id.dropFirst()) else { return [] }
    let lane = gutters[column].lane(of: index)
    let x = lefts[column] + columnWidth + Gutter.side + Double(lane) * Gutter.laneWidth
    // A step beside its goal leads straight to it, also where it is not level with its middle.
    let isLevel = source.center.y > target.minY + 5 && source.center.y < target.maxY - 5
    if isLevel, !isLoop {
      return [
        Point(x: source.minX, y: source.center.y), Point(x: target.maxX, y: source.center.y),
      ]
    }
    return [
      Point(x: isLoop ? source.maxX : source.minX, y: source.center.y),
      Point(x: x, y: source.center.y),
      Point(x: x, y: target.center.y),
      Point(x: target.maxX, y: target.center.y),
    ]
  }
}

/// The space between two columns, where lines run up and down in lanes of their own.
struct Gutter {
  static let laneWidth = 12.0
  static let busWidth = 14.0
  static let side = 18.0

  private struct Line {
    let edge: Int
    let target: Int
    let range: ClosedRange<Double>
    let lane: Int
  }

  private var lines: [Line] = []
  private(set) var laneCount = 0
  var hasBus = false

  /// In points.
  var width: Double {
    let lanes = laneCount > 0 ? Self.side + Double(laneCount) * Self.laneWidth : Self.side
    return lanes + (hasBus ? Self.busWidth : 0) + 16
  }

  /// Gives a line the first lane where it meets no other line; lines to one target may join.
  mutating func add(_ edge: Int, target: Int, _ range: ClosedRange<Double>) {
    var lane = 0
    while lines.contains(where: {
      $0.lane == lane && $0.target != target && $0.range.overlaps(range)
    }) { lane += 1 }
    lines.append(Line(edge: edge, target: target, range: range, lane: lane))
    laneCount = max(laneCount, lane + 1)
  }

  func lane(of edge: Int) -> Int { lines.first { $0.edge == edge }?.lane ?? 0 }
}
