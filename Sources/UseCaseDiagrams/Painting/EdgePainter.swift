import UseCaseText

extension GraphPainter {
  mutating func paint(_ edge: Graph.Edge, at place: Layout.Edge) {
    guard let route = place.routes.first else { return }
    canvas.openGroup(
      edge.style.className,
      name: "\(graph.nodes[edge.source].name)-\(graph.nodes[edge.target].name)",
      tooltip: edge.tooltip)
    let stroke = edge.style.stroke(edge.emphasis)
    canvas.path(Path(route), stroke)
    if edge.head == .target {
      canvas.arrowhead(from: route.end, to: route.headTip ?? route.end, edge.style, stroke)
    } else if edge.head == .source {
      canvas.arrowhead(from: route.start, to: route.tailTip ?? route.start, edge.style, stroke)
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
  mutating func arrowhead(
    from foot: Point, to tip: Point, _ style: Graph.Style, _ stroke: Stroke
  ) {
    let (dx, dy) = (tip.x - foot.x, tip.y - foot.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.5 else { return }
    let half = style.headLength > 9 ? 0.55 : 0.45
    let left = Point(x: foot.x - dy * half, y: foot.y + dx * half)
    let right = Point(x: foot.x + dy * half, y: foot.y - dx * half)
    var path = Path()
    path.move(to: left)
    path.line(to: tip)
    path.line(to: right)
    switch style {
    case .generalization, .specialization:
      path.close()
      self.path(path, Stroke(fill: .paper, line: stroke.line, width: stroke.width))
    case .include, .extend:
      // An open head: the shaft goes through to the tip.
      path.move(to: foot)
      path.line(to: tip)
      self.path(path, Stroke(line: stroke.line, width: stroke.width))
    default:
      path.close()
      self.path(path, Stroke(fill: stroke.line, line: stroke.line))
    }
  }
}

extension Graph.Style {
  fileprivate var className: StaticString {
    switch self {
    case .association: "uc-edge uc-association"
    case .include: "uc-edge uc-include"
    case .extend: "uc-edge uc-extend"
    case .generalization, .specialization: "uc-edge uc-generalization"
    case .flow: "uc-edge uc-flow-edge"
    case .branch: "uc-edge uc-branch"
    case .resume: "uc-edge uc-resume"
    case .transition: "uc-edge uc-transition"
    case .influence, .weakInfluence: "uc-edge uc-influence"
    case .tie: "uc-edge uc-tie"
    case .hidden: "uc-edge"
    }
  }

  /// How its line looks.
  func stroke(_ emphasis: Graph.Emphasis? = nil) -> Stroke {
    var stroke = Stroke(line: paint, width: width, dashes: dashes)
    switch emphasis {
    case .ring: (stroke.line, stroke.width) = (.exception, 2)
    case .chain: (stroke.line, stroke.width) = (.orangeLine, 2)
    case nil: break
    }
    return stroke
  }

  private var paint: Paint {
    switch self {
    case .include, .extend, .generalization, .specialization: .actorLine
    case .branch, .influence: .ink
    default: .line
    }
  }

  private var width: Double {
    switch self {
    case .influence: 2.2
    default: 1.25
    }
  }

  private var dashes: StaticString? {
    switch self {
    case .include, .extend: "6 4"
    case .weakInfluence: "2 4"
    default: nil
    }
  }
}
