/// Where the parts of a graph stand in its picture, in points, with y growing downwards.
public struct Layout: Sendable, Hashable {
  /// Where a node stands.
  public struct Node: Sendable, Hashable {
    /// The name of the node in the graph.
    public var name: String
    /// The rectangle around its shape, in points.
    public var frame: Rect
    /// The centre of the label outside the shape (`xlabel`), in points, if there is one.
    public var outerLabel: Point?

    /// Makes a node that stands in `frame`.
    public init(name: String, frame: Rect, outerLabel: Point? = nil) {
      self.name = name
      self.frame = frame
      self.outerLabel = outerLabel
    }
  }

  /// Where a cluster stands.
  public struct Cluster: Sendable, Hashable {
    /// The name of the subgraph, which begins with `cluster`.
    public var name: String
    /// The rectangle around the cluster, in points.
    public var frame: Rect
    /// The rectangle of its title, in points, if it has one.
    public var label: Rect?

    /// Makes a cluster that stands in `frame`.
    public init(name: String, frame: Rect, label: Rect? = nil) {
      self.name = name
      self.frame = frame
      self.label = label
    }
  }

  /// How an edge runs.
  public struct Edge: Sendable, Hashable {
    /// The attribute `id` of the edge, empty if it has none.
    public var id: String
    /// How the edge runs: one route, but none without splines and several where edges are merged.
    public var routes: [Route]
    /// The rectangle of its label, in points, if it has one.
    public var label: Rect?
    /// The centre of the label at the head, in points, if there is one.
    public var headLabel: Point?
    /// The centre of the label at the tail, in points, if there is one.
    public var tailLabel: Point?
    /// The centre of the label beside the edge (`xlabel`), in points, if there is one.
    public var outerLabel: Point?

    /// Makes an edge that runs along `routes`.
    public init(
      id: String, routes: [Route], label: Rect? = nil, headLabel: Point? = nil,
      tailLabel: Point? = nil, outerLabel: Point? = nil
    ) {
      self.id = id
      self.routes = routes
      self.label = label
      self.headLabel = headLabel
      self.tailLabel = tailLabel
      self.outerLabel = outerLabel
    }
  }

  /// The rectangle around the whole picture, in points, with its corner at the origin.
  public let bounds: Rect
  /// The rectangle of the title of the graph, in points, if it has one.
  public let label: Rect?
  /// The nodes in the order in which the graph first names them.
  public let nodes: [Node]
  /// The clusters in the order of the graph, outer ones before inner ones.
  public let clusters: [Cluster]
  /// The edges by tail, in the order of the nodes, and for each tail in the order of the graph.
  public let edges: [Edge]

  private let nodePlaces: [String: Int]
  private let clusterPlaces: [String: Int]
  private let edgePlaces: [String: Int]

  /// Makes a layout of what it holds; of several with one name, the first is found by it.
  public init(
    bounds: Rect, label: Rect? = nil, nodes: [Node] = [], clusters: [Cluster] = [],
    edges: [Edge] = []
  ) {
    self.bounds = bounds
    self.label = label
    self.nodes = nodes
    self.clusters = clusters
    self.edges = edges
    nodePlaces = Self.places(nodes.lazy.map(\.name))
    clusterPlaces = Self.places(clusters.lazy.map(\.name))
    edgePlaces = Self.places(edges.lazy.map(\.id))
  }

  /// The node of that name, if the graph has one.
  public func node(named name: String) -> Node? { nodePlaces[name].map { nodes[$0] } }

  /// The cluster of that name, if the graph has one.
  public func cluster(named name: String) -> Cluster? { clusterPlaces[name].map { clusters[$0] } }

  /// The first edge with that attribute `id`, if the graph has one.
  public func edge(withID id: String) -> Edge? { edgePlaces[id].map { edges[$0] } }

  private static func places(_ names: some Collection<String>) -> [String: Int] {
    var places: [String: Int] = Dictionary(minimumCapacity: names.count)
    for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
    return places
  }
}
