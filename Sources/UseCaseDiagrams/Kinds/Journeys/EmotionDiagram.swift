import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// The emotion curve of a journey, with its moments of truth as stars.
struct EmotionDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .emotion, shows: "what customers feel along a journey, with its moments of truth",
    notation: "emotion curve", subjects: [.journey], takesModel: false,
    filters: ViewFilter.allCases,
    parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let scope = try JourneyScope(request)
    guard scope.touchpoints.contains(where: { $0.feeling != nil }) else {
      throw .nothingToShow(.emotion, title: scope.title)
    }
    let title = "Emotion curve: \(scope.title)"
    if scope.isOverview { return JourneyOverview(scope).chart(title: title) }
    var builder = EmotionChart(scope)
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }
}

/// A column for each touchpoint: above the curve its moments, below it its name and the words. A long
/// journey goes on in the next row.
private struct EmotionChart {
  private(set) var chart = Chart()
  private let scope: JourneyScope
  private let rows: [[JourneyScope.Section]]

  private static let left = 100.0
  private static let columnWidth = 108.0
  private static let textWidth = 96.0
  private static let rowDistance = 26.0
  /// A row of more touchpoints is wider than a screen.
  private static let mostColumns = 16

  init(_ scope: JourneyScope) {
    self.scope = scope
    rows = Self.rows(of: scope.sections)
  }

  /// As few rows as there can be, about equally long; no stage is torn apart.
  private static func rows(of sections: [JourneyScope.Section]) -> [[JourneyScope.Section]] {
    let count = sections.reduce(0) { $0 + $1.touchpoints.count }
    let wanted = max(1, (count + mostColumns - 1) / mostColumns)
    var rows: [[JourneyScope.Section]] = []
    var placed = 0
    for section in sections {
      // A stage stands in the row in which its middle would.
      let middle = Double(placed) + Double(section.touchpoints.count) / 2
      let row = min(wanted - 1, Int(middle * Double(wanted) / Double(count)))
      while rows.count <= row { rows.append([]) }
      rows[row].append(section)
      placed += section.touchpoints.count
    }
    return rows.filter { !$0.isEmpty }
  }

  private var touchpoints: [Touchpoint] { scope.touchpoints }

  mutating func build(title: String) {
    let columns = rows.map { row in row.reduce(0) { $0 + $1.touchpoints.count } }
    let width = Self.left + Double(columns.max() ?? 0) * Self.columnWidth
    var top = chart.heading(title, scope.journey.facts, width: width)
    for row in rows { top = paint(row, top: top) + Self.rowDistance }
  }

  /// Paints a row and gives its lower edge, in points.
  private mutating func paint(_ row: [JourneyScope.Section], top: Double) -> Double {
    let touchpoints = row.flatMap(\.touchpoints)
    let width = Self.left + Double(touchpoints.count) * Self.columnWidth
    let titles = stageTitles(of: row)
    let titleHeight = (titles.map(\.size.height).max() ?? 0) + 12
    let moments = touchpoints.map { MomentStack($0.moments, width: Self.textWidth) }
    let momentHeight = moments.map(\.height).max() ?? 0
    let names = touchpoints.map(name)
    let nameHeight = names.map(\.size.height).max() ?? 0
    let plot = Rect(
      origin: Point(x: Self.left, y: top + titleHeight + momentHeight + 14),
      size: Size(width: width - Self.left, height: EmotionCurve.height))
    let bottom = plot.maxY + 12 + nameHeight + 10
    paintStages(row, titles, top: top, bottom: bottom)
    let stops = touchpoints.enumerated().map {
      EmotionCurve.Stop(touchpoint: $1, x: column($0) + Self.columnWidth / 2)
    }
    let curve = EmotionCurve(stops: stops, frame: plot, part: "feeling")
    curve.paintGrid(on: &chart, labelsAt: 0)
    curve.paintArea(on: &chart)
    paintMoments(moments, top: top + titleHeight + 4, curve)
    curve.paintLine(on: &chart)
    curve.paintFaces(on: &chart)
    for (place, touchpoint) in touchpoints.enumerated() {
      paint(touchpoint, names[place], at: Point(x: column(place), y: plot.maxY + 12))
    }
    chart.include(Point(x: width, y: bottom))
    return bottom
  }

  var description: String {
    let parts = touchpoints.compactMap { touchpoint in
      touchpoint.feeling.map { "\(touchpoint.title): \($0.rawValue)" }
    }
    return counted(touchpoints.count, "touchpoint") + ". " + parts.joined(separator: "; ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    let moments = touchpoints.flatMap(\.moments)
    for polarity in Polarity.allCases where moments.contains(where: { $0.polarity == polarity }) {
      legend.add(.star(polarity), "\(polarity.rawValue) moment of truth")
    }
    return legend
  }

  /// The left edge of a column.
  private func column(_ place: Int) -> Double { Self.left + Double(place) * Self.columnWidth }

  // MARK: Stages

  private func stageTitles(of row: [JourneyScope.Section]) -> [Label] {
    row.map {
      Label(
        $0.stage.title, .heading,
        width: Double($0.touchpoints.count) * Self.columnWidth - 12, .center)
    }
  }

  private mutating func paintStages(
    _ row: [JourneyScope.Section], _ titles: [Label], top: Double, bottom: Double
  ) {
    var x = Self.left
    for (place, (section, title)) in zip(row, titles).enumerated() {
      let width = Double(section.touchpoints.count) * Self.columnWidth
      let band = Rect(
        origin: Point(x: x, y: top), size: Size(width: width, height: bottom - top))
      if place.isMultiple(of: 2) { chart.rect(band, radius: 6, Stroke(fill: .stage)) }
      let frame = Rect(
        origin: band.origin.moved(0, 6),
        size: Size(width: width, height: max(24, title.size.height)))
      chart.group("uc-stage", of: section.stage.element, frame: frame) { $0.text(title, in: frame) }
      x += width
    }
  }

  // MARK: Touchpoints

  private func name(of touchpoint: Touchpoint) -> Label {
    var label = Label(
      touchpoint.element.titleWithIdentifier, .smallStrong, width: Self.textWidth, .center)
    if let words = touchpoint.first(Clauses.feels)?.text?.plainText(in: touchpoint.model),
      !words.isEmpty
    {
      label.add("“\(words)”", .smallItalic, width: Self.textWidth, spaceAbove: 3)
    }
    return label
  }

  private mutating func paint(_ touchpoint: Touchpoint, _ name: Label, at origin: Point) {
    let frame = Rect(
      origin: origin, size: Size(width: Self.columnWidth, height: max(24, name.size.height)))
    chart.group("uc-touchpoint", of: touchpoint.element, frame: frame) {
      $0.text(name, in: frame, .top)
    }
  }

  // MARK: Moments

  private mutating func paintMoments(
    _ stacks: [MomentStack], top: Double, _ curve: EmotionCurve
  ) {
    let bottom = top + (stacks.map(\.height).max() ?? 0)
    for (stop, stack) in zip(curve.stops, stacks) where !stack.moments.isEmpty {
      if let feeling = stop.touchpoint.feeling {
        chart.line(
          Point(x: stop.x, y: bottom + 2), Point(x: stop.x, y: curve.height(of: feeling) - 10),
          Stroke(line: .star, dashes: "2 3"))
      }
      stack.paint(on: &chart, x: stop.x, bottom: bottom)
    }
  }
}

extension Journey {
  /// Whose journey it is, and whether it is real.
  var facts: String {
    let persona = personas.first.map { "as \($0.title) feels it" }
    return [persona, state.rawValue].compactMap { $0 }.joined(separator: " · ")
  }
}

/// The moments of truth of a touchpoint: a star for each, with its title below.
private struct MomentStack {
  let moments: [(moment: Moment, label: Label)]
  private let width: Double

  init(_ moments: [Moment], width: Double) {
    self.width = width
    self.moments = moments.map { ($0, Label($0.title, .momentTitle, width: width, .center)) }
  }

  var height: Double { moments.reduce(0) { $0 + Self.height($1.label) } }

  private static func height(_ label: Label) -> Double { max(26, 22 + label.size.height) }

  /// The stack stands on the curve's upper edge.
  func paint(on chart: inout Chart, x: Double, bottom: Double) {
    var y = bottom - height
    for (moment, label) in moments {
      let frame = Rect(
        origin: Point(x: x - width / 2, y: y),
        size: Size(width: width, height: Self.height(label)))
      chart.group("uc-moment", of: moment.element, frame: frame) { chart in
        chart.symbol(.star(moment.polarity ?? .positive), at: Point(x: x, y: y + 10))
        chart.text(label, in: frame.moved(0, 19), .top)
      }
      y += frame.size.height
    }
  }
}
