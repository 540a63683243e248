import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Lays the map out from top to bottom: title and personas, stages, touchpoints, lanes.
struct JourneyMap {
  var chart = Chart()
  let scope: JourneyScope
  private let columns: [MapColumn]
  /// The left edge and the width of each stage, in points.
  private let spans: [(x: Double, width: Double)]

  static let columnWidth = 152.0
  static let padding = 8.0
  static let stageGap = 12.0
  /// The room for the names of parts and lanes, in points.
  static let left = 168.0
  private static let partWidth = 26.0
  private static let linePlace = 26.0

  /// A touchpoint with the left edge of its column, in points.
  struct MapColumn {
    let touchpoint: Touchpoint
    let x: Double

    var center: Double { x + JourneyMap.columnWidth / 2 }
  }

  init(_ scope: JourneyScope) {
    self.scope = scope
    var x = Self.left
    var columns: [MapColumn] = []
    var spans: [(Double, Double)] = []
    for section in scope.sections {
      spans.append((x, Double(section.touchpoints.count) * Self.columnWidth))
      for touchpoint in section.touchpoints {
        columns.append(MapColumn(touchpoint: touchpoint, x: x))
        x += Self.columnWidth
      }
      x += Self.stageGap
    }
    self.columns = columns
    self.spans = spans
  }

  private var textWidth: Double { Self.columnWidth - 2 * Self.padding }
  private var width: Double { (columns.last?.x ?? Self.left) + Self.columnWidth }

  mutating func build() {
    let lanes = MapLanes(sections: scope.sections, columnWidth: textWidth) {
      Double($0) * Self.columnWidth - 2 * Self.padding
    }.all
    let top = paintHeader(width: width)
    let stageHeight = stageHeight
    let cardHeight = cardHeight
    let lanesTop = top + stageHeight + 10 + cardHeight + 14
    let heights = lanes.map(height)
    let bottom = lanesTop + lanesHeight(lanes, heights)
    paintStages(top: top, height: stageHeight, bottom: bottom)
    for column in columns {
      paintCard(of: column, top: top + stageHeight + 10, height: cardHeight)
    }
    paintLanes(lanes, heights, top: lanesTop)
    chart.include(Point(x: width, y: bottom))
  }

  // MARK: Stages

  private func stageFrame(_ place: Int, top: Double, height: Double) -> Rect {
    Rect(
      origin: Point(x: spans[place].x, y: top),
      size: Size(width: spans[place].width, height: height))
  }

  private func stageLabel(_ place: Int) -> Label {
    let stage = scope.sections[place].stage
    let width = stageFrame(place, top: 0, height: 0).size.width - 46
    return Label(stage.element.titleWithIdentifier, .stageTitle, width: width)
  }

  private var stageHeight: Double {
    max(46, (scope.sections.indices.map { stageLabel($0).size.height }.max() ?? 0) + 18)
  }

  /// Arrows that lead from stage to stage.
  private mutating func paintStages(top: Double, height: Double, bottom: Double) {
    for place in scope.sections.indices {
      let frame = stageFrame(place, top: top, height: height)
      chart.rect(
        Rect(
          origin: Point(x: frame.minX, y: frame.maxY + 4),
          size: Size(width: frame.size.width, height: bottom - frame.maxY - 4)), radius: 8,
        Stroke(fill: .stage))
      let tip = 14.0
      var arrow = Path()
      arrow.move(to: frame.origin)
      arrow.line(to: Point(x: frame.maxX - 2, y: frame.minY))
      arrow.line(to: Point(x: frame.maxX + tip - 4, y: frame.center.y))
      arrow.line(to: Point(x: frame.maxX - 2, y: frame.maxY))
      arrow.line(to: Point(x: frame.minX, y: frame.maxY))
      if place > 0 { arrow.line(to: Point(x: frame.minX + tip, y: frame.center.y)) }
      arrow.close()
      let label = stageLabel(place)
      let words = Rect(
        origin: frame.origin.moved(24, 0),
        size: Size(width: frame.size.width - 30, height: height))
      chart.group("uc-stage", of: scope.sections[place].stage.element, frame: frame) { chart in
        chart.path(arrow, Stroke(fill: .strong))
        chart.text(label, in: words)
      }
    }
  }

  // MARK: Touchpoints

  private func cardLabel(_ column: MapColumn) -> Label {
    let touchpoint = column.touchpoint
    var label = Label(
      touchpoint.element.titleWithIdentifier, .strong, width: textWidth - 16, .center)
    if touchpoint.isInitiatedByCompany {
      label.add("we begin", .smallItalic, width: textWidth - 16)
    }
    return label
  }

  private var cardHeight: Double {
    max(40, (columns.map { cardLabel($0).size.height }.max() ?? 0) + 16)
  }

  private mutating func paintCard(of column: MapColumn, top: Double, height: Double) {
    let frame = Rect(
      origin: Point(x: column.x + Self.padding, y: top),
      size: Size(width: textWidth, height: height))
    let label = cardLabel(column)
    let dashes: StaticString? = column.touchpoint.isExternal ? "5 3" : nil
    chart.group("uc-touchpoint", of: column.touchpoint.element, frame: frame) { chart in
      chart.rect(
        frame, radius: 6, Stroke(fill: .card, line: .cardLine, width: 1.2, dashes: dashes),
        isOutline: true)
      chart.text(label, in: frame)
    }
  }

  // MARK: Lanes

  private func height(of lane: MapLane) -> Double {
    let title = Label(lane.title, .smallStrong, width: titleWidth).size.height + 16
    switch lane.content {
    case .emotions: return EmotionCurve.height + 34
    case .touchpoints(let cells):
      return max(title, (cells.map { Self.stackHeight($0.blocks) }.max() ?? 0) + 16)
    case .stages(let cells):
      return max(title, (cells.indices.map { flow(cells[$0], stage: $0).height }.max() ?? 0) + 16)
    }
  }

  private static func stackHeight(_ blocks: [MapBlock]) -> Double {
    blocks.reduce(-MapBlock.gap) { $0 + $1.height + MapBlock.gap }
  }

  private func lanesHeight(_ lanes: [MapLane], _ heights: [Double]) -> Double {
    let parts = MapLane.Part.allCases.filter { part in lanes.contains { $0.part == part } }
    let lines = zip([nil] + parts, parts).compactMap { $1.lineBelow($0) }
    return heights.reduce(0, +) + Double(lines.count) * Self.linePlace
  }

  private var titleWidth: Double { Self.left - Self.partWidth - 18 }

  private mutating func paintLanes(_ lanes: [MapLane], _ heights: [Double], top: Double) {
    var y = top
    var above: MapLane.Part?
    for part in MapLane.Part.allCases {
      let own = lanes.indices.filter { lanes[$0].part == part }
      guard !own.isEmpty else { continue }
      defer { above = part }
      if let words = part.lineBelow(above) {
        paintLine(words, at: y + Self.linePlace / 2)
        y += Self.linePlace
      }
      let start = y
      for place in own {
        if place != own.first {
          chart.rule(Point(x: Self.partWidth + 8, y: y), Point(x: width, y: y))
        }
        paint(lanes[place], top: y, height: heights[place])
        y += heights[place]
      }
      paintPart(part, from: start, to: y)
    }
  }

  /// The name of a part stands upright beside its lanes.
  private mutating func paintPart(_ part: MapLane.Part, from top: Double, to bottom: Double) {
    let frame = Rect(
      origin: Point(x: 0, y: top + 3),
      size: Size(width: Self.partWidth, height: bottom - top - 6))
    chart.rect(frame, radius: 4, Stroke(fill: .bandFair))
    chart.text(
      Label(part.rawValue, .smallStrong, width: max(40, frame.size.height - 8), .center),
      in: frame, isUpright: true)
  }

  private mutating func paintLine(_ words: String, at y: Double) {
    let label = Label(words, .smallItalic)
    chart.text(label, in: Rect(origin: Point(x: 0, y: y), size: .zero))
    chart.line(
      Point(x: label.size.width + 8, y: y), Point(x: width, y: y),
      Stroke(line: .actorLine, width: 1.6, dashes: "8 5"))
  }

  private mutating func paint(_ lane: MapLane, top: Double, height: Double) {
    chart.text(
      Label(lane.title, .smallStrong, width: titleWidth),
      in: Rect(
        origin: Point(x: Self.partWidth + 10, y: top + 8),
        size: Size(width: titleWidth, height: height)), .top)
    switch lane.content {
    case .emotions: paintEmotions(top: top + 22)
    case .touchpoints(let cells):
      for cell in cells { paint(cell, of: lane, top: top + 8) }
    case .stages(let cells):
      for (stage, blocks) in cells.enumerated() { paint(blocks, lane, stage: stage, top: top + 8) }
    }
  }

  private mutating func paint(_ cell: MapLane.Cell, of lane: MapLane, top: Double) {
    let column = columns[cell.touchpoint]
    let width = Double(cell.columns.count) * Self.columnWidth - 2 * Self.padding
    var y = top
    if cell.columns.count > 1 { paintPointer(to: column, above: y) }
    for (place, block) in cell.blocks.enumerated() {
      let frame = Rect(
        origin: Point(x: columns[cell.columns.lowerBound].x + Self.padding, y: y),
        size: Size(width: width, height: block.height))
      block.paint(on: &chart, in: frame, as: "\(lane.title) \(column.touchpoint.key) \(place)")
      y += block.height + MapBlock.gap
    }
  }

  /// Says which of the touchpoints above a card over two columns is about.
  private mutating func paintPointer(to column: MapColumn, above y: Double) {
    var pointer = Path()
    pointer.move(to: Point(x: column.center - 7, y: y))
    pointer.line(to: Point(x: column.center, y: y - 7))
    pointer.line(to: Point(x: column.center + 7, y: y))
    pointer.close()
    chart.path(pointer, Stroke(fill: .note))
  }

  // MARK: Lanes of stages

  /// Where the blocks of a stage stand, side by side as far as they fit.
  private func flow(_ blocks: [MapBlock], stage: Int) -> (frames: [Rect], height: Double) {
    let room = stageFrame(stage, top: 0, height: 0).size.width - 2 * Self.padding
    var (x, y, line) = (0.0, 0.0, 0.0)
    var frames: [Rect] = []
    for block in blocks {
      let width = min(room, max(60, block.label.size.width + 16))
      if x > 0, x + width > room {
        y += line + MapBlock.gap
        (x, line) = (0, 0)
      }
      frames.append(
        Rect(origin: Point(x: x, y: y), size: Size(width: width, height: block.height)))
      x += width + MapBlock.gap
      line = max(line, block.height)
    }
    return (frames, y + line)
  }

  private mutating func paint(
    _ blocks: [MapBlock], _ lane: MapLane, stage: Int, top: Double
  ) {
    let origin = stageFrame(stage, top: top, height: 0).origin.moved(Self.padding, 0)
    for (place, frame) in flow(blocks, stage: stage).frames.enumerated() {
      blocks[place].paint(
        on: &chart, in: frame.moved(origin.x, origin.y),
        as: "\(lane.title) \(scope.sections[stage].stage.key) \(place)")
    }
  }

  // MARK: Emotions

  private mutating func paintEmotions(top: Double) {
    let frame = Rect(
      origin: Point(x: Self.left, y: top),
      size: Size(width: width - Self.left, height: EmotionCurve.height))
    let stops = columns.map { EmotionCurve.Stop(touchpoint: $0.touchpoint, x: $0.center) }
    let curve = EmotionCurve(stops: stops, frame: frame, part: "feeling")
    curve.paintGrid(on: &chart, labelsAt: Self.left - 88)
    curve.paint(on: &chart)
    for stop in stops {
      guard let feeling = stop.touchpoint.feeling else { continue }
      for (place, moment) in stop.touchpoint.moments.enumerated() {
        let center = Point(
          x: stop.x + 22 + Double(place) * 20, y: curve.height(of: feeling) - 16)
        chart.symbol(.star(moment.polarity ?? .positive), at: center)
      }
    }
  }
}
