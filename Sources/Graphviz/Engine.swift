/// A way of laying out a graph.
public enum Engine: String, Sendable, Hashable, CaseIterable {
  /// Ranks from top to bottom, or as `rankdir` says.
  case dot
  /// Springs between the nodes.
  case neato
  /// Forces between the nodes, with clusters.
  case fdp
  /// Rings around a root.
  case twopi
  /// One circle for each part that hangs together.
  case circo
}
