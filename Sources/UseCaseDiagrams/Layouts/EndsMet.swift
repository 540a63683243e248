import UseCaseText

extension Layout {
  /// The layout with lines drawn on to the circles of starts and ends: the room of a circle holds its
  /// name, too, so that a line from the side would stop in front of nothing.
  func withEndsMet(in graph: Graph) -> Layout {
    var edges = edges
    for place in edges.indices {
      guard let index = Int(edges[place].id.dropFirst()), graph.edges.indices.contains(index),
        !edges[place].routes.isEmpty
      else { continue }
      let edge = graph.edges[index]
      if let center = circle(of: graph.nodes[edge.target]) {
        edges[place].routes[0].lead(to: center)
      }
      if let center = circle(of: graph.nodes[edge.source]) {
        var reversed = edges[place].routes[0].reversed()
        reversed.lead(to: center)
        edges[place].routes[0] = reversed.reversed()
      }
    }
    return Layout(
      bounds: bounds, label: label, nodes: nodes, clusters: clusters, edges: edges)
  }

  /// The centre of the circle of a start or an end with its name above or below it.
  private func circle(of node: Graph.Node) -> Point? {
    guard let frame = self.node(named: node.name)?.frame else { return nil }
    let half = EndFigure.symbolSize / 2
    return switch node.figure {
    case .initial: Point(x: frame.center.x, y: frame.maxY - half)
    case .success, .failure: Point(x: frame.center.x, y: frame.minY + half)
    default: nil
    }
  }
}

extension Route {
  /// Draws the line on to the border of a circle that it does not reach.
  fileprivate mutating func lead(to center: Point) {
    let tip = headTip ?? end
    let gap = tip.distance(to: center) - EndFigure.symbolSize / 2
    guard gap > 3, !segments.isEmpty else { return }
    let goal = center.moved(towards: tip, by: EndFigure.symbolSize / 2 + 1)
    let foot = headTip.map { goal.moved(towards: tip, by: end.distance(to: $0)) } ?? goal
    // The way on begins in the direction in which the line arrived.
    segments.append(Segment(control1: tip, control2: foot, end: foot))
    if headTip != nil { headTip = goal }
  }
}
