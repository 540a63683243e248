import UseCaseModel
import UseCaseText

/// Paints a graph where its layout puts it: frames, then edges, then nodes.
struct GraphPainter {
  let graph: Graph
  let layout: Layout
  var canvas: Canvas
  let linkTo: (Element) -> String?
  private let stagesAreBands: Bool

  init(
    graph: Graph, layout: Layout, canvas: Canvas, linkTo: @escaping (Element) -> String?
  ) {
    self.graph = graph
    self.layout = layout
    self.canvas = canvas
    self.linkTo = linkTo
    let frames = layout.clusters.map(\.frame).sorted { $0.minY < $1.minY }
    stagesAreBands = zip(frames, frames.dropFirst()).allSatisfy { $0.maxY <= $1.minY }
  }

  mutating func paint() {
    let places = graph.clusters.map { frame(of: $0) }
    // Rings go from the inside out, and the outer ones must not cover the inner ones.
    let isRadial = graph.clusters.first?.style == .ring
    for index in isRadial ? Array(places.indices.reversed()) : Array(places.indices) {
      if let place = places[index] { paint(graph.clusters[index], at: place) }
    }
    let edges = graph.edges.indices.map { layout.edge(withID: "e\($0)") }
    for (edge, place) in zip(graph.edges, edges) where edge.style != .hidden {
      if let place { paint(edge, at: place) }
    }
    for (edge, place) in zip(graph.edges, edges) {
      if let place { paintLabel(of: edge, at: place) }
    }
    // Titles of frames come behind the lines that may pass through them.
    for (cluster, place) in zip(graph.clusters, places) {
      if let place { paintTitle(of: cluster, at: place) }
    }
    for node in graph.nodes {
      guard let place = layout.node(named: node.name) else { continue }
      paint(node, at: place.frame)
    }
  }

  /// How far bands reach beyond the outermost lines, in points: into the margin of the picture.
  private static let bandOutset = 8.0

  /// What a label that a line passes stands on.
  var ground: Paint {
    switch graph.clusters.first?.style {
    case .stage: .stage
    case .subject: .subject
    default: .paper
    }
  }

  /// Where a frame stands; stages above each other are bands across the whole picture.
  private func frame(of cluster: Graph.Cluster) -> Layout.Cluster? {
    guard var place = layout.cluster(named: "cluster_" + cluster.name) else { return nil }
    guard cluster.style == .stage, stagesAreBands else { return place }
    let shift = place.frame.minX + Self.bandOutset
    place.frame.origin.x = -Self.bandOutset
    place.frame.size.width = layout.bounds.size.width + 2 * Self.bandOutset
    place.label?.origin.x -= shift
    place.label = place.label.map { layout.clearTitle($0, in: place.frame) }
    return place
  }

  private mutating func paint(_ cluster: Graph.Cluster, at place: Layout.Cluster) {
    let frame = place.frame
    switch cluster.style {
    case .subject:
      canvas.rect(frame, radius: 2, Stroke(fill: .subject, line: .subjectLine))
    case .package: paintPackage(cluster, frame, place.label)
    case .stage: canvas.rect(frame, radius: 10, Stroke(fill: .stage, line: .stageLine))
    case .ring:
      canvas.ellipse(
        frame.center, frame.size.width / 2, frame.size.height / 2,
        Stroke(fill: .stage, line: .stageLine))
    }
  }

  private mutating func paintTitle(of cluster: Graph.Cluster, at place: Layout.Cluster) {
    guard let label = place.label else { return }
    canvas.openGroup(cluster.style.className, name: cluster.name)
    let linked = canvas.openLink(to: cluster.element.flatMap(linkTo), name: cluster.label.text)
    if linked { canvas.target(around: label) }
    canvas.label(cluster.label, around: label.center, halo: cluster.style.ground)
    if linked { canvas.closeLink() }
    canvas.closeGroup()
  }

  /// UML's folder with a tab above its upper left corner.
  private mutating func paintPackage(_ cluster: Graph.Cluster, _ frame: Rect, _ label: Rect?) {
    let tab = label.map { Size(width: $0.size.width + 16, height: $0.size.height + 8) } ?? .zero
    canvas.rect(
      Rect(
        origin: Point(x: frame.minX, y: frame.minY + tab.height),
        size: Size(width: frame.size.width, height: frame.size.height - tab.height)),
      Stroke(fill: .package, line: .packageLine))
    canvas.rect(
      Rect(origin: frame.origin, size: tab), Stroke(fill: .package, line: .packageLine))
  }

  private mutating func paint(_ node: Graph.Node, at frame: Rect) {
    canvas.openGroup(node.figure.className, name: node.name, tooltip: node.tooltip)
    let linked = canvas.openLink(
      to: node.element.flatMap(linkTo), name: node.accessibleName)
    // Small figures still give a finger enough to hit.
    if linked { canvas.target(around: frame) }
    NodePainter(node: node, frame: frame).paint(on: &canvas)
    if linked { canvas.closeLink() }
    canvas.closeGroup()
  }
}

extension Graph.Cluster.Style {
  /// What stands behind the title of a frame.
  fileprivate var ground: Paint {
    switch self {
    case .subject: .subject
    case .package: .package
    case .stage: .stage
    case .ring: .stage
    }
  }

  fileprivate var className: StaticString {
    switch self {
    case .subject: "uc-cluster uc-subject"
    case .package: "uc-cluster uc-package"
    case .stage: "uc-cluster uc-stage"
    case .ring: "uc-cluster uc-ring"
    }
  }
}

extension Graph.Node {
  /// What a link on the node is called.
  var accessibleName: String { element?.title ?? label.text }
}

extension Label {
  /// Its lines as one.
  var text: String { lines.map(\.text).joined(separator: " ") }
}

extension Canvas {
  /// An invisible rectangle that makes a link at least 24 points wide and high.
  mutating func target(around frame: Rect) {
    guard frame.size.width < 24 || frame.size.height < 24 else { return }
    let size = Size(width: max(24, frame.size.width), height: max(24, frame.size.height))
    let area = Rect(center: frame.center, size: size)
    raw("<rect fill=\"none\" pointer-events=\"all\"")
    attribute(" x=\"", area.minX)
    attribute(" y=\"", area.minY)
    attribute(" width=\"", area.size.width)
    attribute(" height=\"", area.size.height)
    raw("/>")
  }
}
