import UseCaseText

extension GraphPainter {
  mutating func paint(_ edge: Graph.Edge, at place: Layout.Edge) {
    guard let first = place.routes.first else { return }
    let route = reaching(first, edge)
    canvas.openGroup(
      edge.style.className,
      name: "\(graph.nodes[edge.source].name)-\(graph.nodes[edge.target].name)",
      tooltip: edge.tooltip)
    canvas.path(
      Path(route), Stroke(line: edge.style.paint, width: 1.25, dashes: edge.style.dashes))
    if edge.head == .target {
      canvas.arrowhead(from: route.end, to: route.headTip ?? route.end, edge.style)
    } else if edge.head == .source {
      canvas.arrowhead(from: route.start, to: route.tailTip ?? route.start, edge.style)
    }
    canvas.closeGroup()
  }

  /// Labels come behind all lines, so that their halos part these.
  mutating func paintLabel(of edge: Graph.Edge, at place: Layout.Edge) {
    guard let label = edge.label, let box = place.label else { return }
    canvas.raw("<g class=\"uc-edge-label\">")
    canvas.label(label, around: box.center, halo: ground)
    canvas.closeGroup()
  }

  /// Leads the line of an association up to the figure of a person, past the room for the name.
  private func reaching(_ route: Route, _ edge: Graph.Edge) -> Route {
    var route = route
    if let control = route.segments.first?.control1,
      let figure = figure(of: edge.source), route.tailTip == nil
    {
      route.start = extended(from: control, through: route.start, to: figure)
    }
    if let last = route.segments.indices.last, route.headTip == nil,
      let figure = figure(of: edge.target)
    {
      let segment = route.segments[last]
      route.segments[last].end = extended(
        from: segment.control2, through: segment.end, to: figure)
    }
    return route
  }

  /// The part of a node that draws a person or a clock.
  private func figure(of node: Int) -> Rect? {
    guard graph.edges.count > 0 else { return nil }
    switch graph.nodes[node].figure {
    case .actor(.person), .actor(.time):
      guard let frame = layout.node(named: graph.nodes[node].name)?.frame else { return nil }
      return Rect(
        origin: Point(x: frame.center.x - ActorFigure.width / 2, y: frame.minY),
        size: Size(width: ActorFigure.width, height: ActorFigure.height))
    default: return nil
    }
  }

  /// The point where a line meets the side of a rectangle, or its end where it misses it.
  private func extended(from control: Point, through end: Point, to rect: Rect) -> Point {
    let (dx, dy) = (end.x - control.x, end.y - control.y)
    guard abs(dx) > 0.01 else { return end }
    let side = dx > 0 ? rect.minX : rect.maxX
    let factor = (side - end.x) / dx
    let y = end.y + dy * factor
    guard factor > 0, y > rect.minY + 4, y < rect.maxY else { return end }
    return Point(x: side, y: y)
  }
}

extension Path {
  /// The curves of a route, without its arrowheads.
  init(_ route: Route) {
    self.init()
    move(to: route.start)
    for segment in route.segments {
      curve(segment.control1, segment.control2, to: segment.end)
    }
  }
}

extension Canvas {
  /// Paints an arrowhead between its foot and its tip.
  mutating func arrowhead(from foot: Point, to tip: Point, _ style: Graph.Style) {
    let (dx, dy) = (tip.x - foot.x, tip.y - foot.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return }
    let half = style == .generalization ? 0.55 : 0.45
    let left = Point(x: foot.x - dy * half, y: foot.y + dx * half)
    let right = Point(x: foot.x + dy * half, y: foot.y - dx * half)
    var path = Path()
    path.move(to: left)
    path.line(to: tip)
    path.line(to: right)
    switch style {
    case .generalization:
      path.close()
      self.path(path, Stroke(fill: .paper, line: style.paint, width: 1.25))
    case .include, .extend:
      // An open head: the shaft goes through to the tip.
      path.move(to: foot)
      path.line(to: tip)
      self.path(path, Stroke(line: style.paint, width: 1.25))
    default:
      path.close()
      self.path(path, Stroke(fill: style.paint, line: style.paint, width: 1))
    }
  }
}

extension Graph.Style {
  fileprivate var className: StaticString {
    switch self {
    case .association: "uc-edge uc-association"
    case .include: "uc-edge uc-include"
    case .extend: "uc-edge uc-extend"
    case .generalization: "uc-edge uc-generalization"
    case .flow: "uc-edge uc-flow-edge"
    case .branch: "uc-edge uc-branch"
    case .resume: "uc-edge uc-resume"
    case .transition: "uc-edge uc-transition"
    case .hidden: "uc-edge"
    }
  }

  fileprivate var paint: Paint {
    switch self {
    case .include, .extend, .generalization: .actorLine
    case .branch: .ink
    default: .line
    }
  }

  fileprivate var dashes: StaticString? {
    switch self {
    case .include, .extend: "6 4"
    default: nil
    }
  }
}
