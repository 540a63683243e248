import UseCaseText

extension Route {
  /// Level and upright lines through points, with rounded corners; the last `head` points are left
  /// to an arrowhead.
  init(through points: [Point], head: Double, radius: Double = 8) {
    guard let first = points.first, let tip = points.last, points.count > 1 else {
      self.init(start: points.first ?? .zero, segments: [])
      return
    }
    var corners = points
    let before = corners[corners.count - 2]
    let foot = tip.moved(towards: before, by: head)
    corners[corners.count - 1] = foot
    self.init(start: first, segments: [], headTip: head > 0 ? tip : nil)
    for index in corners.indices.dropFirst() {
      let corner = corners[index]
      guard index + 1 < corners.count else {
        addLine(to: corner)
        return
      }
      let next = corners[index + 1]
      let cut = min(radius, end.distance(to: corner) / 2, corner.distance(to: next) / 2)
      addLine(to: corner.moved(towards: end, by: cut))
      let leaving = corner.moved(towards: next, by: cut)
      segments.append(Segment(control1: corner, control2: corner, end: leaving))
    }
  }

  private mutating func addLine(to point: Point) {
    segments.append(Segment(control1: end, control2: point, end: point))
  }
}

extension Point {
  /// In points.
  func distance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The place that lies `distance` points nearer to another.
  func moved(towards other: Point, by distance: Double) -> Point {
    let length = self.distance(to: other)
    guard length > 0.001 else { return self }
    let share = distance / length
    return Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }
}

extension Graph.Style {
  /// The length of an arrowhead, in points.
  var headLength: Double { self == .generalization || self == .specialization ? 12 : 9 }
}
