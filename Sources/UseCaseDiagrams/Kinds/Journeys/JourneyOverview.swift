import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stands in for a picture with too many touchpoints: its stages, each of which leads to a picture
/// of its own.
struct JourneyOverview {
  private let scope: JourneyScope

  private static let left = 100.0
  private static let leastStage = 136.0
  /// How far touchpoints are apart at most, in points.
  private static let greatestStep = 14.0

  init(_ scope: JourneyScope) { self.scope = scope }

  private var description: String {
    let parts = scope.sections.map { section in
      section.stage.title + ": " + facts(of: section).joined(separator: ", ") + "."
    }
    return "An overview of \(counted(scope.sections.count, "stage")). "
      + parts.joined(separator: " ")
  }

  /// What there is in a stage, in numbers.
  private func facts(of section: JourneyScope.Section) -> [String] {
    let touchpoints = section.touchpoints
    var facts = [counted(touchpoints.count, "touchpoint")]
    let feelings = Feeling.rising.reversed().compactMap { feeling in
      let count = touchpoints.count { $0.feeling == feeling }
      return count > 0 ? "\(count)\u{A0}\(feeling.rawValue)" : nil
    }
    if !feelings.isEmpty { facts.append(feelings.joined(separator: ", ")) }
    let moments = touchpoints.reduce(0) { $0 + $1.moments.count }
    if moments > 0 {
      facts.append(moments == 1 ? "1 moment of truth" : "\(moments) moments of truth")
    }
    let pains = touchpoints.reduce(0) { $0 + $1.clauses(Clauses.pain).count }
    if pains > 0 { facts.append(counted(pains, "pain")) }
    return facts
  }

  // MARK: What customers feel

  /// The curve of the whole journey above what there is in each stage.
  func chart(title: String) -> Drawing {
    var chart = Chart()
    let count = scope.sections.reduce(0) { $0 + $1.touchpoints.count }
    let step = min(Self.greatestStep, 1400 / Double(count))
    let widths = scope.sections.map { max(Self.leastStage, Double($0.touchpoints.count) * step) }
    let width = Self.left + widths.reduce(0, +)
    let top = chart.heading(title, scope.journey.facts, width: width)
    let titles = zip(scope.sections, widths).map { section, width in
      Label(section.stage.title, .heading, width: width - 16, .center)
    }
    let titleHeight = max(24, titles.map(\.size.height).max() ?? 0) + 12
    let words = zip(scope.sections, widths).map { section, width in
      var label = Label()
      for fact in facts(of: section) { label.add(fact, .small, width: width - 16) }
      return label
    }
    let plot = Rect(
      origin: Point(x: Self.left, y: top + titleHeight + 6),
      size: Size(width: width - Self.left, height: EmotionCurve.height))
    let bottom = plot.maxY + 10 + (words.map(\.size.height).max() ?? 0) + 12
    var stops: [EmotionCurve.Stop] = []
    var x = Self.left
    for (place, (section, width)) in zip(scope.sections, widths).enumerated() {
      let band = Rect(origin: Point(x: x, y: top), size: Size(width: width, height: bottom - top))
      if place.isMultiple(of: 2) { chart.rect(band, radius: 6, Stroke(fill: .stage)) }
      let head = Rect(
        origin: band.origin.moved(0, 6), size: Size(width: width, height: titleHeight - 12))
      chart.group("uc-stage", of: section.stage.element, frame: head) { chart in
        chart.text(titles[place], in: head)
      }
      chart.text(
        words[place],
        in: Rect(origin: Point(x: x, y: plot.maxY + 10), size: Size(width: width, height: 0)),
        .top)
      let share = width / Double(section.touchpoints.count)
      for (place, touchpoint) in section.touchpoints.enumerated() {
        stops.append(
          EmotionCurve.Stop(touchpoint: touchpoint, x: x + (Double(place) + 0.5) * share))
      }
      x += width
    }
    let curve = EmotionCurve(stops: stops, frame: plot, part: "feeling")
    curve.paintGrid(on: &chart, labelsAt: 0)
    curve.paintArea(on: &chart)
    curve.paintLine(on: &chart)
    chart.include(Point(x: width, y: bottom))
    return Drawing(title: title, description: description, chart: chart)
  }

  // MARK: The ways between the stages

  /// How many ways lead from stage to stage.
  func graph(title: String, _ journey: JourneyGraph, _ direction: ViewDirection) -> Drawing {
    var graph = Graph(title: title, direction: direction == .right ? .right : .down)
    graph.nodeSpacing = 40
    graph.rankSpacing = 46
    for section in scope.sections { add(section, to: &graph) }
    let places = Dictionary(
      scope.sections.enumerated().map { ($1.stage.id, $0) }, uniquingKeysWith: { first, _ in first }
    )
    func place(of point: JourneyGraph.Point) -> Int? {
      guard case .touchpoint(let place) = point else { return nil }
      return journey.touchpoints[place].stage.flatMap { places[$0.id] }
    }
    var counts: [[Int]: Int] = [:]
    for edge in journey.edges {
      guard let source = place(of: edge.source), let target = place(of: edge.target),
        source != target
      else { continue }
      counts[[source, target], default: 0] += 1
    }
    for (ends, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var label = Label()
      label.add(counted(count, "way"), .edge, width: 100)
      let isBack = ends[1] < ends[0]
      graph.edges.append(
        Graph.Edge(
          source: isBack ? ends[1] : ends[0], target: isBack ? ends[0] : ends[1],
          style: .transition, head: isBack ? .source : .target, label: label,
          weight: ends[1] == ends[0] + 1 ? 4 : 1,
          tooltip: "\(scope.sections[ends[0]].stage.title) → "
            + "\(scope.sections[ends[1]].stage.title): \(counted(count, "way"))"))
    }
    return Drawing(title: title, description: description, graph: graph)
  }

  private func add(_ section: JourneyScope.Section, to graph: inout Graph) {
    var label = Label()
    label.add(section.stage.title, .heading, width: 200)
    let facts = facts(of: section)
    for (place, fact) in facts.enumerated() {
      label.add(fact, .small, width: 200, spaceAbove: place == 0 ? 3 : 0)
    }
    graph.nodes.append(
      Graph.Node(
        name: section.stage.key, figure: .part, label: label,
        size: Size(
          width: max(200, label.size.width.rounded(.up) + 32),
          height: (label.size.height / 2).rounded(.up) * 2 + 26),
        element: section.stage.element, tooltip: section.stage.title))
  }
}
