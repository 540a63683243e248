/// The way of an edge from its tail to its head: cubic Bézier curves, end to end, in points.
public struct Route: Sendable, Hashable {
  /// One cubic Bézier curve, which starts where the one before it ends.
  public struct Segment: Sendable, Hashable {
    /// The control point that the curve leaves towards, in points.
    public var control1: Point
    /// The control point that the curve arrives from, in points.
    public var control2: Point
    /// Where the curve ends, in points.
    public var end: Point

    /// Makes the curve to `end` with its two control points.
    public init(control1: Point, control2: Point, end: Point) {
      self.control1 = control1
      self.control2 = control2
      self.end = end
    }
  }

  /// Where the curves start, in points.
  public var start: Point
  /// The curves from tail to head.
  public var segments: [Segment]
  /// The tip of the arrowhead at the tail, in points, if there is one; its foot is at `start`.
  public var tailTip: Point?
  /// The tip of the arrowhead at the head, in points, if there is one; its foot is at `end`.
  public var headTip: Point?

  /// Makes a route of curves, with the tips of the arrowheads at its ends.
  public init(
    start: Point, segments: [Segment], tailTip: Point? = nil, headTip: Point? = nil
  ) {
    self.start = start
    self.segments = segments
    self.tailTip = tailTip
    self.headTip = headTip
  }

  /// Where the curves end, in points.
  public var end: Point { segments.last?.end ?? start }
}
