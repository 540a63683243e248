import UseCaseModel
import UseCaseText

/// Paints a graph where its layout puts it: frames, then edges, then nodes.
struct GraphPainter {
  let graph: Graph
  let layout: Layout
  var canvas: Canvas
  let linkTo: (Element) -> String?

  mutating func paint() {
    for cluster in graph.clusters {
      guard let place = layout.cluster(named: "cluster_" + cluster.name) else { continue }
      paint(cluster, at: place)
    }
    for (index, edge) in graph.edges.enumerated() where edge.style != .hidden {
      guard let place = layout.edge(withID: "e\(index)") else { continue }
      paint(edge, at: place)
    }
    for node in graph.nodes {
      guard let place = layout.node(named: node.name) else { continue }
      paint(node, at: place.frame)
    }
  }

  private mutating func paint(_ cluster: Graph.Cluster, at place: Layout.Cluster) {
    canvas.openGroup(cluster.style.className, name: cluster.name)
    let frame = place.frame
    switch cluster.style {
    case .subject:
      canvas.rect(frame, radius: 2, Stroke(fill: .subject, line: .subjectLine))
    case .package: paintPackage(cluster, frame, place.label)
    case .stage: canvas.rect(frame, radius: 10, Stroke(fill: .stage, line: .stageLine))
    }
    if let label = place.label {
      let linked = canvas.openLink(
        to: cluster.element.flatMap(linkTo), name: cluster.label.text)
      if linked { canvas.target(around: label) }
      canvas.label(cluster.label, around: label.center)
      if linked { canvas.closeLink() }
    }
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
  fileprivate var className: StaticString {
    switch self {
    case .subject: "uc-cluster uc-subject"
    case .package: "uc-cluster uc-package"
    case .stage: "uc-cluster uc-stage"
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
    attribute("x", area.minX)
    attribute("y", area.minY)
    attribute("width", area.size.width)
    attribute("height", area.size.height)
    raw("/>")
  }
}
