import UseCaseText

/// Directions on a circle, computed alike on every machine: libraries differ in the last digits of
/// their sines.
enum Direction {
  /// The unit vector that points `share` of a full turn clockwise from the top.
  static func unit(_ share: Double) -> Point {
    // Eighths of a turn, because the series below are for small angles.
    let turn = share - share.rounded(.down)
    let quarter = (turn * 4).rounded()
    let angle = (turn - quarter / 4) * 2 * Double.pi
    let (sine, cosine) = (sine(angle), cosine(angle))
    switch Int(quarter) % 4 {
    case 0: return Point(x: sine, y: -cosine)
    case 1: return Point(x: cosine, y: sine)
    case 2: return Point(x: -sine, y: cosine)
    default: return Point(x: -cosine, y: -sine)
    }
  }

  /// How far a vector is turned clockwise from the top, from 0 to 4: ascending like the angle, but
  /// not proportional to it.
  static func turn(of vector: Point) -> Double {
    let sum = vector.x.magnitude + vector.y.magnitude
    guard sum > 0 else { return 0 }
    let (x, y) = (vector.x / sum, vector.y / sum)
    if x >= 0 { return y <= 0 ? x : 1 + y }
    return y >= 0 ? 2 - x : 3 - y
  }

  private static func sine(_ angle: Double) -> Double {
    let square = angle * angle
    return angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
  }

  private static func cosine(_ angle: Double) -> Double {
    let square = angle * angle
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
