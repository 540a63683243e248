import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// One KPI as a bar before bands, after Few ("Bullet graph design specification", 2006).
struct BulletChart {
  let kpi: KPI
  /// Those that share the unit of the first and lie in what is possible.
  let values: [KPIValue]
  private let standing: KPIValue?
  private let target: KPIValue?
  private let baseline: KPIValue?
  private let unit: String

  /// In points, with the numbers below.
  static let height = 46.0
  private static let bandHeight = 24.0

  /// Nil where there is no number to show.
  init?(_ kpi: KPI) {
    let all = kpi.values.filter(\.quantity.value.isFinite)
    guard let first = all.first else { return nil }
    self.kpi = kpi
    unit = first.quantity.unit
    values = all.filter { $0.quantity.hasSameUnit(as: first.quantity) }
    func known(_ value: KPIValue?) -> KPIValue? {
      value.flatMap { $0.quantity.hasSameUnit(as: first.quantity) ? $0 : nil }
    }
    standing = known(kpi.standing)
    target = known(kpi.target)
    baseline = values.first { $0.role == .baseline }
  }

  var hasBands: Bool { baseline != nil && target != nil && kpi.better != nil }

  // MARK: Words

  func nameLabel(width: Double) -> Label {
    var label = Label(kpi.element.titleWithIdentifier, .strong, width: width)
    let direction = kpi.better.map { $0 == .higher ? "higher is better ▶" : "◀ lower is better" }
    let own = isUnitAtTicks ? nil : "in \(unit)"
    let words = [direction, own].compactMap { $0 }.joined(separator: " · ")
    if !words.isEmpty { label.add(words, .small, width: width, spaceAbove: 2) }
    return label
  }

  /// `72.4%, target 65% by 2027-03-31`.
  var summary: String {
    [
      standing.map { "now \($0.quantity.description)" },
      target.map { "target \($0.quantity.description)" },
      baseline.map { "baseline \($0.quantity.description)" }, state,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private var state: String? {
    guard let reached = kpi.isTargetReached, let standing, let target else { return nil }
    if reached { return "target reached" }
    let distance = abs(target.quantity.value - standing.quantity.value)
    let rounded = Quantity((distance * 1000).rounded() / 1000, unit: unit == "%" ? "points" : unit)
    return "\(rounded.description) to go"
  }

  func words(width: Double) -> Label {
    var label = Label(.leading)
    if let standing {
      label.add(
        standing.quantity.description + (state.map { ", \($0)" } ?? ""), .strong, width: width)
    } else {
      label.add("not measured yet", .strong, width: width)
    }
    if let target {
      let day = target.date.map { " by \($0.description)" } ?? ""
      label.add("target \(target.quantity.description)\(day)", .small, width: width)
    }
    for benchmark in values where benchmark.role == .benchmark {
      let kind = benchmark.benchmarkKind.map { "\($0.title) " } ?? "benchmark "
      let source = benchmark.source.map { ", \($0.plainText(in: kpi.model))" } ?? ""
      label.add(kind + benchmark.quantity.description + source, .small, width: width)
    }
    return label
  }

  // MARK: Painting

  private func scale(in plot: Rect) -> LinearScale {
    let all = values.map(\.quantity.value)
    // A value at the very end would stand on the frame.
    var range = LinearScale.niceRange(all.map { $0 * 1.05 })
    // The scale of the KPI holds where the numbers use a good part of it.
    if let possible = kpi.possible(in: unit), possible.lowerBound.isFinite,
      possible.upperBound.isFinite, possible.upperBound > possible.lowerBound,
      all.allSatisfy(possible.contains),
      kpi[Clauses.scale] != nil || range.upperBound > possible.upperBound
    {
      range = possible
    } else if unit == "%", range.upperBound > 100, all.allSatisfy((0...100).contains) {
      // Round numbers beyond a hundred per cent would promise what few rates can reach.
      range = 0...100
    }
    return LinearScale(range: range, start: plot.minX, length: plot.size.width)
  }

  func paint(on chart: inout Chart, in plot: Rect) {
    let scale = scale(in: plot)
    let band = Rect(
      origin: plot.origin.moved(0, 4), size: Size(width: plot.size.width, height: Self.bandHeight))
    paintBands(on: &chart, band, scale)
    if let standing {
      let zero = scale.place(of: max(scale.range.lowerBound, min(0, scale.range.upperBound)))
      let end = scale.place(of: standing.quantity.value)
      chart.rect(
        Rect(
          origin: Point(x: min(zero, end), y: band.center.y - 5),
          size: Size(width: max(1.5, abs(end - zero)), height: 10)), Stroke(fill: .strong))
    }
    for value in values { paint(value, on: &chart, band, scale) }
    paintTicks(on: &chart, band, scale)
  }

  private func paintBands(on chart: inout Chart, _ band: Rect, _ scale: LinearScale) {
    chart.rect(band, Stroke(fill: hasBands ? .bandGood : .bandFair))
    if hasBands, let baseline, let target, let better = kpi.better {
      let first = scale.place(of: baseline.quantity.value)
      let last = scale.place(of: target.quantity.value)
      func part(_ start: Double, _ end: Double, _ paint: Paint) {
        guard end > start else { return }
        chart.rect(
          Rect(
            origin: Point(x: start, y: band.minY),
            size: Size(width: end - start, height: band.size.height)), Stroke(fill: paint))
      }
      if better == .higher {
        part(band.minX, min(first, last), .bandPoor)
        part(first, last, .bandFair)
      } else {
        part(max(first, last), band.maxX, .bandPoor)
        part(last, first, .bandFair)
      }
    }
    chart.rect(band, Stroke(line: .stageLine, width: 0.8))
  }

  private func paint(
    _ value: KPIValue, on chart: inout Chart, _ band: Rect, _ scale: LinearScale
  ) {
    let x = scale.place(of: value.quantity.value)
    switch value.role {
    case .current: break
    case .target:
      // A hem of the ground keeps it apart from the bar.
      for stroke in [Stroke(line: .paper, width: 6), Stroke(line: .ink, width: 3.2)] {
        chart.line(Point(x: x, y: band.minY - 4), Point(x: x, y: band.maxY + 4), stroke)
      }
    case .baseline:
      chart.line(
        Point(x: x, y: band.minY), Point(x: x, y: band.maxY),
        Stroke(line: .ink, width: 1.4, dashes: "3 2"))
    case .benchmark: chart.symbol(.bullet(.benchmark), at: Point(x: x, y: band.minY))
    }
  }

  private var isUnitAtTicks: Bool { unit.isEmpty || unit == "%" || unit == "‰" }

  private func paintTicks(on chart: inout Chart, _ band: Rect, _ scale: LinearScale) {
    for tick in scale.ticks(5) {
      let x = scale.place(of: tick)
      chart.line(
        Point(x: x, y: band.maxY), Point(x: x, y: band.maxY + 4), Stroke(line: .stageLine))
      let text = formatted(tick) + (isUnitAtTicks ? unit : "")
      chart.text(text, .tick, at: Point(x: x, y: band.maxY + 12), .center)
    }
  }
}

extension BenchmarkKind {
  fileprivate var title: String {
    switch self {
    case .industry: "industry"
    case .competitor: "competitor"
    case .bestPractice: "best practice"
    case .internal: "own"
    }
  }
}
