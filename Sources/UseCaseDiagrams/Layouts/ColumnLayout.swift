import UseCaseText

/// Where the nodes of a graph stand whose columns are known: what has to do with each other stands as
/// level as the others leave room for, and no line meets a node.
///
/// A line to a column further on has a place of its own in the columns that it passes. Linear in the
/// number of nodes and lines, apart from sorting.
struct ColumnLayout {
  let graph: Graph
  /// The free space between columns, in points.
  var columnGap = 72.0
  /// The free space between nodes of a column, in points.
  var spacing = 12.0
  /// Whether nodes of a column may change places; otherwise the columns are only centred.
  var ordersFreely = true

  /// A node, or the place where a line passes a column.
  private struct Item {
    var column: Int
    var height: Double
    var top = 0.0
    /// The items tied to it in the column before, and in the one behind.
    var before: [Int] = []
    var behind: [Int] = []

    var center: Double { top + height / 2 }
  }

  private var items: [Item]
  /// By column: its items from top to bottom.
  private var columns: [[Int]]
  /// By edge: its items from the first column to the last.
  private var chains: [[Int]] = []

  /// `columns` gives the column of each node.
  init(_ graph: Graph, columns: [Int]) {
    self.graph = graph
    items = zip(graph.nodes, columns).map { Item(column: $1, height: $0.size.height) }
    self.columns = [[Int]](repeating: [], count: (columns.max() ?? -1) + 1)
    for (node, column) in columns.enumerated() { self.columns[column].append(node) }
    for edge in graph.edges { addChain(from: edge.source, to: edge.target) }
  }

  private mutating func addChain(from source: Int, to target: Int) {
    let isForward = items[source].column <= items[target].column
    let (first, last) = isForward ? (source, target) : (target, source)
    var chain = [first]
    for column in (items[first].column + 1)..<max(items[first].column + 1, items[last].column) {
      chain.append(items.count)
      columns[column].append(items.count)
      items.append(Item(column: column, height: Self.passage))
    }
    chain.append(last)
    chains.append(chain)
    guard items[first].column != items[last].column else { return }
    for (left, right) in zip(chain, chain.dropFirst()) {
      items[left].behind.append(right)
      items[right].before.append(left)
    }
  }

  /// The height that a line needs where it passes a column, in points.
  private static let passage = 6.0

  /// Places everything.
  mutating func layout() -> Layout {
    for column in columns.indices { stack(column) }
    if ordersFreely {
      for isForward in [true, false, true] { sort(isForward) }
      for isForward in [true, false, true, false] { level(isForward) }
    }
    return finished()
  }

  // MARK: Rows

  private var sweep: [Int] { Array(columns.indices.dropFirst()) }

  /// Stacks a column around the height 0.
  private mutating func stack(_ column: Int) {
    let heights = columns[column].map { items[$0].height }
    let total = heights.reduce(0, +) + spacing * Double(max(0, heights.count - 1))
    var top = -total / 2
    for (item, height) in zip(columns[column], heights) {
      items[item].top = top
      top += height + spacing
    }
  }

  /// Sorts each column by the mean height of what its items are tied to in the column before.
  private mutating func sort(_ isForward: Bool) {
    for column in isForward ? sweep : sweep.map({ columns.count - 1 - $0 }) {
      // What is tied to nothing there keeps its place.
      let wishes = columns[column].enumerated().map { place, item -> (Double, Int, Int) in
        let wish = center(of: isForward ? items[item].before : items[item].behind)
        return (wish ?? items[item].center, place, item)
      }
      columns[column] = wishes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      stack(column)
    }
  }

  /// Moves each column to the mean height of what its items are tied to.
  private mutating func level(_ isForward: Bool) {
    for column in isForward ? sweep : sweep.map({ columns.count - 1 - $0 }) {
      let wishes = columns[column].map { item in
        let wish = center(of: isForward ? items[item].before : items[item].behind)
        return (top: (wish ?? items[item].center) - items[item].height / 2, items[item].height)
      }
      for (item, top) in zip(columns[column], spread(wishes, spacing: spacing)) {
        items[item].top = top
      }
    }
  }

  private func center(of others: [Int]) -> Double? {
    guard !others.isEmpty else { return nil }
    return others.reduce(0) { $0 + items[$1].center } / Double(others.count)
  }

  // MARK: The whole

  private func finished() -> Layout {
    var lefts: [Double] = []
    var widths: [Double] = []
    var x = 0.0
    for column in columns {
      let width = column.filter { $0 < graph.nodes.count }.map { graph.nodes[$0].size.width }.max()
      lefts.append(x)
      widths.append(width ?? 0)
      x += (width ?? 0) + columnGap
    }
    let top = items.map(\.top).min() ?? 0
    let frames = graph.nodes.enumerated().map { index, node in
      let column = items[index].column
      return Rect(
        origin: Point(
          x: lefts[column] + (widths[column] - node.size.width) / 2, y: items[index].top - top),
        size: node.size)
    }
    let edges = graph.edges.enumerated().map { index, edge in
      Layout.Edge(
        id: "e\(index)",
        routes: [route(chains[index], edge, frames, top: top, lefts: lefts, widths: widths)])
    }
    let bottom = frames.map(\.maxY).max() ?? 0
    return Layout(
      bounds: Rect(origin: .zero, size: Size(width: max(0, x - columnGap), height: bottom)),
      nodes: zip(graph.nodes, frames).map { Layout.Node(name: $0.name, frame: $1) }, edges: edges)
  }

  /// Smooth from column to column, and level where it passes one.
  private func route(
    _ chain: [Int], _ edge: Graph.Edge, _ frames: [Rect], top: Double, lefts: [Double],
    widths: [Double]
  ) -> Route {
    guard let first = chain.first, let last = chain.last else {
      return Route(start: .zero, segments: [])
    }
    if items[first].column == items[last].column {
      return detour(edge, from: frames[first], to: frames[last])
    }
    let isForward = first == edge.source
    let head = edge.head == .none ? 0 : edge.style.headLength
    let pointsAtLast = (edge.head == .target) == isForward
    let (start, tip) = (
      Point(x: frames[first].maxX, y: frames[first].center.y),
      Point(x: frames[last].minX, y: frames[last].center.y)
    )
    var route = Route(start: start, segments: [])
    if head > 0, !pointsAtLast {
      route.tailTip = start
      route.start = start.moved(head, 0)
    }
    for item in chain.dropFirst().dropLast() {
      let (column, y) = (items[item].column, items[item].center - top)
      route.addCurve(to: Point(x: lefts[column], y: y))
      let end = Point(x: lefts[column] + widths[column], y: y)
      route.segments.append(Route.Segment(control1: route.end, control2: end, end: end))
    }
    let end = head > 0 && pointsAtLast ? tip.moved(-head, 0) : tip
    route.addCurve(to: end)
    if head > 0, pointsAtLast { route.headTip = tip }
    return isForward ? route : route.reversed()
  }
}

extension ColumnLayout {
  /// Between two nodes of one column, around on their right.
  private func detour(_ edge: Graph.Edge, from source: Rect, to target: Rect) -> Route {
    let (start, tip) = (
      Point(x: source.maxX, y: source.center.y), Point(x: target.maxX, y: target.center.y)
    )
    let head = edge.head == .none ? 0 : edge.style.headLength
    let reach = max(start.x, tip.x) + columnGap * 0.6
    let end = tip.moved(head, 0)
    let curve = Route.Segment(
      control1: Point(x: reach, y: start.y), control2: Point(x: reach, y: tip.y), end: end)
    return Route(start: start, segments: [curve], headTip: head > 0 ? tip : nil)
  }
}

extension Route {
  /// A curve that leaves and arrives level.
  fileprivate mutating func addCurve(to point: Point) {
    let half = (point.x - end.x) / 2
    segments.append(
      Segment(
        control1: Point(x: end.x + half, y: end.y), control2: Point(x: point.x - half, y: point.y),
        end: point))
  }
}
