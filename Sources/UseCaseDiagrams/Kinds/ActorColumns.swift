import UseCaseText

/// Where actors stand: on their side of the use cases, each as level with its own as the others
/// leave room for; those that only specialise another stand further out.
struct ActorColumns {
  let graph: Graph
  let sides: [UseCasesLayout.ActorSide?]
  var frames: [Rect]

  private static let spacing = 16.0
  private static let outerDistance = 44.0

  /// Places the actors outside the stretch that the use cases take, in points.
  mutating func place(besideUseCasesFrom left: Double, to right: Double) {
    let wishes = wishes()
    let associations = graph.edges.count { $0.style == .association }
    // Lines that have far to go up and down need more room to spread.
    let distance = min(150, 70 + Double(associations) * 2.5)
    for side in [UseCasesLayout.ActorSide.left, .right] {
      let actors = sides.indices.filter { sides[$0] == side }
      let inner = actors.filter { wishes.linked[$0] || wishes.isParent[$0] }
      let outer = actors.filter { !(wishes.linked[$0] || wishes.isParent[$0]) }
      let edge = side == .left ? left - distance : right + distance
      let end = place(inner, wishes.level, side, from: edge)
      var outerLevels = wishes.level
      for edge in graph.edges where edge.style == .generalization {
        let (child, parent) =
          edge.head == .target
          ? (edge.source, edge.target) : (edge.target, edge.source)
        outerLevels[child] = frames[parent].center.y
      }
      let gap = side == .left ? -Self.outerDistance : Self.outerDistance
      _ = place(outer, outerLevels, side, from: end + gap)
    }
  }

  private struct Wishes {
    /// By node: the mean height of its partners, in points.
    var level: [Double]
    var linked: [Bool]
    var isParent: [Bool]
  }

  private func wishes() -> Wishes {
    var sums = [Double](repeating: 0, count: graph.nodes.count)
    var counts = sums
    var isParent = [Bool](repeating: false, count: graph.nodes.count)
    for edge in graph.edges where edge.style == .association {
      let isLeft = sides[edge.source] != nil
      let (actor, useCase) = isLeft ? (edge.source, edge.target) : (edge.target, edge.source)
      sums[actor] += frames[useCase].center.y
      counts[actor] += 1
    }
    let linked = counts.map { $0 > 0 }
    for edge in graph.edges where edge.style == .generalization {
      let (child, parent) =
        edge.head == .target
        ? (edge.source, edge.target) : (edge.target, edge.source)
      isParent[parent] = true
      guard counts[parent] == 0, linked[child] else { continue }
      sums[parent] += sums[child] / counts[child]
      counts[parent] += 1
    }
    let level = zip(sums, counts).map { $1 > 0 ? $0 / $1 : 0 }
    return Wishes(level: level, linked: linked, isParent: isParent)
  }

  /// Places a column from its inner edge outwards, and returns its outer edge.
  private mutating func place(
    _ actors: [Int], _ levels: [Double], _ side: UseCasesLayout.ActorSide, from edge: Double
  ) -> Double {
    guard !actors.isEmpty else { return edge }
    let sorted = actors.sorted { (levels[$0], $0) < (levels[$1], $1) }
    let width = actors.map { frames[$0].size.width }.max() ?? 0
    let tops = spread(
      sorted.map { (levels[$0] - anchor($0), frames[$0].size.height) }, spacing: Self.spacing)
    let center = side == .left ? edge - width / 2 : edge + width / 2
    for (actor, top) in zip(sorted, tops) {
      frames[actor].origin = Point(x: center - frames[actor].size.width / 2, y: top)
    }
    return side == .left ? edge - width : edge + width
  }

  /// The height of the place where lines leave an actor, below the top of its frame.
  private func anchor(_ actor: Int) -> Double {
    graph.nodes[actor].figure.lineAnchor ?? frames[actor].size.height / 2
  }
}

extension Figure {
  /// Where lines meet a figure that stands above its name, in points below its top.
  var lineAnchor: Double? {
    switch self {
    case .actor(.person), .actor(.time): 21
    default: nil
    }
  }
}
