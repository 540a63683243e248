import CGraphviz
import UseCaseText

/// Reads the attributes in which Graphviz leaves its layout.
///
/// Graphviz counts upwards from the bottom; everything is turned over here.
struct LayoutReader {
  /// What is missing from the layout.
  private(set) var warnings: [String] = []

  private static let usualFontSize = 14.0

  private let library: OpaquePointer
  private let graph: UnsafeMutableRawPointer
  private var coordinates = Coordinates()

  init(library: OpaquePointer, graph: UnsafeMutableRawPointer) {
    self.library = library
    self.graph = graph
  }

  mutating func layout() -> Layout {
    let attributes = GraphAttributes(library: library, object: graph)
    var bounds = Rect.zero
    if let box = corners(attributes.box, of: graph) {
      coordinates = Coordinates(left: box.lower.x, top: box.upper.y)
      bounds = coordinates.rect(lower: box.lower, upper: box.upper)
    }
    let label = graphLabel(of: graph, attributes)
    let (nodes, edges) = nodesAndEdges()
    return Layout(
      bounds: bounds, label: label, nodes: nodes, clusters: clusters(attributes), edges: edges)
  }

  private mutating func nodesAndEdges() -> ([Layout.Node], [Layout.Edge]) {
    var nodes: [Layout.Node] = []
    var edges: [Layout.Edge] = []
    var nodeAttributes: NodeAttributes?
    var edgeAttributes: EdgeAttributes?
    var nextNode = graphvizFirstNode(library, graph)
    while let node = nextNode {
      let known = nodeAttributes ?? NodeAttributes(library: library, object: node)
      nodeAttributes = known
      append(node, known, to: &nodes)
      var nextEdge = graphvizFirstEdge(library, graph, node)
      while let edge = nextEdge {
        let known = edgeAttributes ?? EdgeAttributes(library: library, object: edge)
        edgeAttributes = known
        edges.append(self.edge(edge, known))
        nextEdge = graphvizNextEdge(library, graph, edge)
      }
      nextNode = graphvizNextNode(library, graph, node)
    }
    return (nodes, edges)
  }

  private mutating func append(
    _ node: UnsafeMutableRawPointer, _ attributes: NodeAttributes, to nodes: inout [Layout.Node]
  ) {
    let name = self.name(of: node)
    guard let center = place(attributes.position, of: node),
      let width = number(attributes.width, of: node),
      let height = number(attributes.height, of: node)
    else {
      warnings.append("node '\(name)' has got no place")
      return
    }
    nodes.append(
      Layout.Node(
        name: name, frame: coordinates.rect(around: center, inches: (width, height)),
        outerLabel: point(attributes.outerLabel, of: node)))
  }

  private func edge(
    _ edge: UnsafeMutableRawPointer, _ attributes: EdgeAttributes
  ) -> Layout.Edge {
    let label = point(attributes.labelPosition, of: edge).map { center in
      Rect(center: center, size: labelSize(of: edge, attributes))
    }
    return Layout.Edge(
      id: value(attributes.id, of: edge).map { String(cString: $0) } ?? "",
      routes: value(attributes.position, of: edge).map { coordinates.routes($0) } ?? [],
      label: label,
      headLabel: point(attributes.headLabel, of: edge),
      tailLabel: point(attributes.tailLabel, of: edge),
      outerLabel: point(attributes.outerLabel, of: edge))
  }

  /// Graphviz does not tell how large the label of an edge is, so it is measured once more.
  private func labelSize(
    of edge: UnsafeMutableRawPointer, _ attributes: EdgeAttributes
  ) -> Size {
    guard let text = value(attributes.label, of: edge), !graphvizIsMarkup(library, text) else {
      return .zero
    }
    let isBold = value(attributes.fontName, of: edge).map { graphvizIsBold($0) } ?? false
    let size = number(attributes.fontSize, of: edge).map { Double($0) / Double(NumberReader.scale) }
    let font = Font(size: size ?? Self.usualFontSize, face: isBold ? .bold : .regular)
    let length = graphvizLength(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) {
      labelExtent(UnsafeBufferPointer(start: $0, count: length), in: font)
    }
  }

  /// The clusters in the order of the text, outer ones first.
  private func clusters(_ attributes: GraphAttributes) -> [Layout.Cluster] {
    var clusters: [Layout.Cluster] = []
    var waiting: [UnsafeMutableRawPointer] = []
    var next = graphvizFirstSubgraph(library, graph)
    while let subgraph = next ?? waiting.popLast() {
      if let sibling = graphvizNextSubgraph(library, subgraph) { waiting.append(sibling) }
      if let box = corners(attributes.box, of: subgraph) {
        clusters.append(
          Layout.Cluster(
            name: name(of: subgraph), frame: coordinates.rect(lower: box.lower, upper: box.upper),
            label: graphLabel(of: subgraph, attributes))
        )
      }
      next = graphvizFirstSubgraph(library, subgraph)
    }
    return clusters
  }

  private func graphLabel(
    of object: UnsafeMutableRawPointer, _ attributes: GraphAttributes
  ) -> Rect? {
    guard let center = place(attributes.labelPosition, of: object),
      let width = number(attributes.labelWidth, of: object),
      let height = number(attributes.labelHeight, of: object)
    else { return nil }
    return coordinates.rect(around: center, inches: (width, height))
  }

  private func corners(
    _ attribute: UnsafeMutableRawPointer?, of object: UnsafeMutableRawPointer
  ) -> (lower: (x: Int, y: Int), upper: (x: Int, y: Int))? {
    guard let text = value(attribute, of: object) else { return nil }
    var reader = NumberReader(text)
    guard let lower = reader.pair(), reader.skip(","), let upper = reader.pair() else {
      return nil
    }
    return (lower, upper)
  }

  private func point(
    _ attribute: UnsafeMutableRawPointer?, of object: UnsafeMutableRawPointer
  ) -> Point? {
    place(attribute, of: object).map { coordinates.point($0) }
  }

  private func place(
    _ attribute: UnsafeMutableRawPointer?, of object: UnsafeMutableRawPointer
  ) -> (x: Int, y: Int)? {
    guard let text = value(attribute, of: object) else { return nil }
    var reader = NumberReader(text)
    return reader.pair()
  }

  private func number(
    _ attribute: UnsafeMutableRawPointer?, of object: UnsafeMutableRawPointer
  ) -> Int? {
    guard let text = value(attribute, of: object) else { return nil }
    var reader = NumberReader(text)
    return reader.number()
  }

  private func value(
    _ attribute: UnsafeMutableRawPointer?, of object: UnsafeMutableRawPointer
  ) -> UnsafePointer<CChar>? {
    attribute.flatMap { graphvizValue(library, object, $0) }
  }

  private func name(of object: UnsafeMutableRawPointer) -> String {
    graphvizName(library, object).map { String(cString: $0) } ?? ""
  }
}
