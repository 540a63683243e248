import UseCaseText

/// What a number of a KPI looks like.
enum BulletSymbol: Sendable, Hashable {
  case bar, target, baseline, benchmark

  func paint(on canvas: inout Canvas, at center: Point) {
    switch self {
    case .bar:
      canvas.rect(
        Rect(center: center, size: Size(width: 18, height: 8)), Stroke(fill: .strong))
    case .target: upright(Stroke(line: .ink, width: 3.2), on: &canvas, at: center)
    case .baseline:
      upright(Stroke(line: .ink, width: 1.4, dashes: "3 2"), on: &canvas, at: center)
    case .benchmark:
      var diamond = Path()
      diamond.move(to: center.moved(0, -6))
      diamond.line(to: center.moved(5, 0))
      diamond.line(to: center.moved(0, 6))
      diamond.line(to: center.moved(-5, 0))
      diamond.close()
      canvas.path(diamond, Stroke(fill: .card, line: .ink, width: 1.4))
    }
  }

  private func upright(_ stroke: Stroke, on canvas: inout Canvas, at center: Point) {
    var path = Path()
    path.move(to: center.moved(0, -8))
    path.line(to: center.moved(0, 8))
    canvas.path(path, stroke)
  }
}
