import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Where each KPI stands between its baseline and its target, beside its benchmarks (bullet charts
/// after Few 2006).
struct KPIsDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .kpis, shows: "KPIs with baseline, current value, target and benchmarks",
    notation: "bullet charts", subjects: [.package, .journey, .stage, .objective, .kpi],
    takesModel: true,
    takes: .severalSubjects, filters: [.tag, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let charts = try kpis(of: request).compactMap(BulletChart.init)
    guard !charts.isEmpty else {
      throw .nothingToShow(.kpis, title: request.scopeTitle ?? "the model")
    }
    var builder = BulletCharts(charts)
    let title = request.scopeTitle.map { "KPIs of \($0)" } ?? "KPIs"
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }

  /// Those that stand in a package, or that the subject and what stands in it name.
  private static func kpis(of request: DiagramRequest) throws(DiagramError) -> [KPI] {
    guard !request.subjects.isEmpty else { return try request.elements(KPI.self) }
    var seen = Set<ElementID>()
    var result: [KPI] = []
    func visit(_ element: Element) {
      let named = element.targets(Clauses.kpis) + element.targets(Clauses.measuredBy)
      result += ([element] + named).compactMap { $0.as(KPI.self) }
        .filter { seen.insert($0.id).inserted }
      element.members.forEach(visit)
    }
    request.subjects.forEach(visit)
    return try request.selection.filtered(result)
  }
}

/// One row for each KPI: its name, its chart, and what the numbers say.
private struct BulletCharts {
  private(set) var chart = Chart()
  private let rows: [BulletChart]

  private static let nameWidth = 220.0
  private static let plotWidth = 380.0
  private static let wordsWidth = 210.0
  private static let gap = 24.0

  init(_ rows: [BulletChart]) { self.rows = rows }

  mutating func build(title: String) {
    let width = Self.nameWidth + Self.plotWidth + Self.wordsWidth + 2 * Self.gap
    var y = chart.heading(
      title, "The bar is where it stands, the upright stroke where it shall be.", width: width)
    for row in rows {
      chart.rule(Point(x: 0, y: y), Point(x: width, y: y))
      y += paint(row, top: y)
    }
    chart.rule(Point(x: 0, y: y), Point(x: width, y: y))
    chart.include(Point(x: width, y: y))
  }

  var description: String {
    counted(rows.count, "KPI") + ". "
      + rows.map { "\($0.kpi.title): \($0.summary)" }
      .joined(separator: ". ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    let roles = Set(rows.flatMap { $0.values.map(\.role) })
    if roles.contains(.current) { legend.add(.bullet(.bar), "now") }
    if roles.contains(.target) { legend.add(.bullet(.target), "target") }
    if roles.contains(.baseline) { legend.add(.bullet(.baseline), "baseline") }
    if roles.contains(.benchmark) { legend.add(.bullet(.benchmark), "benchmark") }
    if rows.contains(where: \.hasBands) {
      legend.add(.swatch(.bandPoor), "worse than the baseline")
      legend.add(.swatch(.bandFair), "from baseline to target")
      legend.add(.swatch(.bandGood), "target reached")
    }
    return legend
  }

  private mutating func paint(_ row: BulletChart, top: Double) -> Double {
    let name = row.nameLabel(width: Self.nameWidth)
    let words = row.words(width: Self.wordsWidth)
    let height = max(name.size.height, words.size.height, BulletChart.height) + 22
    let frame = Rect(
      origin: Point(x: 0, y: top), size: Size(width: Self.nameWidth, height: height))
    chart.group("uc-kpi", of: row.kpi.element, frame: frame) { $0.text(name, in: frame) }
    let plot = Rect(
      origin: Point(
        x: Self.nameWidth + Self.gap, y: top + (height - BulletChart.height) / 2),
      size: Size(width: Self.plotWidth, height: BulletChart.height))
    row.paint(on: &chart, in: plot)
    chart.text(
      words,
      in: Rect(
        origin: Point(x: plot.maxX + Self.gap, y: top),
        size: Size(width: Self.wordsWidth, height: height)))
    return height
  }
}
