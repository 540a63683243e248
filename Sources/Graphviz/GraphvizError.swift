/// Why there is no layout.
public enum GraphvizError: Error, Hashable, CustomStringConvertible {
  /// The libraries of Graphviz are not on this machine.
  case notInstalled
  /// Graphviz is there, but a part of it is missing or has failed to start.
  case unusable(reason: String)
  /// The text is not one graph in DOT.
  case invalidInput(reason: String)
  /// Graphviz has given up on the graph.
  case layoutFailed(reason: String)

  /// What has gone wrong, and what to do about it.
  public var description: String {
    switch self {
    case .notInstalled:
      """
      Graphviz is not installed, which draws the diagrams; install the package 'libgvc6' or \
      'graphviz' (Debian, Ubuntu: 'apt install graphviz'; macOS: 'brew install graphviz')
      """
    case .unusable(let reason): "Graphviz cannot be used: \(reason)"
    case .invalidInput(let reason): "the text is not a graph in DOT: \(reason)"
    case .layoutFailed(let reason): "Graphviz cannot lay out the graph: \(reason)"
    }
  }
}
