import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Stakeholders by power and interest, with the four strategies (Mendelow 1991).
struct StakeholdersDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .stakeholders, shows: "stakeholders by power and interest, with the four strategies",
    notation: "Mendelow's grid", subjects: [.package], takesModel: true, takes: .severalSubjects,
    filters: [.tag, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let stakeholders = try request.elements(Stakeholder.self)
    let name = request.subject?.title ?? request.model.title
    guard stakeholders.contains(where: { $0.placement != nil }) else {
      throw .nothingToShow(.stakeholders, title: name ?? "the model")
    }
    var builder = StakeholderGrid(stakeholders)
    let title = name.map { "Stakeholders of \($0)" } ?? "Stakeholders"
    builder.build(title: title)
    return Drawing(
      title: title, description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }
}

/// Puts the cards of stakeholders into the cells of their scores.
private struct StakeholderGrid {
  private(set) var chart = Chart()
  private let placed: [(stakeholder: Stakeholder, placement: Placement)]
  private let unplaced: [Stakeholder]

  private static let columnWidth = 192.0
  private static let inset = 7.0
  private static let titleHeight = 26.0
  /// How many cards a cell holds; the others are counted.
  private static let mostInCell = 12
  private static let strategies: [EngagementStrategy] = [
    .keepSatisfied, .manageClosely, .monitor, .keepInformed,
  ]

  init(_ stakeholders: [Stakeholder]) {
    placed = stakeholders.compactMap { one in one.placement.map { (one, $0) } }
    unplaced = stakeholders.filter { $0.placement == nil }
  }

  mutating func build(title: String) {
    let columnWidths = (1...5).map(columnWidth)
    let width = columnWidths.reduce(ScoreGrid.leftAxis, +)
    let top = chart.heading(
      title, "Above 3 is high. Who has much of both makes or breaks the work.", width: width)
    let grid = ScoreGrid(
      origin: Point(x: ScoreGrid.leftAxis, y: top), columnWidths: columnWidths,
      rowHeights: (1...5).reversed().map(rowHeight), horizontal: .scores("Interest"),
      vertical: .scores("Power"))
    paintQuadrants(grid)
    grid.paint(on: &chart)
    paintBorders(grid)
    for power in 1...5 {
      for interest in 1...5 { paintCards(power, interest, grid) }
    }
    guard !unplaced.isEmpty else { return }
    let names = unplaced.map(\.title).joined(separator: ", ")
    _ = chart.remark(
      "Not placed, because power or interest is missing: \(names)",
      at: Point(x: 0, y: chart.size.height + 8), width: width)
  }

  var description: String {
    let parts = [EngagementStrategy.manageClosely, .keepSatisfied, .keepInformed, .monitor]
      .compactMap { strategy -> String? in
        let names = placed.filter { $0.placement.strategy() == strategy }.map(\.stakeholder.title)
        return names.isEmpty ? nil : "\(strategy.title): \(names.joined(separator: ", "))"
      }
    return counted(placed.count, "stakeholder") + " by power and interest. "
      + parts.joined(separator: ". ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    for attitude in Attitude.allCases
    where placed.contains(where: { $0.stakeholder[Clauses.attitude] == attitude }) {
      legend.add(.face(attitude.feeling), attitude.rawValue)
    }
    return legend
  }

  // MARK: Places

  /// The cards in a cell, and how many more stakeholders stand there.
  private func cards(_ power: Int, _ interest: Int) -> (shown: [StakeholderCard], more: Int) {
    let all = placed.filter { $0.placement.power == power && $0.placement.interest == interest }
    // A card is no larger than the words that it would give way to.
    let count = all.count > Self.mostInCell + 1 ? Self.mostInCell : all.count
    let cards = all.prefix(count).map {
      StakeholderCard($0.stakeholder, width: Self.columnWidth - 2 * Self.inset)
    }
    return (cards, all.count - count)
  }

  private static let moreHeight = 20.0

  /// A column in which nobody stands is narrow, but never too narrow for the titles.
  private func columnWidth(_ interest: Int) -> Double {
    let isEmpty = !placed.contains { $0.placement.interest == interest }
    return isEmpty ? 84 : Self.columnWidth
  }

  /// The cells at the top of a quadrant leave room for its title.
  private func titleHeight(_ power: Int) -> Double {
    power == 5 || power == Placement.highAbove ? Self.titleHeight : 0
  }

  private func rowHeight(_ power: Int) -> Double {
    let stacks = (1...5).map { interest in
      let (shown, more) = cards(power, interest)
      return shown.reduce(more > 0 ? Self.inset + Self.moreHeight : Self.inset) {
        $0 + $1.height + Self.inset
      }
    }
    return max(44, stacks.max() ?? 0) + titleHeight(power)
  }

  private func area(of strategy: EngagementStrategy, _ grid: ScoreGrid) -> Rect {
    let middle = Placement.highAbove
    let (low, high) = (1...middle, (middle + 1)...5)
    return switch strategy {
    case .manageClosely: grid.area(columns: high, rows: high)
    case .keepSatisfied: grid.area(columns: low, rows: high)
    case .keepInformed: grid.area(columns: high, rows: low)
    case .monitor: grid.area(columns: low, rows: low)
    }
  }

  // MARK: Painting

  private mutating func paintQuadrants(_ grid: ScoreGrid) {
    for strategy in Self.strategies {
      chart.rect(area(of: strategy, grid), Stroke(fill: strategy.ground))
    }
  }

  private mutating func paintBorders(_ grid: ScoreGrid) {
    for strategy in Self.strategies {
      let area = area(of: strategy, grid)
      chart.rect(area, Stroke(line: .stageLine, width: 1.4))
      chart.text(
        strategy.title, .heading, at: area.origin.moved(Self.inset + 3, Self.titleHeight / 2 + 3),
        halo: strategy.ground)
    }
  }

  private mutating func paintCards(_ power: Int, _ interest: Int, _ grid: ScoreGrid) {
    let cell = grid.cell(column: interest, row: power)
    var y = cell.minY + Self.inset + titleHeight(power)
    let (shown, more) = cards(power, interest)
    for card in shown {
      card.paint(on: &chart, at: Point(x: cell.minX + Self.inset, y: y))
      y += card.height + Self.inset
    }
    guard more > 0 else { return }
    chart.text(
      "and \(more) more", .smallItalic,
      at: Point(x: cell.minX + Self.inset + 9, y: y + Self.moreHeight / 2 - 4))
  }
}

/// What a stakeholder's card says: the name, and how the stakeholder stands to the work.
private struct StakeholderCard {
  let stakeholder: Stakeholder
  let width: Double
  private var label = Label(.leading)

  init(_ stakeholder: Stakeholder, width: Double) {
    self.stakeholder = stakeholder
    self.width = width
    label.add(stakeholder.title, .strong, width: width - 42)
    var facts = [stakeholder[Clauses.stakeholderKind]?.rawValue]
    if stakeholder.has(Clauses.legitimate) { facts.append("legitimate") }
    if stakeholder.has(Clauses.urgent) { facts.append("urgent") }
    let known = facts.compactMap { $0 }
    // Below the face there is room to the edge.
    let room = label.lines.count > 1 ? width - 16 : width - 34
    if !known.isEmpty { label.add(known.joined(separator: "\u{A0}· "), .small, width: room) }
    if let strategy = stakeholder[Clauses.strategy], strategy != stakeholder.placement?.strategy() {
      label.add("but: \(strategy.title.lowercased())", .smallItalic, width: width - 16)
    }
  }

  var height: Double { max(24, label.size.height + 12) }

  func paint(on chart: inout Chart, at origin: Point) {
    let frame = Rect(origin: origin, size: Size(width: width, height: height))
    chart.group("uc-stakeholder", of: stakeholder.element, tooltip: tooltip, frame: frame) {
      chart in
      chart.rect(frame, radius: 5, Stroke(fill: .card, line: .cardLine), isOutline: true)
      chart.text(
        label,
        in: Rect(origin: origin.moved(9, 0), size: Size(width: width - 16, height: height)))
      if let attitude = stakeholder[Clauses.attitude] {
        chart.symbol(.face(attitude.feeling), at: Point(x: frame.maxX - 15, y: frame.minY + 15))
      }
    }
  }

  private var tooltip: String {
    guard let attitude = stakeholder[Clauses.attitude] else { return stakeholder.title }
    return "\(stakeholder.title), \(attitude.rawValue)"
  }
}

extension EngagementStrategy {
  /// As people call it: "Manage closely".
  var title: String {
    switch self {
    case .manageClosely: "Manage closely"
    case .keepSatisfied: "Keep satisfied"
    case .keepInformed: "Keep informed"
    case .monitor: "Monitor"
    }
  }

  /// The more attention, the stronger the ground; the title says the same.
  fileprivate var ground: Paint {
    switch self {
    case .manageClosely: .useCase
    case .keepSatisfied, .keepInformed: .stage
    case .monitor: .paper
    }
  }
}

extension Attitude {
  /// The face that shows it.
  fileprivate var feeling: Feeling {
    switch self {
    case .champion: .delighted
    case .supporter: .satisfied
    case .neutral: .neutral
    case .critic: .frustrated
    case .opponent: .angry
    }
  }
}
