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
        guard let place = places["e\(end.edge)"], let route = edges[place].routes.first else {
          continue
        }
        let tail = end.isStart ? route.start : route.end
        guard heads.contains(where: { $0.0 != place && $0.1.distance(to: tail) < 9 }),
          let next = end.isStart ? route.segments.first?.end : route.segments.last?.control1
        else { continue }
        let moved = frame.besides(tail, towards: next)
        if end.isStart {
          edges[place].routes[0].start = moved
        } else {
          edges[place].routes[0].segments[route.segments.count - 1].end = moved
        }
      }
    }
    return Layout(
      bounds: bounds, label: label, nodes: nodes, clusters: clusters, edges: edges)
  }

  /// Boxes with more lines than this are crowded anyway.
  private static let mostEnds = 40

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

extension Rect {
  /// The place on the border some points further on, on the side where a line leads.
  fileprivate func besides(_ point: Point, towards next: Point) -> Point {
    let start = border(of: point)
    let candidates = [18.0, -18].map { self.point(onBorder: start + $0) }
    return candidates.min { $0.distance(to: next) < $1.distance(to: next) } ?? point
  }

  /// The way along the border, clockwise from the top left corner, in points.
  private func border(of point: Point) -> Double {
    let x = min(max(point.x - minX, 0), size.width)
    let y = min(max(point.y - minY, 0), size.height)
    let gaps = [y, size.width - x, size.height - y, x]
    switch gaps.indices.min(by: { gaps[$0] < gaps[$1] }) ?? 0 {
    case 0: return x
    case 1: return size.width + y
    case 2: return size.width + size.height + (size.width - x)
    default: return 2 * size.width + size.height + (size.height - y)
    }
  }

  private func point(onBorder way: Double) -> Point {
    let length = 2 * (size.width + size.height)
    var rest = way < 0 ? way + length : way >= length ? way - length : way
    if rest <= size.width { return Point(x: minX + rest, y: minY) }
    rest -= size.width
    if rest <= size.height { return Point(x: maxX, y: minY + rest) }
    rest -= size.height
    if rest <= size.width { return Point(x: maxX - rest, y: maxY) }
    return Point(x: minX, y: maxY - (rest - size.width))
  }
}
