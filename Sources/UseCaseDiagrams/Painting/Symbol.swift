import UseCaseSyntax
import UseCaseText

/// A small sign, the same in a picture and in its legend.
enum Symbol: Sendable, Hashable {
  case face(Feeling)
  case star(Polarity)
  case externalCard, carried
  case initial, success, failure, connector
  case rake
  case performer(ActionFigure.Performer)
  case badge(Badge)
  case swatch(Paint)
  case bullet(BulletSymbol)
  case capacity, excess, gap
  case chip(isBranch: Bool)
  case tint(Tint)
  case line(Graph.Style, Graph.Emphasis?)

  /// Paints the symbol, about 16 points wide, around a place.
  func paint(on canvas: inout Canvas, at center: Point) {
    switch self {
    case .face(let feeling): paintFace(feeling, on: &canvas, at: center)
    case .star(let polarity): paintStar(polarity, on: &canvas, at: center)
    case .externalCard:
      canvas.rect(
        Rect(center: center, size: Size(width: 16, height: 12)), radius: 3,
        Stroke(fill: .card, line: .cardLine, dashes: "3 2"))
    case .carried:
      let run = TextRun("↪", .carried)
      canvas.line(TextLine([run]), left: center.x - run.width / 2, baseline: center.y + 4)
    case .initial: canvas.circle(center, 7, Stroke(fill: .ink))
    case .connector: canvas.circle(center, 6, Stroke(fill: .decision, line: .decisionLine))
    case .success:
      canvas.circle(center, 8, Stroke(fill: .paper, line: .success, width: 1.6))
      canvas.circle(center, 4.6, Stroke(fill: .success))
    case .failure:
      canvas.circle(center, 8, Stroke(fill: .paper, line: .failure, width: 1.6))
      var cross = Path()
      cross.move(to: Point(x: center.x - 5.6, y: center.y - 5.6))
      cross.line(to: Point(x: center.x + 5.6, y: center.y + 5.6))
      cross.move(to: Point(x: center.x + 5.6, y: center.y - 5.6))
      cross.line(to: Point(x: center.x - 5.6, y: center.y + 5.6))
      canvas.path(cross, Stroke(line: .failure, width: 1.6))
    case .performer(let performer):
      canvas.rect(
        Rect(center: center, size: Size(width: 18, height: 13)), radius: 4, performer.stroke)
    case .tint(let tint): canvas.ellipse(center, 9, 6, tint.stroke)
    case .line(let style, let emphasis):
      var line = Path()
      line.move(to: Point(x: center.x - 9, y: center.y))
      line.line(to: Point(x: center.x + 9, y: center.y))
      canvas.path(line, style.stroke(emphasis))
    case .rake: paintRake(on: &canvas, at: center)
    case .badge(let badge): badge.paint(on: &canvas, at: center)
    case .swatch(let paint):
      canvas.rect(
        Rect(center: center, size: Size(width: 18, height: 13)), radius: 2,
        Stroke(fill: paint, line: .stageLine))
    case .bullet(let symbol): symbol.paint(on: &canvas, at: center)
    case .capacity: paintCapacity(on: &canvas, at: center)
    case .gap: paintGap(on: &canvas, at: center)
    case .chip(let isBranch):
      canvas.rect(
        Rect(center: center, size: Size(width: 18, height: 12)), radius: isBranch ? 2 : 6,
        isBranch
          ? Stroke(fill: .note, line: .noteLine) : Stroke(fill: .useCase, line: .useCaseLine))
    case .excess:
      canvas.rect(
        Rect(center: center, size: Size(width: 16, height: 13)),
        Stroke(line: .exception, width: 2, dashes: "4 3"))
    }
  }

  /// A triangle that warns.
  private func paintGap(on canvas: inout Canvas, at center: Point) {
    var outline = Path()
    outline.move(to: center.moved(0, -7))
    outline.line(to: center.moved(7, 6))
    outline.line(to: center.moved(-7, 6))
    outline.close()
    canvas.path(outline, Stroke(fill: .card, line: .exception, width: 1.6))
    var sign = Path()
    sign.move(to: center.moved(0, -2.6))
    sign.line(to: center.moved(0, 1.4))
    sign.move(to: center.moved(0, 3))
    sign.line(to: center.moved(0, 4.4))
    canvas.path(sign, Stroke(line: .exception, width: 1.6))
  }

  /// The frame of a capacity, with its mark.
  private func paintCapacity(on canvas: inout Canvas, at center: Point) {
    canvas.rect(
      Rect(center: center, size: Size(width: 18, height: 11)),
      Stroke(fill: .bandGood, line: .ink, width: 1.4))
    var marks = Path()
    for end in [-1.0, 1] {
      marks.move(to: center.moved(3, end * 5.5))
      marks.line(to: center.moved(3, end * 9))
    }
    canvas.path(marks, Stroke(line: .ink, width: 1.6))
  }

  /// UML's sign for an action that calls another activity.
  private func paintRake(on canvas: inout Canvas, at center: Point) {
    var path = Path()
    path.move(to: Point(x: center.x, y: center.y - 6))
    path.line(to: Point(x: center.x, y: center.y + 6))
    path.move(to: Point(x: center.x - 6, y: center.y + 6))
    path.line(to: Point(x: center.x - 6, y: center.y))
    path.line(to: Point(x: center.x + 6, y: center.y))
    path.line(to: Point(x: center.x + 6, y: center.y + 6))
    canvas.path(path, Stroke(line: .actionLine, width: 1.4))
  }

  private func paintFace(_ feeling: Feeling, on canvas: inout Canvas, at center: Point) {
    let paint = feeling.paint
    canvas.circle(center, 7.4, Stroke(fill: .card, line: paint, width: 1.6))
    canvas.circle(Point(x: center.x - 2.6, y: center.y - 2), 1.1, Stroke(fill: paint))
    canvas.circle(Point(x: center.x + 2.6, y: center.y - 2), 1.1, Stroke(fill: paint))
    // From a broad smile over a straight line to corners drawn down.
    let depth = Double(feeling.score) * 2
    let y = center.y + 2.8 - Double(feeling.score) * 0.5
    var mouth = Path()
    mouth.move(to: Point(x: center.x - 3.6, y: y))
    mouth.curve(
      Point(x: center.x - 1.6, y: y + depth), Point(x: center.x + 1.6, y: y + depth),
      to: Point(x: center.x + 3.6, y: y))
    if feeling == .delighted { mouth.close() }
    canvas.path(
      mouth, Stroke(fill: feeling == .delighted ? paint : nil, line: paint, width: 1.4))
    guard feeling == .angry else { return }
    var brows = Path()
    brows.move(to: Point(x: center.x - 4.4, y: center.y - 4.6))
    brows.line(to: Point(x: center.x - 1.4, y: center.y - 3.2))
    brows.move(to: Point(x: center.x + 4.4, y: center.y - 4.6))
    brows.line(to: Point(x: center.x + 1.4, y: center.y - 3.2))
    canvas.path(brows, Stroke(line: paint, width: 1.3))
  }

  private func paintStar(_ polarity: Polarity, on canvas: inout Canvas, at center: Point) {
    // The corners of a five-pointed star of radius 1, which need no trigonometry then.
    let corners = [
      (0, -1), (0.235, -0.324), (0.951, -0.309), (0.38, 0.124), (0.588, 0.809), (0, 0.4),
      (-0.588, 0.809), (-0.38, 0.124), (-0.951, -0.309), (-0.235, -0.324),
    ]
    var path = Path()
    for (index, corner) in corners.enumerated() {
      let point = Point(x: center.x + corner.0 * 7.5, y: center.y + corner.1 * 7.5)
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    path.close()
    canvas.path(
      path, Stroke(fill: polarity == .positive ? .star : .card, line: .star, width: 1.3))
  }
}

extension Feeling {
  /// The colour of a feeling, never without its face.
  var paint: Paint {
    switch self {
    case .delighted: .delighted
    case .satisfied: .satisfied
    case .neutral: .neutral
    case .frustrated: .frustrated
    case .angry: .angry
    }
  }
}
