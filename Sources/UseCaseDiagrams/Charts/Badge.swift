import UseCaseText

/// A letter or a number in a small shape.
struct Badge: Sendable, Hashable {
  enum Shape: Sendable, Hashable { case circle, square }
  /// Whether the shape is filled, only outlined, or outlined with dashes.
  enum Style: Sendable, Hashable { case solid, outlined, dashed }

  var text: String
  var shape = Shape.circle
  var style = Style.solid

  /// The height and the least width, in points.
  static let size = 20.0

  /// In points; a long number makes it wider.
  var width: Double { max(Self.size, TextStyle.badge.font.width(of: text) + 10) }

  func paint(on canvas: inout Canvas, at center: Point) {
    let rect = Rect(center: center, size: Size(width: width, height: Self.size))
    let stroke = Stroke(
      fill: style == .solid ? .strong : .card, line: .strong, width: 1.4,
      dashes: style == .dashed ? "3 2.5" : nil)
    canvas.rect(rect, radius: shape == .circle ? Self.size / 2 : 3, stroke)
    let run = TextRun(text, style == .solid ? .badge : .badgeOutlined)
    canvas.line(
      TextLine([run]), left: center.x - run.width / 2, baseline: center.y + 4)
  }
}
