import UseCaseText

/// The smallest rectangle around what was added to it, in points.
struct Extent {
  private(set) var minX = Double.infinity
  private(set) var minY = Double.infinity
  private(set) var maxX = -Double.infinity
  private(set) var maxY = -Double.infinity

  mutating func add(_ rect: Rect) {
    add(rect.origin)
    add(Point(x: rect.maxX, y: rect.maxY))
  }

  /// Curves stay within their control points.
  mutating func add(_ route: Route) {
    add(route.start)
    for segment in route.segments {
      add(segment.control1)
      add(segment.control2)
      add(segment.end)
    }
  }

  private mutating func add(_ point: Point) {
    minX = min(minX, point.x)
    minY = min(minY, point.y)
    maxX = max(maxX, point.x)
    maxY = max(maxY, point.y)
  }
}

extension Point {
  func moved(_ dx: Double, _ dy: Double) -> Point { Point(x: x + dx, y: y + dy) }
}

extension Rect {
  func moved(_ dx: Double, _ dy: Double) -> Rect { Rect(origin: origin.moved(dx, dy), size: size) }

  /// Whether the insides of two rectangles meet.
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}

extension Layout.Edge {
  func moved(_ dx: Double, _ dy: Double) -> Layout.Edge {
    var copy = self
    copy.label = label?.moved(dx, dy)
    copy.routes = routes.map { $0.moved(dx, dy) }
    return copy
  }
}

extension Route {
  func moved(_ dx: Double, _ dy: Double) -> Route {
    Route(
      start: start.moved(dx, dy),
      segments: segments.map {
        Segment(
          control1: $0.control1.moved(dx, dy), control2: $0.control2.moved(dx, dy),
          end: $0.end.moved(dx, dy))
      }, tailTip: tailTip?.moved(dx, dy), headTip: headTip?.moved(dx, dy))
  }
}
