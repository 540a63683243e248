import UseCaseText

extension Layout {
  /// The layout with labels moved aside that stand closer to their own line than letters stand to
  /// each other: there the line reads as a stroke of the text.
  func withLabelsAside() -> Layout {
    let edges = edges.map { edge in
      guard let label = edge.label, let shift = Self.shift(of: label, beside: edge.routes) else {
        return edge
      }
      var copy = edge
      copy.label = Rect(origin: label.origin.moved(shift, 0), size: label.size)
      return copy
    }
    return Layout(
      bounds: bounds, label: self.label, nodes: nodes, clusters: clusters, edges: edges)
  }

  /// How far a label is from its line at least, in points.
  private static let least = 5.0
  /// A label that the line goes through deeper than this stands on it, not beside it.
  private static let deepest = 2.0

  /// To the right where it is positive.
  private static func shift(of label: Rect, beside routes: [Route]) -> Double? {
    var (left, right) = (Double.infinity, -Double.infinity)
    for route in routes {
      var from = route.start
      for segment in route.segments {
        for step in 0...8 {
          let point = segment.point(at: Double(step) / 8, from: from)
          guard point.y >= label.minY, point.y <= label.maxY else { continue }
          (left, right) = (min(left, point.x), max(right, point.x))
        }
        from = segment.end
      }
    }
    let (isRight, isLeft) = (right < label.minX + deepest, left > label.maxX - deepest)
    if isRight, label.minX - right < least { return least - (label.minX - right) }
    if isLeft, left - label.maxX < least { return left - label.maxX - least }
    return nil
  }
}
