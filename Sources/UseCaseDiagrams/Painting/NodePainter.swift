import UseCaseSyntax
import UseCaseText

/// Paints one node into its frame.
struct NodePainter {
  let node: Graph.Node
  let frame: Rect

  func paint(on canvas: inout Canvas) {
    switch node.figure {
    case .actor(.person): paintPerson(on: &canvas)
    case .actor(.time): paintClock(on: &canvas)
    case .actor: paintBox(on: &canvas, Stroke(fill: .actor, line: .actorLine, width: 1.3))
    case .useCase(let isForeign): paintUseCase(on: &canvas, isForeign: isForeign)
    case .part: paintBox(on: &canvas, Stroke(fill: .useCase, line: .useCaseLine, width: 1.3))
    case .action(let figure): paintAction(figure, on: &canvas)
    case .event: paintEvent(on: &canvas)
    case .decision: paintDecision(on: &canvas)
    case .initial: paintEnd(.initial, on: &canvas)
    case .success: paintEnd(.success, on: &canvas)
    case .failure: paintEnd(.failure, on: &canvas)
    case .connector: paintEnd(.connector, on: &canvas)
    case .reference:
      canvas.rect(
        frame, radius: frame.size.height / 2, Stroke(fill: .note, line: .noteLine),
        className: "uc-outline")
      canvas.label(node.label, around: frame.center)
    case .touchpoint(let figure): paintTouchpoint(figure, on: &canvas)
    case .element(let isCentral): paintElement(isCentral: isCentral, on: &canvas)
    case .stakeholder:
      canvas.rect(
        frame, radius: 10, node.tint?.stroke ?? Stroke(fill: .card, line: .cardLine, width: 1.2),
        className: "uc-outline")
      canvas.label(node.label, around: frame.center)
    case .heading:
      canvas.label(
        node.label,
        around: Point(
          x: frame.minX + 2 + node.label.size.width / 2, y: frame.maxY - node.label.size.height / 2)
      )
    }
  }

  /// A card with a band in the colour of what it is about.
  private func paintElement(isCentral: Bool, on canvas: inout Canvas) {
    let stroke = (node.tint ?? .none).stroke
    canvas.rect(
      frame, radius: 6,
      Stroke(
        fill: isCentral ? stroke.fill : .card, line: stroke.line, width: isCentral ? 2.2 : 1.1),
      className: "uc-outline")
    canvas.rect(
      Rect(
        origin: Point(x: frame.minX + 4, y: frame.minY + 6),
        size: Size(width: 4, height: frame.size.height - 12)),
      radius: 2, Stroke(fill: stroke.line))
    let left = frame.minX + 15
    canvas.label(
      node.label, around: Point(x: left + node.label.size.width / 2, y: frame.center.y))
  }

  // MARK: Actors

  /// Where the figure of an actor stands above its name.
  private var figureCenter: Point {
    Point(x: frame.center.x, y: frame.minY + ActorFigure.height / 2)
  }

  private func paintPerson(on canvas: inout Canvas) {
    let (x, top) = (frame.center.x, frame.minY)
    var limbs = Path()
    limbs.move(to: Point(x: x, y: top + 15.5))
    limbs.line(to: Point(x: x, y: top + 31))
    limbs.line(to: Point(x: x - 10, y: top + 44))
    limbs.move(to: Point(x: x, y: top + 31))
    limbs.line(to: Point(x: x + 10, y: top + 44))
    limbs.move(to: Point(x: x - 13, y: top + 21.5))
    limbs.line(to: Point(x: x + 13, y: top + 21.5))
    canvas.path(limbs, Stroke(line: .actorLine, width: 1.6), className: "uc-outline")
    canvas.circle(
      Point(x: x, y: top + 8), 7.5, Stroke(fill: .actor, line: .actorLine, width: 1.6))
    paintName(on: &canvas)
  }

  /// Time starts use cases by itself; a clock says so at a glance.
  private func paintClock(on canvas: inout Canvas) {
    let center = figureCenter
    canvas.ellipse(
      center, 18, 18, Stroke(fill: .actor, line: .actorLine, width: 1.6), className: "uc-outline")
    var hands = Path()
    hands.move(to: Point(x: center.x, y: center.y - 12))
    hands.line(to: center)
    hands.line(to: Point(x: center.x + 8, y: center.y + 5))
    canvas.path(hands, Stroke(line: .actorLine, width: 1.6))
    paintName(on: &canvas)
  }

  private func paintName(on canvas: inout Canvas) {
    let height = node.label.size.height
    canvas.label(
      node.label, around: Point(x: frame.center.x, y: frame.maxY - height / 2))
  }

  // MARK: Boxes and ellipses

  private func paintBox(on canvas: inout Canvas, _ stroke: Stroke) {
    canvas.rect(frame, radius: 2, stroke, className: "uc-outline")
    canvas.label(node.label, around: frame.center)
  }

  private func paintUseCase(on canvas: inout Canvas, isForeign: Bool) {
    let stroke =
      node.tint?.stroke
      ?? Stroke(
        fill: isForeign ? .foreign : .useCase, line: isForeign ? .foreignLine : .useCaseLine,
        width: 1.3)
    canvas.ellipse(
      frame.center, frame.size.width / 2, frame.size.height / 2, stroke, className: "uc-outline")
    paintCompartmentLine(on: &canvas, stroke)
    canvas.label(node.label, around: frame.center)
  }

  /// The line between the name of a use case and its extension points.
  private func paintCompartmentLine(on canvas: inout Canvas, _ stroke: Stroke) {
    var y = frame.center.y - node.label.size.height / 2
    for line in node.label.lines {
      guard line.spaceAbove > 0 else {
        y += line.height
        continue
      }
      y += line.spaceAbove / 2
      let (radiusX, radiusY) = (frame.size.width / 2, frame.size.height / 2)
      let offset = (y - frame.center.y) / radiusY
      let half = radiusX * max(0, 1 - offset * offset).squareRoot()
      var path = Path()
      path.move(to: Point(x: frame.center.x - half, y: y))
      path.line(to: Point(x: frame.center.x + half, y: y))
      canvas.path(path, Stroke(line: stroke.line))
      return
    }
  }

  // MARK: Flows

  private func paintAction(_ figure: ActionFigure, on canvas: inout Canvas) {
    let stroke = figure.performer.stroke
    canvas.rect(frame, radius: 9, stroke, className: "uc-outline")
    let left = frame.minX + ActionFigure.inset + node.label.size.width / 2
    canvas.label(node.label, around: Point(x: left, y: frame.center.y))
    guard figure.includes else { return }
    Symbol.rake.paint(on: &canvas, at: Point(x: frame.maxX - 18, y: frame.center.y))
  }

  /// UML's action that waits for something to happen: a box that is cut in at its left.
  private func paintEvent(on canvas: inout Canvas) {
    var path = Path()
    path.move(to: frame.origin)
    path.line(to: Point(x: frame.maxX, y: frame.minY))
    path.line(to: Point(x: frame.maxX, y: frame.maxY))
    path.line(to: Point(x: frame.minX, y: frame.maxY))
    path.line(to: Point(x: frame.minX + 12, y: frame.center.y))
    path.close()
    canvas.path(path, Stroke(fill: .note, line: .noteLine, width: 1.2), className: "uc-outline")
    canvas.label(node.label, around: Point(x: frame.center.x + 6, y: frame.center.y))
  }

  private func paintDecision(on canvas: inout Canvas) {
    var path = Path()
    path.move(to: Point(x: frame.center.x, y: frame.minY))
    path.line(to: Point(x: frame.maxX, y: frame.center.y))
    path.line(to: Point(x: frame.center.x, y: frame.maxY))
    path.line(to: Point(x: frame.minX, y: frame.center.y))
    path.close()
    canvas.path(path, Stroke(fill: .decision, line: .decisionLine, width: 1.3))
  }

  private func paintEnd(_ symbol: Symbol, on canvas: inout Canvas) {
    guard frame.size.height < EndFigure.symbolSize * 1.5 else {
      paintStackedEnd(symbol, on: &canvas)
      return
    }
    symbol.paint(on: &canvas, at: frame.center)
    let left = frame.center.x + EndFigure.symbolSize / 2 + EndFigure.distance
    canvas.label(
      node.label, around: Point(x: left + node.label.size.width / 2, y: frame.center.y))
  }

  /// The name stands where no line comes from: above a start, below an end.
  private func paintStackedEnd(_ symbol: Symbol, on canvas: inout Canvas) {
    let half = EndFigure.symbolSize / 2
    let text = node.label.size.height / 2
    let isStart = symbol == .initial
    symbol.paint(
      on: &canvas,
      at: Point(x: frame.center.x, y: isStart ? frame.maxY - half : frame.minY + half))
    canvas.label(
      node.label,
      around: Point(x: frame.center.x, y: isStart ? frame.minY + text : frame.maxY - text))
  }

  // MARK: Journeys

  private func paintTouchpoint(_ figure: TouchpointFigure, on canvas: inout Canvas) {
    let ground = node.tint?.stroke ?? Stroke(fill: .card, line: .cardLine, width: 1.1)
    canvas.rect(
      frame, radius: 6,
      Stroke(
        fill: ground.fill, line: ground.line, width: ground.width,
        dashes: figure.isExternal ? "5 3" : nil),
      className: "uc-outline")
    if let feeling = figure.feeling {
      canvas.rect(
        Rect(
          origin: Point(x: frame.minX + 1, y: frame.minY + 6),
          size: Size(width: 4, height: frame.size.height - 12)),
        radius: 2, Stroke(fill: feeling.paint))
      Symbol.face(feeling).paint(
        on: &canvas, at: Point(x: frame.maxX - 15, y: frame.minY + 16))
    }
    var label = node.label
    label.alignment = .leading
    canvas.label(
      label, around: Point(x: frame.minX + 13 + label.size.width / 2, y: frame.center.y))
  }
}

/// The measures of the ends of a flow, in points.
enum EndFigure {
  static let symbolSize = 18.0
  static let distance = 5.0

  /// The room for an end whose label stands to its right, with its symbol in the middle.
  static func size(label: Label) -> Size {
    let width = label.lines.isEmpty ? 0 : label.size.width + distance
    return Size(width: symbolSize + 2 * width, height: symbolSize)
  }
}

extension EndFigure {
  /// The room for an end whose label stands above or below it.
  static func stackedSize(label: Label) -> Size {
    Size(
      width: max(symbolSize, label.size.width.rounded(.up) + 2),
      height: symbolSize + 3 + label.size.height.rounded(.up))
  }
}

/// The measures of an actor's figure, in points.
enum ActorFigure {
  static let height = 46.0
  static let width = 32.0
}

extension ActionFigure.Performer {
  /// How the box of a step looks; the name in the text says the same.
  var stroke: Stroke {
    switch self {
    case .system: Stroke(fill: .action, line: .actionLine, width: 1.2)
    case .primary: Stroke(fill: .actor, line: .actorLine, width: 1.2)
    case .other: Stroke(fill: .other, line: .otherLine, width: 1.2)
    }
  }
}
