import UseCaseText

/// The coordinates of Graphviz, in millionths of a point, which grow upwards.
///
/// Graphviz gives five digits, so that nothing below a thousandth of a point is of meaning.
struct Coordinates {
  /// The top left corner of the picture.
  var left = 0
  var top = 0

  /// A place in our coordinates.
  func point(_ place: (x: Int, y: Int)) -> Point {
    Point(x: points(place.x - left), y: points(top - place.y))
  }

  /// A length in points, to the nearest thousandth.
  func points(_ millionths: Int) -> Double {
    let half = millionths < 0 ? -500 : 500
    return Double((millionths + half) / 1000) / 1000
  }

  /// A rectangle around a place, where width and height come in millionths of an inch.
  func rect(around center: (x: Int, y: Int), inches: (width: Int, height: Int)) -> Rect {
    let (width, height) = (inches.width * 72, inches.height * 72)
    return rect(
      lower: (center.x - width / 2, center.y - height / 2),
      upper: (center.x + width / 2, center.y + height / 2))
  }

  /// The rectangle between its lower left and its upper right corner.
  func rect(lower: (x: Int, y: Int), upper: (x: Int, y: Int)) -> Rect {
    Rect(
      origin: point((lower.x, upper.y)),
      size: Size(width: points(upper.x - lower.x), height: points(upper.y - lower.y)))
  }

  /// Reads the curves of an edge:
  /// `spline (';' spline)*`, `spline = ('s,' point)? ('e,' point)? point (point point point)*`.
  func routes(_ text: UnsafePointer<CChar>) -> [Route] {
    var reader = NumberReader(text)
    var routes: [Route] = []
    repeat {
      guard let route = route(&reader) else { break }
      routes.append(route)
    } while reader.skip(";")
    return routes
  }

  private func route(_ reader: inout NumberReader) -> Route? {
    let tailTip = tip("s", &reader)
    let headTip = tip("e", &reader)
    guard let start = reader.pair() else { return nil }
    var segments: [Route.Segment] = []
    segments.reserveCapacity(4)
    while reader.skip(" "), let control1 = reader.pair(), reader.skip(" "),
      let control2 = reader.pair(), reader.skip(" "), let end = reader.pair()
    {
      segments.append(
        Route.Segment(control1: point(control1), control2: point(control2), end: point(end)))
    }
    return Route(start: point(start), segments: segments, tailTip: tailTip, headTip: headTip)
  }

  private func tip(_ end: Unicode.Scalar, _ reader: inout NumberReader) -> Point? {
    guard reader.skip(end), reader.skip(","), let place = reader.pair() else { return nil }
    _ = reader.skip(" ")
    return point(place)
  }
}
