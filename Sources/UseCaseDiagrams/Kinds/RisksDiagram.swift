import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Risks by probability and impact, before and after their mitigation.
struct RisksDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .risks,
    shows: "risks by probability and impact, inherent and residual, with what is done",
    notation: "risk matrix of five by five", subjects: [.package], takesModel: true,
    takes: .severalSubjects, filters: [.tag, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let risks = try request.elements(Risk.self)
    guard risks.contains(where: { $0.inherent != nil }) else {
      throw .nothingToShow(.risks, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Risks of \($0)" } ?? "Risks"
    if risks.count > PartsOverview.mostRows,
      let overview = overview(of: Division(risks) { request.packages(of: $0.element) })
    {
      return overview.drawing(title: title)
    }
    var builder = RiskMatrix(risks)
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }

  /// The packages that the risks stand in; nil where there are not several.
  private static func overview(of division: Division<Risk>) -> PartsOverview? {
    guard let division = Division.best(of: [division]) else { return nil }
    let levels = Array(RiskScore.Level.allCases.reversed())
    return PartsOverview(
      of: division,
      [PartsOverview.Column("Risks", width: 60, counting: "risk")]
        + levels.map { level in
          PartsOverview.Column(
            level.rawValue.capitalizedFirst, width: 80, counting: level.rawValue, level.rawValue)
        } + [
          PartsOverview.Column(
            "Nothing done yet", width: 110, counting: "with nothing done yet",
            "with nothing done yet", isGap: true)
        ], hint: "its risks", title: \.title
    ) { members in
      let found = members.map { $0.inherent?.level }
      return [members.count] + levels.map { level in found.count { $0 == level } }
        + [members.count { $0.clauses(Clauses.mitigation).isEmpty }]
    }
  }
}

/// Numbers in the cells of the matrix, and a table that says what they stand for.
private struct RiskMatrix {
  private(set) var chart = Chart()
  private let risks: [(number: Int, risk: Risk)]
  /// How many are left out because the others are worse.
  private let leftOut: Int
  /// By score, in ascending order.
  private let inherent: [RiskScore: [Int]]
  private let residual: [RiskScore: [Int]]

  private static let cellSize = 94.0
  private static let markerHeight = 27.0
  private static let tableDistance = 36.0

  init(_ risks: [Risk]) {
    // The worst come first, as whoever reads the table wants them.
    let sorted = risks.enumerated().sorted { left, right in
      let products = [left, right].map { $0.element.inherent?.product ?? 0 }
      return products[0] == products[1] ? left.offset < right.offset : products[0] > products[1]
    }
    leftOut = max(0, sorted.count - PartsOverview.mostRows)
    let numbered = sorted.prefix(PartsOverview.mostRows).enumerated().map {
      (number: $0 + 1, risk: $1.element)
    }
    func numbers(_ score: (Risk) -> RiskScore?) -> [RiskScore: [Int]] {
      Dictionary(
        numbered.compactMap { number, risk in score(risk).map { ($0, [number]) } },
        uniquingKeysWith: +)
    }
    self.risks = numbered
    inherent = numbers(\.inherent)
    residual = numbers(\.residual)
  }

  mutating func build(title: String) {
    let table = table
    let gridWidth = ScoreGrid.leftAxis + 5 * Self.cellSize
    let width = gridWidth + Self.tableDistance + table.width
    let top = chart.heading(
      title, "From 1 to 5 each; from \(RiskScore.high) of 25 on a risk is high.", width: width)
    let grid = ScoreGrid(
      origin: Point(x: ScoreGrid.leftAxis, y: top),
      columnWidths: [Double](repeating: Self.cellSize, count: 5),
      rowHeights: (1...5).reversed().map(rowHeight), horizontal: .scores("Impact"),
      vertical: .scores("Probability"))
    paintCells(grid)
    grid.paint(on: &chart)
    paintMarkers(grid)
    let height = table.paint(on: &chart, at: Point(x: gridWidth + Self.tableDistance, y: top))
    guard let remark else { return }
    _ = chart.remark(
      remark, at: Point(x: gridWidth + Self.tableDistance, y: top + height + 10), width: table.width
    )
  }

  private var remark: String? {
    leftOut > 0
      ? "\(counted(leftOut, "risk")) with no higher product left out, to keep this readable" : nil
  }

  var description: String {
    let parts = risks.compactMap { _, risk -> String? in
      guard let inherent = risk.inherent else { return nil }
      let residual = risk.residual.map { ", then \($0.product)" } ?? ""
      return "\(risk.title): \(inherent.product)\(residual)"
    }
    return counted(parts.count, "risk") + " by probability times impact. "
      + parts.joined(separator: "; ") + "." + (remark.map { " \($0)." } ?? "")
  }

  var legend: Legend {
    var legend = Legend()
    legend.add(.badge(Badge(text: "1", style: .solid)), "before anything is done")
    if risks.contains(where: { $0.risk.residual != nil }) {
      legend.add(.badge(Badge(text: "1", style: .outlined)), "once the mitigation works")
    }
    for level in RiskScore.Level.allCases {
      legend.add(.swatch(level.paint), "\(level.rawValue), \(level.products)")
    }
    return legend
  }

  // MARK: The matrix

  /// Who stands in a cell: above those before anything is done, below those that remain.
  private func numbers(_ score: RiskScore, isInherent: Bool) -> [Int] {
    (isInherent ? inherent : residual)[score] ?? []
  }

  private static let perLine = 3

  private func lines(_ score: RiskScore, isInherent: Bool) -> Int {
    (numbers(score, isInherent: isInherent).count + Self.perLine - 1) / Self.perLine
  }

  private func rowHeight(_ probability: Int) -> Double {
    let scores = (1...5).compactMap { RiskScore(probability: probability, impact: $0) }
    let lines = [true, false].map { isInherent in
      scores.map { max(1, self.lines($0, isInherent: isInherent)) }.max() ?? 1
    }
    return 18 + Double(lines[0] + lines[1]) * Self.markerHeight
  }

  private mutating func paintCells(_ grid: ScoreGrid) {
    for probability in 1...5 {
      for impact in 1...5 {
        guard let score = RiskScore(probability: probability, impact: impact) else { continue }
        let cell = grid.cell(column: impact, row: probability)
        chart.rect(cell, Stroke(fill: score.level.paint))
      }
    }
  }

  private func place(
    _ number: Int, _ isInherent: Bool, _ score: RiskScore, _ grid: ScoreGrid
  ) -> Point {
    let cell = grid.cell(column: score.impact, row: score.probability)
    let numbers = numbers(score, isInherent: isInherent)
    let place = numbers.firstIndex(of: number) ?? 0
    let inLine = min(Self.perLine, numbers.count - place / Self.perLine * Self.perLine)
    let line = Double(place / Self.perLine)
    let x = cell.center.x + 4 + (Double(place % Self.perLine) - Double(inLine - 1) / 2) * 26
    let y =
      isInherent
      ? cell.minY + 18 + (line + 0.5) * Self.markerHeight - 4
      : cell.maxY - 2 - (line + 0.5) * Self.markerHeight
    return Point(x: x, y: y)
  }

  private mutating func paintMarkers(_ grid: ScoreGrid) {
    let badges = risks.flatMap { number, risk in
      [
        risk.inherent.map { place(number, true, $0, grid) },
        risk.residual.map { place(number, false, $0, grid) },
      ].compactMap { $0 }
    }
    for (number, risk) in isCrowded ? [] : risks {
      guard let inherent = risk.inherent, let residual = risk.residual, residual != inherent else {
        continue
      }
      let ends = (place(number, true, inherent, grid), place(number, false, residual, grid))
      let others = badges.filter { $0.distance(to: ends.0) > 1 && $0.distance(to: ends.1) > 1 }
      paintArrow(from: ends.0, to: ends.1, past: others)
    }
    paintProducts(grid)
    for (number, risk) in risks {
      for (score, isInherent) in [(risk.inherent, true), (risk.residual, false)] {
        guard let score else { continue }
        let center = place(number, isInherent, score, grid)
        let badge = Badge(text: String(number), style: isInherent ? .solid : .outlined)
        let frame = Rect(center: center, size: Size(width: 24, height: 24))
        chart.group(
          "uc-risk", of: risk.element, as: isInherent ? "" : "residual",
          tooltip: "\(risk.title): \(score.probability) × \(score.impact)", frame: frame
        ) { $0.symbol(.badge(badge), at: center) }
      }
    }
  }

  /// More arrows than these are a tangle; the numbers say then where each one comes from.
  private static let mostArrows = 16

  private var isCrowded: Bool {
    risks.count { $0.risk.residual != nil && $0.risk.residual != $0.risk.inherent }
      > Self.mostArrows
  }

  /// Arrows may pass behind the products.
  private mutating func paintProducts(_ grid: ScoreGrid) {
    for probability in 1...5 {
      for impact in 1...5 {
        guard let score = RiskScore(probability: probability, impact: impact) else { continue }
        let corner = grid.cell(column: impact, row: probability).origin
        chart.text(
          String(score.product), .small, at: corner.moved(6, 10), halo: score.level.paint)
      }
    }
  }

  private mutating func paintArrow(from start: Point, to end: Point, past others: [Point]) {
    let radius = Badge.size / 2 + 1
    // A bend leads past what stands between: the slightest that meets the fewest numbers.
    let arrows = [0.14, -0.14, 0.28, -0.28, 0.42, -0.42].map { share in
      let bend = Point(
        x: (start.x + end.x) / 2 - (end.y - start.y) * share,
        y: (start.y + end.y) / 2 + (end.x - start.x) * share)
      let tip = end.moved(towards: bend, by: radius)
      return (start: start.moved(towards: bend, by: radius), bend: bend, tip: tip)
    }
    let hits = arrows.map { arrow in
      others.count { other in
        (0...16).contains { step in
          let segment = Route.Segment(
            control1: arrow.bend, control2: arrow.bend, end: arrow.tip)
          let point = segment.point(at: Double(step) / 16, from: arrow.start)
          return point.distance(to: other) < radius + 2
        }
      }
    }
    guard let fewest = hits.min(), let place = hits.firstIndex(of: fewest) else { return }
    let (start, bend, tip) = arrows[place]
    let foot = tip.moved(towards: bend, by: 8)
    var path = Path()
    path.move(to: start)
    path.curve(bend, bend, to: foot)
    chart.path(path, Stroke(line: .strong, width: 1.4))
    chart.path(.arrowhead(from: foot, to: tip), Stroke(fill: .strong))
  }

  // MARK: The table

  private var table: Table {
    var table = Table([
      Table.Column(title: "Risk", width: 210), Table.Column(title: "Before", width: 66),
      Table.Column(title: "After", width: 66), Table.Column(title: "What is done", width: 300),
    ])
    for (number, risk) in risks {
      table.rows.append([
        Table.Cell(
          symbol: .badge(Badge(text: String(number))), name(of: risk), element: risk.element),
        Table.Cell(label(of: risk.inherent)), Table.Cell(label(of: risk.residual)),
        Table.Cell(mitigations(of: risk)),
      ])
    }
    return table
  }

  private func name(of risk: Risk) -> Label {
    var label = Label(risk.element.titleWithIdentifier, .strong, width: 184)
    if let owner = risk.element.owner { label.add(owner.title, .small, width: 184) }
    return label
  }

  private func label(of score: RiskScore?) -> Label {
    guard let score else { return Label("–", .small) }
    var label = Label(
      "\(score.product) = \(score.probability) × \(score.impact)", .body)
    label.add(score.level.rawValue, .small, width: 66)
    return label
  }

  private func mitigations(of risk: Risk) -> Label {
    var label = Label(.leading)
    for clause in risk.clauses(Clauses.mitigation) {
      guard let text = clause.text?.plainText(in: risk.model) else { continue }
      let who = clause.by?.reference.flatMap { risk.model.target(of: $0, near: risk.element) }
      label.add(
        text + (who.map { "\u{A0}– \($0.title)" } ?? ""), .body, width: 300,
        spaceAbove: label.lines.isEmpty ? 0 : 4)
    }
    return label.lines.isEmpty ? Label("nothing yet", .smallItalic) : label
  }
}

extension RiskScore.Level {
  fileprivate var paint: Paint {
    switch self {
    case .low: .lowRisk
    case .moderate: .moderateRisk
    case .high: .highRisk
    }
  }

  fileprivate var products: String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
