/// Writes a graph in the language of Graphviz.
struct DOT {
  private var bytes: [UInt8] = []
  private let graph: Graph
  private var nodesByCluster: [[Int]]
  private var looseNodes: [Int] = []
  private var clustersByParent: [[Int]]
  private var looseClusters: [Int] = []

  /// The text of a graph; equal graphs give equal bytes.
  static func text(of graph: Graph) -> String {
    var writer = DOT(graph)
    writer.write()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private init(_ graph: Graph) {
    self.graph = graph
    nodesByCluster = [[Int]](repeating: [], count: graph.clusters.count)
    clustersByParent = nodesByCluster
    bytes.reserveCapacity(512 + graph.nodes.count * 160 + graph.edges.count * 96)
    for (index, node) in graph.nodes.enumerated() {
      if let cluster = node.cluster {
        nodesByCluster[cluster].append(index)
      } else {
        looseNodes.append(index)
      }
    }
    for (index, cluster) in graph.clusters.enumerated() {
      if let parent = cluster.parent {
        clustersByParent[parent].append(index)
      } else {
        looseClusters.append(index)
      }
    }
  }

  private mutating func write() {
    add("digraph ")
    quote(printable(graph.title))
    add(" {\n  graph [fontname=Helvetica rankdir=")
    add(graph.direction == .right ? "LR" : "TB")
    add(" nodesep=")
    inches(graph.nodeSpacing)
    add(" ranksep=")
    inches(graph.rankSpacing)
    if graph.ranksAcrossClusters { add(" newrank=true") }
    if graph.keepsOrder { add(" ordering=out") }
    add("]\n  node [fontname=Helvetica fontsize=12 margin=0 fixedsize=true]\n")
    add("  edge [fontname=Helvetica fontsize=12]\n")
    for node in looseNodes { self.node(node, indentation: 1) }
    for cluster in looseClusters { self.cluster(cluster, indentation: 1) }
    for rank in graph.ranks where rank.cluster == nil { self.rank(rank, indentation: 1) }
    for edge in graph.edges.indices { self.edge(edge) }
    add("}\n")
  }

  private mutating func cluster(_ index: Int, indentation: Int) {
    let cluster = graph.clusters[index]
    indent(indentation)
    add("subgraph ")
    quote("cluster_" + cluster.name)
    add(" {\n")
    indent(indentation + 1)
    add("graph [label=")
    label(cluster.label)
    add(" labeljust=l fontname=\"Helvetica Bold\" fontsize=14 margin=14]\n")
    for node in nodesByCluster[index] { self.node(node, indentation: indentation + 1) }
    for inner in clustersByParent[index] { self.cluster(inner, indentation: indentation + 1) }
    for rank in graph.ranks where rank.cluster == index {
      self.rank(rank, indentation: indentation + 1)
    }
    indent(indentation)
    add("}\n")
  }

  private mutating func node(_ index: Int, indentation: Int) {
    let node = graph.nodes[index]
    indent(indentation)
    quote(node.name)
    add(" [shape=")
    add(node.figure.shape)
    add(" width=")
    inches(node.size.width)
    add(" height=")
    inches(node.size.height)
    if let column = node.column {
      add(" group=")
      quote(column)
    }
    if let size = node.label.lines.first?.runs.first?.style.size, size < 12 {
      add(" fontsize=")
      appendFixed(size, to: &bytes)
    }
    add(" label=")
    label(node.label)
    add("]\n")
  }

  private mutating func rank(_ rank: Graph.Rank, indentation: Int) {
    guard rank.nodes.count > 1 else { return }
    indent(indentation)
    add("{ rank=same")
    for node in rank.nodes {
      add("; ")
      quote(graph.nodes[node].name)
    }
    add(" }\n")
  }

  private mutating func edge(_ index: Int) {
    let edge = graph.edges[index]
    add("  ")
    end(edge.source, edge.sourcePort)
    add(" -> ")
    end(edge.target, edge.targetPort)
    add(" [")
    if edge.style == .hidden {
      add("style=invis")
    } else {
      add("id=e")
      integer(index)
      appearance(edge)
    }
    if edge.weight != 1 {
      add(" weight=")
      integer(edge.weight)
    }
    if !edge.isConstraining { add(" constraint=false") }
    if let label = edge.label {
      add(" label=")
      self.label(label)
    }
    add("]\n")
  }

  private mutating func appearance(_ edge: Graph.Edge) {
    switch edge.style {
    case .include, .extend: add(" style=dashed")
    default: break
    }
    switch edge.head {
    case .none: add(" dir=none")
    case .target: head(edge.style, "arrowhead")
    case .source:
      add(" dir=back")
      head(edge.style, "arrowtail")
    }
  }

  private mutating func head(_ style: Graph.Style, _ attribute: StaticString) {
    switch style {
    case .generalization, .specialization:
      add(" ")
      add(attribute)
      add("=onormal arrowsize=1.2")
    case .include, .extend:
      add(" ")
      add(attribute)
      add("=vee")
    default: add(" arrowsize=0.8")
    }
  }

  private mutating func end(_ node: Int, _ port: String) {
    quote(graph.nodes[node].name)
    if !port.isEmpty {
      add(":")
      add(port)
    }
  }

  // MARK: Characters

  private mutating func add(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { add("  ") }
  }

  private mutating func integer(_ value: Int) { appendFixed(Double(value), to: &bytes) }

  private mutating func inches(_ points: Double) {
    // Thousandths of an inch, less than a tenth of a point.
    appendFixed(points / 72, decimals: 3, to: &bytes)
  }

  /// A label whose lines end as its alignment says.
  private mutating func label(_ label: Label) {
    add("\"")
    var length = 0
    for (index, line) in label.lines.enumerated() {
      if let marker = line.marker {
        escape(marker.text, length: &length)
        add(" ")
      }
      for run in line.runs { escape(run.text, length: &length) }
      if label.alignment == .leading {
        add("\\l")
      } else if index + 1 < label.lines.count {
        add("\\n")
      }
    }
    add("\"")
  }

  private mutating func quote(_ name: String) {
    add("\"")
    var length = 0
    escape(name, length: &length)
    add("\"")
  }

  /// The scanner of Graphviz takes no strings beyond 16 KiB in one piece.
  private static let longestPiece = 8000

  private mutating func escape(_ text: String, length: inout Int) {
    let characters = text.utf8
    var place = characters.startIndex
    while place < characters.endIndex {
      let byte = characters[place]
      // A piece ends in front of a whole character.
      if length >= Self.longestPiece, byte & 0xC0 != 0x80 {
        add("\"\n    + \"")
        length = 0
      }
      length += 1
      let next = characters.index(after: place)
      switch byte {
      case UInt8(ascii: "\""): add("\\\"")
      case UInt8(ascii: "\\"): add("\\\\")
      case UInt8(ascii: "&") where Self.beginsEntity(characters[next...]): add("&amp;")
      case 0x0A: add("\\n")
      default: bytes.append(byte)
      }
      place = next
    }
  }

  /// Whether Graphviz would take what follows an ampersand for the name of a character.
  private static func beginsEntity(_ rest: Substring.UTF8View) -> Bool {
    for (count, byte) in rest.enumerated() {
      switch byte {
      case UInt8(ascii: ";"): return count > 0
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return false
      }
    }
    return false
  }
}
