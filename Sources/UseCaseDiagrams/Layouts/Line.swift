import UseCaseText

/// A straight stretch.
struct Line {
  var start: Point
  var end: Point

  func point(at share: Double) -> Point {
    Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
  }

  /// Whether two lines cross inside both.
  func crosses(_ other: Line) -> Bool {
    side(of: other.start) * side(of: other.end) < 0
      && other.side(of: start) * other.side(of: end) < 0
  }

  /// Positive to the right of the line, negative to its left.
  private func side(of point: Point) -> Double {
    (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
  }

  /// Whether the line meets the inside of a rectangle.
  func meets(_ rect: Rect) -> Bool {
    let (topRight, bottomLeft) = (
      Point(x: rect.maxX, y: rect.minY), Point(x: rect.minX, y: rect.maxY)
    )
    let bottomRight = Point(x: rect.maxX, y: rect.maxY)
    func lies(_ point: Point) -> Bool {
      rect.minX < point.x && point.x < rect.maxX && rect.minY < point.y && point.y < rect.maxY
    }
    return lies(start) || lies(end) || crosses(Line(start: rect.origin, end: bottomRight))
      || crosses(Line(start: topRight, end: bottomLeft))
  }
}

extension Rect {
  /// The same with `distance` more points on every side.
  func grown(by distance: Double) -> Rect {
    Rect(
      center: center,
      size: Size(width: size.width + 2 * distance, height: size.height + 2 * distance))
  }
}
