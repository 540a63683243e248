import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Where each KPI stands between its baseline and its target, beside its benchmarks (bullet charts
/// after Few 2006).
struct KPIsDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .kpis, shows: "KPIs with baseline, current value, target and benchmarks",
    notation: "bullet charts", subjects: [.package, .journey, .objective, .kpi], takesModel: true,
    takes: .severalSubjects, filters: [.tag, .owner], parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let charts = try kpis(of: request).compactMap(BulletChart.init)
    guard !charts.isEmpty else {
      throw .nothingToShow(.kpis, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "KPIs of \($0)" } ?? "KPIs"
    if charts.count > PartsOverview.mostRows,
      let overview = overview(of: charts.map(\.kpi), request)
    {
      return overview.drawing(title: title)
    }
    var builder = BulletCharts(
      request.isTooLarge(rows: charts.count)
        ? Array(charts.prefix(PartsOverview.mostRows)) : charts)
    builder.leftOut = Array(charts.dropFirst(builder.count)).map(\.kpi.title)
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

extension KPIsDiagram {
  /// The parts that measure the KPIs; nil where they have no charts of their own.
  private static func overview(of kpis: [KPI], _ request: DiagramRequest) -> PartsOverview? {
    let stages = request.dividedStages
    let division = request.division(
      byStages: Division(kpis) { $0.element.users(by: Clauses.kpis).flatMap(stages) },
      or: [
        Division(kpis) { request.packages(of: $0.element) },
        Division(kpis) { $0.element.users(by: Clauses.measuredBy) },
        Division(kpis) { $0.element.users(by: Clauses.kpis).compactMap { $0.enclosing(.journey) } },
      ])
    guard let division else { return nil }
    return PartsOverview(
      of: division,
      [
        PartsOverview.Column("KPIs", width: 60, counting: "KPI"),
        PartsOverview.Column(
          "Target reached", width: 100, counting: "at the target", "at the target"),
        PartsOverview.Column("Not yet", width: 70, counting: "not yet there", "not yet there"),
        PartsOverview.Column(
          "Nothing to compare", width: 130, counting: "with nothing to compare",
          "with nothing to compare", isGap: true),
      ], hint: "its KPIs", title: \.title
    ) { members in
      let reached = members.map(\.isTargetReached)
      return [members.count] + [true, false, nil].map { state in reached.count { $0 == state } }
    }
  }
}

/// One row for each KPI: its name, its chart, and what the numbers say.
private struct BulletCharts {
  private(set) var chart = Chart()
  private let rows: [BulletChart]
  /// The titles of those that are too many.
  var leftOut: [String] = []

  private static let nameWidth = 220.0
  private static let plotWidth = 380.0
  private static let wordsWidth = 210.0
  private static let gap = 24.0

  init(_ rows: [BulletChart]) { self.rows = rows }

  var count: Int { rows.count }

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
    guard !leftOut.isEmpty else { return }
    _ = chart.remark(remark, at: Point(x: 0, y: y + 10), width: width)
  }

  private var remark: String {
    "Left out, because these are too many for one picture: \(named(leftOut))"
  }

  var description: String {
    counted(rows.count, "KPI") + ". "
      + rows.map { "\($0.kpi.title): \($0.summary)" }
      .joined(separator: ". ") + "." + (leftOut.isEmpty ? "" : " \(remark).")
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
