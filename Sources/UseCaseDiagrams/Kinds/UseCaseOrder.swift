/// In which column a use case stands, and in which row.
enum UseCaseOrder {
  /// More than this without any relation stand in two columns.
  private static let mostInOneColumn = 6

  /// By node: the column, or -1 where the layout may choose; what is related stands in different
  /// columns where possible.
  static func columns(of graph: Graph, isUseCase: [Bool]) -> [Int] {
    let relations = graph.edges.filter(\.style.isRelation)
    let count = isUseCase.count { $0 }
    let isSmall = relations.isEmpty && count <= mostInOneColumn
    var columns = [Int](repeating: isSmall ? 0 : -1, count: graph.nodes.count)
    guard !isSmall else { return columns }
    var neighbours: [Int: [Int]] = [:]
    for edge in relations {
      neighbours[edge.source, default: []].append(edge.target)
      neighbours[edge.target, default: []].append(edge.source)
    }
    let targets = Set(relations.map(\.target))
    let bases = relations.map(\.source).filter { !targets.contains($0) }
    for start in bases + relations.map(\.source) where columns[start] < 0 {
      columns[start] = 0
      var queue = [start]
      while let node = queue.popLast() {
        for other in neighbours[node] ?? [] where columns[other] < 0 {
          columns[other] = 1 - columns[node]
          queue.append(other)
        }
      }
    }
    return columns
  }
}

/// Which nodes and frames stand in which frame.
struct ClusterTree {
  /// By cluster, from top to bottom.
  private(set) var nodes: [[Int]]
  private(set) var children: [[Int]]
  private(set) var roots: [Int] = []
  /// Use cases without a frame.
  private(set) var looseNodes: [Int] = []
  /// How many frames stand in each other.
  private(set) var depth = 0

  init(_ graph: Graph, isUseCase: [Bool]) {
    nodes = graph.clusters.map { _ in [] }
    children = nodes
    for (index, node) in graph.nodes.enumerated() where isUseCase[index] {
      if let cluster = node.cluster {
        nodes[cluster].append(index)
      } else {
        looseNodes.append(index)
      }
    }
    var depths = graph.clusters.map { _ in 1 }
    for (index, cluster) in graph.clusters.enumerated() {
      // A frame is listed behind the frame around it.
      if let parent = cluster.parent {
        children[parent].append(index)
        depths[index] = depths[parent] + 1
      } else {
        roots.append(index)
      }
    }
    depth = depths.max() ?? 0
  }

  /// Puts what a use case needs right below it.
  mutating func order(_ graph: Graph) {
    var needs: [Int: [Int]] = [:]
    var waiting: [Int: Int] = [:]
    for edge in graph.edges where edge.style.isRelation {
      guard graph.nodes[edge.source].cluster == graph.nodes[edge.target].cluster,
        edge.source != edge.target
      else { continue }
      needs[edge.source, default: []].append(edge.target)
      waiting[edge.target, default: 0] += 1
    }
    looseNodes = Self.ordered(looseNodes, needs, waiting)
    for index in nodes.indices { nodes[index] = Self.ordered(nodes[index], needs, waiting) }
  }

  private static func ordered(
    _ nodes: [Int], _ needs: [Int: [Int]], _ waiting: [Int: Int]
  ) -> [Int] {
    var seen: Set<Int> = []
    var result: [Int] = []
    func follow(_ start: Int) {
      var stack = [start]
      while let node = stack.popLast() {
        guard seen.insert(node).inserted else { continue }
        result.append(node)
        stack += (needs[node] ?? []).reversed()
      }
    }
    for node in nodes where waiting[node] == nil { follow(node) }
    // Rings have no beginning.
    nodes.forEach(follow)
    return result
  }
}

extension Graph.Style {
  /// Whether it relates use cases to each other.
  var isRelation: Bool { self == .include || self == .extend || self == .specialization }
}
