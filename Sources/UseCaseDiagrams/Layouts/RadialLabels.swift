import UseCaseText

/// Finds places for labels beside lines, away from nodes, from each other and from other lines.
struct RadialLabels {
  let frames: [Rect]
  let lines: [Line]
  private var placed: [Rect] = []
  /// Through how many of the labels another line passes.
  private(set) var crossed = 0

  init(frames: [Rect], lines: [Line]) {
    self.frames = frames
    self.lines = lines
  }

  mutating func place(_ size: Size, on index: Int) -> Rect {
    let line = lines[index]
    var best = Rect(center: line.point(at: 0.5), size: size)
    var least = Double.infinity
    let length = max(1, line.start.distance(to: line.end))
    let across = Point(
      x: -(line.end.y - line.start.y) / length, y: (line.end.x - line.start.x) / length)
    // As far beside the line as the label needs not to touch it.
    let clear = across.x.magnitude * size.width / 2 + across.y.magnitude * size.height / 2 + 6
    for share in [0.46, 0.38, 0.54, 0.62, 0.3, 0.7, 0.22, 0.78] {
      for shift in [-clear, clear, 0] {
        let point = line.point(at: share).moved(across.x * shift, across.y * shift)
        let box = Rect(center: point, size: size)
        let cost = cost(of: box, on: index) + (share - 0.46).magnitude * 30
        if cost < least { (best, least) = (box, cost) }
      }
    }
    if least >= Self.otherLine { best = nearby(best, on: index) }
    if lines.enumerated().contains(where: { $0 != index && $1.meets(best) }) { crossed += 1 }
    placed.append(best)
    return best
  }

  /// The nearest place around a crowded one that no line passes, as long as the label's own is close,
  /// or at least one that nothing covers.
  private func nearby(_ box: Rect, on index: Int) -> Rect {
    let free = boxes(around: box, every: 4).first {
      lines[index].meets($0.grown(by: Self.farthest)) && cost(of: $0, on: index) == 0
    }
    guard free == nil, cost(of: box, on: index) >= Self.ownLine else { return free ?? box }
    return boxes(around: box, every: 10).first { cost(of: $0, on: index) < Self.ownLine } ?? box
  }

  private func boxes(around box: Rect, every step: Double) -> some Sequence<Rect> {
    Self.steps.lazy.map { box.moved($0.x * step, $0.y * step) }
  }

  /// A label farther from its line than this may be taken for that of another, in points.
  private static let farthest = 14.0
  /// The nearest first.
  private static let steps: [Point] = {
    let steps = (-14...14).flatMap { x in (-14...14).map { y in (x: x, y: y) } }
    let sorted = steps.sorted {
      ($0.x * $0.x + $0.y * $0.y, $0.x, $0.y) < ($1.x * $1.x + $1.y * $1.y, $1.x, $1.y)
    }
    return sorted.map { Point(x: Double($0.x), y: Double($0.y)) }
  }()

  /// What covering something costs.
  private static let overlap = 1_000.0
  /// What a label costs that its own line crosses out.
  private static let ownLine = 300.0
  /// What it costs that the line of another passes through.
  private static let otherLine = 60.0

  private func cost(of box: Rect, on index: Int) -> Double {
    let room = box.grown(by: 3)
    var cost = 0.0
    for frame in frames where frame.overlaps(room) { cost += Self.overlap }
    for other in placed where other.overlaps(room) { cost += Self.overlap }
    for (other, line) in lines.enumerated() where line.meets(box) {
      cost += other == index ? Self.ownLine : Self.otherLine
    }
    return cost
  }
}
