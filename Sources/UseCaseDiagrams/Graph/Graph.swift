import UseCaseModel
import UseCaseText

/// What a diagram shows, without coordinates: nodes, edges and the frames around them.
struct Graph: Sendable {
  enum Direction: Sendable { case right, down }

  var title: String
  var direction: Direction
  /// The distance between neighbours of one rank, in points.
  var nodeSpacing = 18.0
  /// The distance between ranks, in points.
  var rankSpacing = 48.0
  /// Whether the targets of a node stand in the order of its edges.
  var keepsOrder = false
  /// Whether the order from rank to rank holds across frames, too.
  var ranksAcrossClusters = false
  var clusters: [Cluster] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  /// Nodes that share a rank.
  var ranks: [Rank] = []

  /// A frame around nodes and other frames.
  struct Cluster: Sendable {
    enum Style: Sendable { case subject, package, stage, ring }
    var name: String
    var label: Label
    var style: Style
    var element: Element?
    /// The place of the frame around it.
    var parent: Int?
  }

  /// A node with all that its painter needs.
  struct Node: Sendable {
    /// Unique in its graph; made of the element's key where it shows one.
    var name: String
    var figure: Figure
    var label: Label
    /// In points.
    var size: Size
    var element: Element?
    var cluster: Int?
    /// What a pointer that rests on it is told.
    var tooltip = ""
    /// Nodes of one column stand below each other where possible.
    var column: String?
    /// The colours of the group that it belongs to.
    var tint: Tint?
  }

  /// Nodes that stand side by side, in their order.
  struct Rank: Sendable {
    var nodes: [Int]
    /// The frame in which the nodes stand.
    var cluster: Int?
  }

  /// A line between two nodes.
  struct Edge: Sendable {
    /// Which end has the arrowhead, seen in the direction of the layout.
    enum Head: Sendable { case none, target, source }
    /// Places of nodes, in the direction of the layout.
    var source: Int
    var target: Int
    var style: Style
    var head: Head
    var label: Label?
    /// A weight of zero lets the layout bend it freely.
    var weight = 1
    /// Whether the layout puts the target behind the source.
    var isConstraining = true
    /// The sides of the nodes at which it begins and ends, as DOT names them.
    var sourcePort = ""
    var targetPort = ""
    var tooltip = ""
    /// Why it stands out.
    var emphasis: Emphasis?
  }

  /// What is wrong with a line.
  enum Emphasis: Sendable {
    /// It is part of a ring.
    case ring
    /// It is part of a chain that is too long.
    case chain
  }

  /// What a line means, and so how it looks.
  enum Style: String, Sendable {
    case association, include, extend
    /// Of actors.
    case generalization
    /// Generalization of use cases.
    case specialization
    case flow, branch, resume, transition
    case influence, weakInfluence
    /// Between parts of a model that have to do with each other.
    case tie
    /// Orders the layout and is not drawn.
    case hidden
  }
}
