import UseCaseText

extension Layout {
  /// The layout with the tails of lines moved away from the heads of others at the same box: where
  /// both meet at one corner, the two read as one line with two heads.
  func withHeadsApart(in graph: Graph) -> Layout {
    var ends: [Int: [End]] = [:]
    for (index, edge) in graph.edges.enumerated() where edge.style != .hidden {
      let hasHeadAtTarget = edge.head == .target
      ends[edge.source, default: []].append(
        End(edge: index, isStart: true, hasHead: edge.head == .source))
      ends[edge.target, default: []].append(
        End(edge: index, isStart: false, hasHead: hasHeadAtTarget))
    }
    var edges = self.edges
    var places: [String: Int] = [:]
    for (place, edge) in edges.enumerated() { places[edge.id] = place }
    for (node, list) in ends.sorted(by: { $0.key < $1.key }) where list.count <= Self.mostEnds {
      guard graph.nodes[node].figure.isBox,
        let frame = self.node(named: graph.nodes[node].name)?.frame
      else { continue }
      let heads = list.filter(\.hasHead).compactMap { end -> (Int, Point)? in
        guard let place = places["e\(end.edge)"], let route = edges[place].routes.first else {
          return nil
        }
        return (place, end.isStart ? route.tailTip ?? route.start : route.headTip ?? route.end)
      }
      for end in list where !end.hasHead {
        guard let place = places["e\(end.edge)"], var route = edges[place].routes.first else {
          continue
        }
        let tail = end.isStart ? route.start : route.end
        guard heads.contains(where: { $0.0 != place && $0.1.distance(to: tail) < Self.least })
        else { continue }
        if end.isStart {
          route.leave(frame)
        } else {
          var reversed = route.reversed()
          reversed.leave(frame)
          route = reversed.reversed()
        }
        edges[place].routes[0] = route
      }
    }
    return Layout(
      bounds: bounds, label: label, nodes: nodes, clusters: clusters, edges: edges)
  }

  /// Boxes with more lines than this are crowded anyway.
  private static let mostEnds = 40
  /// How far a tail is from a head at least, in points.
  private static let least = 12.0

  private struct End {
    let edge: Int
    let isStart: Bool
    let hasHead: Bool
  }
}

extension Figure {
  fileprivate var isBox: Bool {
    switch self {
    case .touchpoint, .part, .element: true
    default: false
    }
  }
}

extension Route {
  /// Leaves a box at the side towards which the line leads in the end, clear of its corners.
  fileprivate mutating func leave(_ frame: Rect) {
    guard let first = segments.first else { return }
    let isRight = end.x > frame.center.x
    let isLevel = end.y >= frame.minY && end.y <= frame.maxY
    // What is straight above or below is reached from the middle of that side.
    let isBeside = isLevel || end.x < frame.minX || end.x > frame.maxX || segments.count == 1
    if isBeside {
      let y = isLevel ? frame.center.y : end.y > frame.maxY ? frame.maxY - 16 : frame.minY + 16
      start = Point(x: isRight ? frame.maxX : frame.minX, y: y)
    } else {
      start = Point(x: frame.center.x, y: end.y > frame.center.y ? frame.maxY : frame.minY)
    }
    // The bend at the corner goes with the corner.
    let next = segments.count > 1 ? segments[1] : first
    let reach =
      0.5 * (isBeside ? (next.end.x - start.x).magnitude : (next.end.y - start.y).magnitude)
    let control =
      isBeside
      ? start.moved(isRight ? reach : -reach, 0)
      : start.moved(0, end.y > frame.center.y ? reach : -reach)
    segments.replaceSubrange(
      0..<min(2, segments.count),
      with: [Segment(control1: control, control2: next.control2, end: next.end)])
  }
}
