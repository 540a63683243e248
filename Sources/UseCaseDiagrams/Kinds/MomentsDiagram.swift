import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Moments of truth by impact and experience, with the measures of each.
struct MomentsDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .moments, shows: "moments of truth by impact and experience, with the measures of each",
    notation: "quadrant and table", subjects: [.journey, .package], takesModel: true,
    takes: .severalSubjects, filters: [.tag, .owner], parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let moments = try request.elements(Moment.self)
    guard !moments.isEmpty else {
      throw .nothingToShow(.moments, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Moments of truth: \($0)" } ?? "Moments of truth"
    if moments.count > PartsOverview.mostRows, let overview = overview(of: moments, request) {
      return overview.drawing(title: title)
    }
    var builder = MomentGrid(moments)
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }

  /// The journeys or stages that the moments stand in; nil where they have no pictures of their own.
  private static func overview(of moments: [Moment], _ request: DiagramRequest) -> PartsOverview? {
    let stages = request.dividedStages
    let division = request.division(
      byStages: Division(moments) { stages($0.element) },
      or: [Division(moments) { $0.element.enclosing(.journey).map { [$0] } ?? [] }])
    guard let division else { return nil }
    return PartsOverview(
      of: division,
      [
        PartsOverview.Column(
          "Moments of truth", width: 110, counting: "moment of truth", "moments of truth"),
        PartsOverview.Column("Positive", width: 60, counting: "positive", "positive"),
        PartsOverview.Column("Negative", width: 60, counting: "negative", "negative"),
        PartsOverview.Column(
          "Fix first", width: 80, counting: "to fix first", "to fix first", isGap: true),
      ], hint: "its moments", title: \.title
    ) { members in
      [
        members.count, members.count { $0.polarity == .positive },
        members.count { $0.polarity == .negative }, members.count(where: \.isToBeFixedFirst),
      ]
    }
  }
}

extension Moment {
  /// Whether it matters much, and customers are not content with it.
  fileprivate var isToBeFixedFirst: Bool {
    guard let impact, (4...5).contains(impact), let score = touchpoint?.feeling?.score else {
      return false
    }
    return score < 0
  }
}

/// Stars in the cells of their scores, and a table that says what they stand for.
private struct MomentGrid {
  private(set) var chart = Chart()
  private let moments: [(number: Int, moment: Moment)]

  private static let cellSize = 92.0
  private static let tableDistance = 36.0
  private static let markerWidth = 30.0

  init(_ moments: [Moment]) {
    self.moments = moments.enumerated().map { ($0 + 1, $1) }
  }

  mutating func build(title: String) {
    let table = table
    let gridWidth = ScoreGrid.leftAxis + 5 * Self.cellSize
    let width = gridWidth + Self.tableDistance + table.width
    let top = chart.heading(
      title, "How much each one matters, and what customers feel at its touchpoint today.",
      width: width)
    let grid = ScoreGrid(
      origin: Point(x: ScoreGrid.leftAxis, y: top),
      columnWidths: [Double](repeating: Self.cellSize, count: 5),
      rowHeights: (1...5).reversed().map(rowHeight),
      horizontal: ScoreGrid.Axis(
        title: "Experience", ticks: Feeling.rising.map { .symbol(.face($0), $0.rawValue) }),
      vertical: .scores("Impact"))
    paintQuadrants(grid)
    grid.paint(on: &chart)
    paintQuadrantTitles(grid)
    for row in 1...5 { for column in 1...5 { paintMarkers(column, row, grid) } }
    _ = paintUnplaced(below: grid, width: gridWidth)
    _ = table.paint(on: &chart, at: Point(x: gridWidth + Self.tableDistance, y: top))
  }

  var description: String {
    counted(moments.count, "moment") + " of truth. "
      + moments.map { _, moment in
        let impact = moment.impact.map { "impact \($0)" }
        let feeling = moment.touchpoint?.feeling?.rawValue
        return moment.title + ": " + [impact, feeling].compactMap { $0 }.joined(separator: ", ")
      }.joined(separator: "; ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    for polarity in Polarity.allCases
    where moments.contains(where: { $0.moment.polarity == polarity }) {
      legend.add(.star(polarity), "\(polarity.rawValue) moment of truth")
    }
    return legend
  }

  // MARK: The grid

  private func moments(_ column: Int, _ row: Int) -> [(number: Int, moment: Moment)] {
    moments.filter { _, moment in
      moment.impact == row && moment.touchpoint?.feeling?.score == column - 3
    }
  }

  private func rowHeight(_ row: Int) -> Double {
    let most = (1...5).map { moments($0, row).count }.max() ?? 0
    return max(58, Double((most + 2) / 3) * 26 + 26) + (row == 5 || row == 3 ? 14 : 0)
  }

  /// Impact is high above the middle of its scale, an experience bad below that of its own.
  private func quadrants(_ grid: ScoreGrid) -> [(title: String, area: Rect, ground: Paint)] {
    [
      ("Fix first", grid.area(columns: 1...2, rows: 4...5), .highRisk),
      ("Make better", grid.area(columns: 3...3, rows: 4...5), .moderateRisk),
      ("Protect", grid.area(columns: 4...5, rows: 4...5), .lowRisk),
      ("Watch", grid.area(columns: 1...3, rows: 1...3), .stage),
      ("Keep up", grid.area(columns: 4...5, rows: 1...3), .paper),
    ]
  }

  private mutating func paintQuadrants(_ grid: ScoreGrid) {
    for quadrant in quadrants(grid) {
      chart.rect(quadrant.area, Stroke(fill: quadrant.ground))
    }
  }

  private mutating func paintQuadrantTitles(_ grid: ScoreGrid) {
    for quadrant in quadrants(grid) {
      chart.rect(quadrant.area, Stroke(line: .stageLine, width: 1.4))
      chart.text(
        quadrant.title, .smallStrong, at: quadrant.area.origin.moved(8, 12), halo: quadrant.ground)
    }
  }

  private mutating func paintMarkers(_ column: Int, _ row: Int, _ grid: ScoreGrid) {
    let cell = grid.cell(column: column, row: row)
    let all = moments(column, row)
    let columns = min(3, all.count)
    let rows = (all.count + 2) / 3
    for (place, entry) in all.enumerated() {
      let x = cell.center.x + (Double(place % 3) - Double(columns - 1) / 2) * Self.markerWidth
      let y = cell.center.y + 7 + (Double(place / 3) - Double(rows - 1) / 2) * 26
      paint(entry.number, entry.moment, at: Point(x: x, y: y))
    }
  }

  private mutating func paint(_ number: Int, _ moment: Moment, at center: Point) {
    let frame = Rect(center: center, size: Size(width: Self.markerWidth, height: 24))
    chart.group("uc-moment", of: moment.element, frame: frame) { chart in
      chart.symbol(.star(moment.polarity ?? .positive), at: center.moved(-7, 0))
      chart.text(String(number), .smallStrong, at: center.moved(2, 0))
    }
  }

  /// Moments at touchpoints that say nothing of feelings have no place in the grid.
  private mutating func paintUnplaced(below grid: ScoreGrid, width: Double) -> Double {
    let unplaced = moments.filter { _, moment in
      moment.touchpoint?.feeling == nil || moment.impact.map((1...5).contains) != true
    }
    guard !unplaced.isEmpty else { return 0 }
    let numbers = unplaced.map { String($0.number) }.joined(separator: ", ")
    return chart.remark(
      "Without a place, because the impact or the feeling is not said: \(numbers)",
      at: Point(x: 0, y: grid.frame.maxY + ScoreGrid.bottomAxis + 8), width: width)
  }

  // MARK: The table

  private var table: Table {
    var table = Table([
      Table.Column(title: "Moment of truth", width: 240),
      Table.Column(title: "Before it goes wrong", width: 250),
      Table.Column(title: "When it has gone wrong", width: 250),
      Table.Column(title: "Measured by", width: 130),
    ])
    for (number, moment) in moments {
      table.rows.append([
        Table.Cell(
          symbol: .star(moment.polarity ?? .positive), name(of: moment, number),
          element: moment.element),
        Table.Cell(measures(moment, Clauses.proactive)),
        Table.Cell(measures(moment, Clauses.reactive)),
        Table.Cell(
          Label(
            moment.targets(Clauses.kpis).map(\.title).joined(separator: ", "), .body, width: 130)
        ),
      ])
    }
    return table
  }

  private func name(of moment: Moment, _ number: Int) -> Label {
    var label = Label("\(number) \(moment.title)", .strong, width: 214)
    var facts = [moment.touchpoint?.title].compactMap { $0 }
    if let kind = moment[Clauses.momentKind] { facts.append(kind.title) }
    label.add(facts.joined(separator: " · "), .small, width: 214)
    return label
  }

  private func measures(_ moment: Moment, _ clause: Clause<TextSyntax>) -> Label {
    var label = Label(.leading)
    for measure in moment.clauses(clause) {
      guard let text = measure.text?.plainText(in: moment.model) else { continue }
      let who = measure.by?.reference.flatMap {
        moment.model.target(of: $0, near: moment.element)?.title
      }
      let tail = [who, measure.within.map { "within \($0.description)" }].compactMap { $0 }
      label.add(
        text + (tail.isEmpty ? "" : "\u{A0}– " + tail.joined(separator: ", ")), .body, width: 250,
        spaceAbove: label.lines.isEmpty ? 0 : 4)
    }
    return label
  }
}

extension Feeling {
  /// From the worst to the best.
  static let rising: [Feeling] = [.angry, .frustrated, .neutral, .satisfied, .delighted]
}

extension MomentKind {
  /// As the field calls it: "zero moment of truth".
  var title: String { "\(rawValue) moment" }
}
