import UseCaseText

extension ByteWriter {
  mutating func write(_ layout: Layout) {
    write(layout.bounds)
    write(layout.label) { $0.write($1) }
    write(layout.nodes) { writer, node in
      writer.write(node.name)
      writer.write(node.frame)
      writer.write(node.outerLabel) { $0.write($1) }
    }
    write(layout.clusters) { writer, cluster in
      writer.write(cluster.name)
      writer.write(cluster.frame)
      writer.write(cluster.label) { $0.write($1) }
    }
    write(layout.edges) { $0.write($1) }
  }

  private mutating func write(_ edge: Layout.Edge) {
    write(edge.id)
    write(edge.routes) { $0.write($1) }
    write(edge.label) { $0.write($1) }
    for point in [edge.headLabel, edge.tailLabel, edge.outerLabel] { write(point) { $0.write($1) } }
  }

  private mutating func write(_ route: Route) {
    write(route.start)
    write(route.segments) { writer, segment in
      for point in [segment.control1, segment.control2, segment.end] { writer.write(point) }
    }
    for tip in [route.tailTip, route.headTip] { write(tip) { $0.write($1) } }
  }

  private mutating func write(_ rect: Rect) {
    write(rect.origin)
    write(rect.size.width)
    write(rect.size.height)
  }

  private mutating func write(_ point: Point) {
    write(point.x)
    write(point.y)
  }
}

extension ByteReader {
  mutating func layout() throws(UnreadableBytes) -> Layout {
    let bounds = try rect()
    let label = try optional { reader throws(UnreadableBytes) in try reader.rect() }
    let nodes = try array { reader throws(UnreadableBytes) in
      Layout.Node(
        name: try reader.string(), frame: try reader.rect(),
        outerLabel: try reader.optionalPoint())
    }
    let clusters = try array { reader throws(UnreadableBytes) in
      Layout.Cluster(
        name: try reader.string(), frame: try reader.rect(),
        label: try reader.optional { reader throws(UnreadableBytes) in try reader.rect() })
    }
    let edges = try array { reader throws(UnreadableBytes) in try reader.edge() }
    return Layout(bounds: bounds, label: label, nodes: nodes, clusters: clusters, edges: edges)
  }

  private mutating func edge() throws(UnreadableBytes) -> Layout.Edge {
    Layout.Edge(
      id: try string(), routes: try array { reader throws(UnreadableBytes) in try reader.route() },
      label: try optional { reader throws(UnreadableBytes) in try reader.rect() },
      headLabel: try optionalPoint(), tailLabel: try optionalPoint(),
      outerLabel: try optionalPoint())
  }

  private mutating func route() throws(UnreadableBytes) -> Route {
    Route(
      start: try point(),
      segments: try array { reader throws(UnreadableBytes) in
        Route.Segment(
          control1: try reader.point(), control2: try reader.point(), end: try reader.point())
      }, tailTip: try optionalPoint(), headTip: try optionalPoint())
  }

  private mutating func rect() throws(UnreadableBytes) -> Rect {
    Rect(origin: try point(), size: Size(width: try double(), height: try double()))
  }

  private mutating func point() throws(UnreadableBytes) -> Point {
    Point(x: try double(), y: try double())
  }

  private mutating func optionalPoint() throws(UnreadableBytes) -> Point? {
    try optional { reader throws(UnreadableBytes) in try reader.point() }
  }
}
