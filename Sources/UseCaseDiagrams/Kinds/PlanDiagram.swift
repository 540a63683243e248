import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// The effort of increments and timeboxes by MoSCoW priority, against their capacity.
struct PlanDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .plan,
    shows:
      "increments and timeboxes: effort by priority against capacity, with the 60 % and 80 % marks",
    notation: "bars, MoSCoW (DSDM)", subjects: [.increment, .timebox, .package], takesModel: true,
    takes: .severalSubjects, filters: [.tag, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let timeboxes = try request.elements(Timebox.self)
    guard !timeboxes.isEmpty else {
      throw .nothingToShow(.plan, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Plan of \($0)" } ?? "Plan"
    if timeboxes.count > mostTimeboxes, let overview = overview(of: timeboxes, request.model) {
      return overview.drawing(title: title)
    }
    var builder = PlanChart(timeboxes, in: request.model)
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }

  /// More timeboxes than this are drawn as increments, each with a picture of its own: the list of
  /// what a timebox delivers makes it as high as two rows of other charts.
  private static let mostTimeboxes = 24

  /// The increments; nil where there are not several.
  private static func overview(of timeboxes: [Timebox], _ model: Model) -> PartsOverview? {
    let division = Division(timeboxes) { $0.increment.map { [$0.element] } ?? [] }
    guard let division = Division.best(of: [division]) else { return nil }
    let unit = model.effortUnit.rawValue
    var overview = PartsOverview(
      of: division.kind,
      [
        PartsOverview.Column("Timeboxes", width: 80, counting: "timebox", "timeboxes"),
        PartsOverview.Column("Use cases", width: 80, counting: "use case"),
        PartsOverview.Column(
          "Effort in \(unit)", width: 110, counting: "\(unit) of effort", "\(unit) of effort"),
        PartsOverview.Column(
          "Capacity", width: 80, counting: "\(unit) of capacity", "\(unit) of capacity"),
        PartsOverview.Column("Musts", width: 70, counting: "\(unit) of Musts", "\(unit) of Musts"),
        PartsOverview.Column(
          "Overfull timeboxes", width: 130, counting: "overfull", "overfull", isGap: true),
      ], hint: "its timeboxes")
    for (element, members) in division.parts {
      let bars = members.map { EffortBar($0) }
      let effort = Effort(joining: bars.map(\.effort))
      overview.add(
        element,
        [
          Double(members.count), Double(effort.parts.count + effort.unsized), effort.total,
          bars.compactMap(\.capacity).reduce(0, +), effort.sum(of: .must),
          Double(bars.count { $0.excess > 0 }),
        ])
    }
    if !division.rest.isEmpty {
      overview.remark = "In no increment: \(named(division.rest.map(\.title)))"
    }
    return overview
  }
}

/// A bar for each timebox, below the name of its increment, all on one scale.
private struct PlanChart {
  private(set) var chart = Chart()
  private let model: Model
  private let bars: [EffortBar]
  private let byIncrement: [ElementID: [EffortBar]]
  private var scale = LinearScale(range: 0...1, start: 0, length: 1)

  private static let nameWidth = 200.0
  private static let barWidth = 560.0
  private static let wordsWidth = 170.0
  private static let gap = 22.0

  init(_ timeboxes: [Timebox], in model: Model) {
    self.model = model
    let bars = timeboxes.map { EffortBar($0) }
    self.bars = bars
    byIncrement = Dictionary(
      bars.compactMap { bar in bar.timebox.increment.map { ($0.id, [bar]) } },
      uniquingKeysWith: +)
  }

  mutating func build(title: String) {
    let width = Self.nameWidth + Self.barWidth + Self.wordsWidth + 2 * Self.gap
    let left = Self.nameWidth + Self.gap
    scale = LinearScale(
      range: LinearScale.niceRange(bars.map(\.extent)), start: left, length: Self.barWidth)
    var y = chart.heading(
      title,
      "Musts should take no more than 60 % of the capacity, Musts and Shoulds no more than 80 %.",
      width: width)
    y += paintAxis(top: y, bottom: y)
    var increment: Increment?
    for bar in bars {
      if let own = bar.timebox.increment, own != increment {
        increment = own
        y += paintTitle(own, top: y + 10, width: width) + 10
      }
      y += paint(bar, top: y)
      chart.rule(Point(x: 0, y: y), Point(x: width, y: y))
    }
    chart.include(Point(x: width, y: y))
  }

  var description: String {
    bars.map { bar in
      let capacity = bar.capacity.map { " of \(model.text(ofEffort: $0))" } ?? ""
      let parts = bar.shares.map { "\($0.priority.title) \(formattedSum($0.effort))" }
      let list = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
      return "\(bar.timebox.title): \(formattedSum(bar.effort.total))\(capacity)\(list)"
    }.joined(separator: ". ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    for priority in MoSCoW.allCases
    where bars.contains(where: { $0.shares.contains { $0.priority == priority } }) {
      legend.add(.swatch(priority.paint), priority.title)
    }
    legend.add(.capacity, "capacity, marked at 60 % and 80 %")
    if bars.contains(where: { $0.excess > 0 }) { legend.add(.excess, "beyond the capacity") }
    return legend
  }

  // MARK: Rows

  private mutating func paintAxis(top: Double, bottom: Double) -> Double {
    for tick in scale.ticks(6) {
      let x = scale.place(of: tick)
      chart.text(formattedSum(tick), .tick, at: Point(x: x, y: top + 6), .center)
    }
    chart.text(
      "Effort in \(model.effortUnit.rawValue)", .small,
      at: Point(x: scale.start - Self.gap, y: top + 6), .trailing)
    return 16
  }

  private mutating func paintTitle(_ increment: Increment, top: Double, width: Double) -> Double {
    let words = totals(of: increment)
    let label = increment.planLabel(width: width - Self.wordsWidth - Self.gap, .heading)
    let size = label.size
    let frame = Rect(
      origin: Point(x: 0, y: top), size: Size(width: width, height: max(24, size.height)))
    chart.group("uc-increment", of: increment.element, frame: frame) {
      $0.text(label, in: frame)
    }
    chart.text(
      words,
      in: Rect(
        origin: Point(x: width - Self.wordsWidth, y: top),
        size: Size(width: Self.wordsWidth, height: frame.size.height)), .top)
    chart.line(
      Point(x: 0, y: frame.maxY + 5), Point(x: width, y: frame.maxY + 5),
      Stroke(line: .stageLine, width: 1.2))
    return frame.size.height + 6
  }

  /// What the timeboxes of an increment come to.
  private func totals(of increment: Increment) -> Label {
    let own = byIncrement[increment.id] ?? []
    let effort = Effort(joining: own.map(\.effort))
    var label = Label(
      EffortBar.sum(effort.total, of: own.compactMap(\.capacity).reduce(0, +), in: model), .strong,
      width: Self.wordsWidth)
    if effort.total > 0, effort.total.isFinite {
      let must = effort.sum(of: .must) / effort.total
      label.add(
        "Must: \(EffortBar.percent(must)) of the effort", .small, width: Self.wordsWidth)
    }
    return label
  }

  private mutating func paint(_ bar: EffortBar, top: Double) -> Double {
    let name = bar.timebox.planLabel(width: Self.nameWidth)
    let list = bar.list(width: Self.barWidth)
    let words = bar.words(in: model, width: Self.wordsWidth)
    let barTop = 26.0
    let height = max(
      name.size.height + 24, barTop + EffortBar.height + 15 + list.size.height + 14,
      words.size.height + 24)
    let frame = Rect(
      origin: Point(x: 0, y: top), size: Size(width: Self.nameWidth, height: height))
    let textTop = Rect(
      origin: frame.origin.moved(0, 10), size: Size(width: Self.nameWidth, height: height))
    chart.group("uc-timebox", of: bar.timebox.element, frame: frame) {
      $0.text(name, in: textTop, .top)
    }
    bar.paint(on: &chart, top: top + barTop, scale)
    chart.text(
      list,
      in: Rect(
        origin: Point(x: scale.start, y: top + barTop + EffortBar.height + 15),
        size: Size(width: Self.barWidth, height: list.size.height)), .top)
    chart.text(
      words,
      in: Rect(
        origin: Point(x: scale.start + scale.length + Self.gap, y: top + 10),
        size: Size(width: Self.wordsWidth, height: height)), .top)
    return height
  }
}

extension ElementView {
  /// Its title, its days and its goal.
  fileprivate func planLabel(width: Double, _ style: TextStyle = .strong) -> Label {
    var label = Label(element.titleWithIdentifier, style, width: width)
    if let first = self[Clauses.from], let last = self[Clauses.to] {
      label.add("\(first.description) to \(last.description)", .small, width: width)
    }
    if let goal = self[Clauses.goal]?.plainText(in: model) {
      label.add(goal, .smallItalic, width: width, spaceAbove: 2)
    }
    return label
  }
}
