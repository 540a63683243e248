import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// What customers feel from touchpoint to touchpoint, as a curve between the best and the worst.
struct EmotionCurve {
  /// A touchpoint in the middle of its column.
  struct Stop {
    let touchpoint: Touchpoint
    /// In points.
    let x: Double
  }

  let stops: [Stop]
  /// From delighted at the upper edge to angry at the lower one.
  let frame: Rect
  /// Where faces and moments stand for links of their own.
  let part: String

  /// The least height at which faces keep apart from the lines around them, in points.
  static let height = 210.0
  private static let inset = 16.0

  func height(of feeling: Feeling) -> Double {
    let room = frame.size.height - 2 * Self.inset
    return frame.minY + Self.inset + Double(2 - feeling.score) / 4 * room
  }

  private var known: [(place: Int, point: Point)] {
    stops.enumerated().compactMap { place, stop in
      stop.touchpoint.feeling.map { (place, Point(x: stop.x, y: height(of: $0))) }
    }
  }

  /// The lines of the five feelings, with their faces to the left of the frame.
  func paintGrid(on chart: inout Chart, labelsAt x: Double) {
    for feeling in Feeling.rising {
      let y = height(of: feeling)
      let isMiddle = feeling == .neutral
      chart.line(
        Point(x: frame.minX, y: y), Point(x: frame.maxX, y: y),
        Stroke(line: isMiddle ? .stageLine : .rule, dashes: isMiddle ? "4 3" : nil))
      chart.symbol(.face(feeling), at: Point(x: x + 8, y: y))
      chart.text(feeling.rawValue, .small, at: Point(x: x + 22, y: y))
    }
  }

  func paint(on chart: inout Chart) {
    paintArea(on: &chart)
    paintLine(on: &chart)
    paintFaces(on: &chart)
  }

  func paintFaces(on chart: inout Chart) {
    for (place, point) in known { paintFace(of: stops[place].touchpoint, at: point, on: &chart) }
  }

  func paintLine(on chart: inout Chart) {
    for (first, second) in zip(known, known.dropFirst()) {
      var path = Path()
      path.move(to: first.point)
      path.bend(from: first.point, to: second.point)
      // Where a touchpoint in between says nothing of feelings, the curve is a guess.
      let isGuess = second.place > first.place + 1
      chart.path(path, Stroke(line: .strong, width: 2.4, dashes: isGuess ? "5 4" : nil))
    }
  }

  /// The space between the curve and the middle.
  func paintArea(on chart: inout Chart) {
    guard let first = known.first, let last = known.last, known.count > 1 else { return }
    let middle = height(of: .neutral)
    var path = Path()
    path.move(to: Point(x: first.point.x, y: middle))
    path.line(to: first.point)
    for (from, to) in zip(known, known.dropFirst()) { path.bend(from: from.point, to: to.point) }
    path.line(to: Point(x: last.point.x, y: middle))
    path.close()
    chart.path(path, Stroke(fill: .useCase))
  }

  private func paintFace(of touchpoint: Touchpoint, at point: Point, on chart: inout Chart) {
    guard let feeling = touchpoint.feeling else { return }
    let frame = Rect(center: point, size: Size(width: 24, height: 24))
    chart.group(
      "uc-feeling", of: touchpoint.element, as: part,
      tooltip: "\(touchpoint.title): \(feeling.rawValue)", frame: frame
    ) { $0.symbol(.face(feeling), at: point) }
  }
}

extension Path {
  /// A curve that leaves and arrives level, so that it never reaches beyond its ends.
  fileprivate mutating func bend(from start: Point, to end: Point) {
    let half = (end.x - start.x) / 2
    curve(start.moved(half, 0), end.moved(-half, 0), to: end)
  }
}
