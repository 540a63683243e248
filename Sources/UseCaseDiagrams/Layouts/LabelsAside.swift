import UseCaseText

extension Layout {
  /// The layout with labels moved aside that stand closer to their own line than letters stand to
  /// each other, where the line reads as a stroke of the text, and that the lines of others pass
  /// through, as far as there is room.
  func withLabelsAside() -> Layout {
    let edges = edges.map { edge in
      guard let label = edge.label, let shift = Self.shift(of: label, beside: edge.routes) else {
        return edge
      }
      var copy = edge
      copy.label = label.moved(shift, 0)
      return copy
    }
    let layout = with(edges)
    guard edges.count <= Self.mostEdges else { return layout }
    return layout.with(layout.edgesWithLabelsClear)
  }

  private func with(_ edges: [Edge]) -> Layout {
    Layout(bounds: bounds, label: label, nodes: nodes, clusters: clusters, edges: edges)
  }

  /// How far a label is from its line at least, in points.
  private static let least = 5.0
  /// A label that the line goes through deeper than this stands on it, not beside it.
  private static let deepest = 2.0
  /// A picture with more lines than this is crowded anyway.
  private static let mostEdges = 400

  /// To the right where it is positive.
  private static func shift(of label: Rect, beside routes: [Route]) -> Double? {
    var (left, right) = (Double.infinity, -Double.infinity)
    for point in routes.flatMap(\.points) where point.y >= label.minY && point.y <= label.maxY {
      (left, right) = (min(left, point.x), max(right, point.x))
    }
    let (isRight, isLeft) = (right < label.minX + deepest, left > label.maxX - deepest)
    if isRight, label.minX - right < least { return least - (label.minX - right) }
    if isLeft, left - label.maxX < least { return left - label.maxX - least }
    return nil
  }

  // MARK: The lines of others

  /// How far a label is from everything but its own line, in points.
  private static let margin = 2.0
  /// A label farther from its line than this may be taken for that of another, in points.
  private static let farthest = 14.0
  /// Where a label may go, from where it stands, the nearest place first.
  private static let moves: [Point] = {
    let steps = stride(from: -36.0, through: 36, by: 4)
    let all = steps.flatMap { y in steps.map { Point(x: $0, y: y) } }
    return all.enumerated().sorted { left, right in
      let lengths = [left, right].map { $0.element.x.magnitude + $0.element.y.magnitude }
      return lengths[0] == lengths[1] ? left.offset < right.offset : lengths[0] < lengths[1]
    }.map(\.element)
  }()

  private var edgesWithLabelsClear: [Edge] {
    var edges = edges
    let lines = edges.map { $0.routes.map { Polyline(through: $0.points) } }
    let obstacles = nodes.map(\.frame) + clusters.compactMap(\.label)
    for place in edges.indices {
      guard let label = edges[place].label else { continue }
      let others = lines.indices.filter { $0 != place }.flatMap { lines[$0] }
        .filter { $0.comesNear(label.grown(by: 80)) }
      guard others.contains(where: { $0.meets(label) }) else { continue }
      let blocked =
        obstacles
        + edges.indices.compactMap { other in other == place ? nil : edges[other].label }
      let move = Self.moves.first { move in
        let moved = label.moved(move.x, move.y)
        let wide = moved.grown(by: Self.margin)
        return bounds.contains(moved) && !others.contains { $0.meets(wide) }
          && !blocked.contains { $0.overlaps(wide) }
          && !lines[place].contains { $0.meets(moved.grown(by: Self.least - 1)) }
          && lines[place].contains { $0.meets(moved.grown(by: Self.farthest)) }
      }
      if let move { edges[place].label = label.moved(move.x, move.y) }
    }
    return edges
  }
}

extension Layout {
  /// Farther to the right nobody looks for the title of a frame, in points.
  private static let farthestTitle = 60.0

  /// Where the title of a frame stands: a little to the right where that keeps it clear of the lines
  /// that pass through it.
  func clearTitle(_ title: Rect, in frame: Rect) -> Rect {
    let reach = Rect(
      origin: title.origin,
      size: Size(width: title.size.width + Self.farthestTitle, height: title.size.height))
    let lines = edges.flatMap(\.routes).map { Polyline(through: $0.points) }
      .filter { $0.comesNear(reach) }
    guard lines.contains(where: { $0.meets(title) }) else { return title }
    let blocked = (nodes.map(\.frame) + edges.compactMap(\.label)).filter { $0.overlaps(reach) }
    let most = min(Self.farthestTitle, frame.maxX - title.maxX - 8)
    let shift = stride(from: 0, through: max(0, most), by: 4).first { shift in
      let wide = title.moved(shift, 0).grown(by: Self.margin)
      return !lines.contains { $0.meets(wide) } && !blocked.contains { $0.overlaps(wide) }
    }
    return title.moved(shift ?? 0, 0)
  }
}

/// A line of straight pieces.
private struct Polyline {
  let points: [Point]
  private let extent: Rect

  init(through points: [Point]) {
    self.points = points
    let (x, y) = (points.map(\.x), points.map(\.y))
    let corner = Point(x: x.min() ?? 0, y: y.min() ?? 0)
    extent = Rect(
      origin: corner,
      size: Size(width: (x.max() ?? 0) - corner.x, height: (y.max() ?? 0) - corner.y))
  }

  /// False where it cannot meet a rectangle.
  func comesNear(_ rect: Rect) -> Bool {
    extent.minX <= rect.maxX && rect.minX <= extent.maxX && extent.minY <= rect.maxY
      && rect.minY <= extent.maxY
  }

  /// Whether it passes through a rectangle.
  func meets(_ rect: Rect) -> Bool {
    comesNear(rect)
      && zip(points, points.dropFirst()).contains { Line(start: $0, end: $1).meets(rect) }
  }
}

extension Route {
  /// Places on the way, close enough together for straight pieces between them, with the tips of
  /// arrowheads.
  fileprivate var points: [Point] {
    var points = [tailTip, start].compactMap { $0 }
    for segment in segments {
      let from = points[points.count - 1]
      for step in 1...8 { points.append(segment.point(at: Double(step) / 8, from: from)) }
    }
    return points + [headTip].compactMap { $0 }
  }
}
