/// A place in a picture, in points, with y growing downwards from the top left.
public struct Point: Sendable, Hashable {
  /// The distance to the right of the origin, in points.
  public var x: Double
  /// The distance below the origin, in points.
  public var y: Double

  /// Makes the point that is `x` points to the right of the origin and `y` points below it.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The top left corner of a picture.
  public static let zero = Point(x: 0, y: 0)
}

/// How large something is, in points.
public struct Size: Sendable, Hashable {
  /// The extent from left to right, in points.
  public var width: Double
  /// The extent from top to bottom, in points.
  public var height: Double

  /// Makes a size of `width` by `height` points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The size of nothing.
  public static let zero = Size(width: 0, height: 0)
}

/// An upright rectangle, in points, with y growing downwards.
public struct Rect: Sendable, Hashable {
  /// The top left corner, in points.
  public var origin: Point
  /// The extent to the right of the corner and below it, in points.
  public var size: Size

  /// Makes the rectangle whose top left corner is `origin`.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes the rectangle of `size` around `center`.
  public init(center: Point, size: Size) {
    self.init(
      origin: Point(x: center.x - size.width / 2, y: center.y - size.height / 2), size: size)
  }

  /// The rectangle of no extent at the origin.
  public static let zero = Rect(origin: .zero, size: .zero)

  /// The left edge, in points.
  public var minX: Double { origin.x }
  /// The right edge, in points.
  public var maxX: Double { origin.x + size.width }
  /// The upper edge, in points.
  public var minY: Double { origin.y }
  /// The lower edge, in points.
  public var maxY: Double { origin.y + size.height }

  /// The point in the middle, in points.
  public var center: Point {
    Point(x: origin.x + size.width / 2, y: origin.y + size.height / 2)
  }

  /// Whether `other` lies inside, edges included and give or take `tolerance` points.
  public func contains(_ other: Rect, tolerance: Double = 0) -> Bool {
    minX - tolerance <= other.minX && other.maxX <= maxX + tolerance
      && minY - tolerance <= other.minY && other.maxY <= maxY + tolerance
  }
}
