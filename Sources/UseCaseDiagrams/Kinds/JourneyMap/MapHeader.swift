import UseCaseModel
import UseCaseSyntax
import UseCaseText

extension JourneyMap {
  private static let cardWidth = 420.0

  /// The title of the map with what is said of the journey, and who makes it; gives the height that
  /// is taken, in points.
  mutating func paintHeader(width: Double) -> Double {
    let journey = scope.journey
    let cards = journey.personas.map { PersonaCard($0, width: Self.cardWidth) }
    let room = max(360, min(560, width - 2 * 20))
    var label = Label(journey.element.titleWithIdentifier, .poster, width: room)
    if let part = scope.part { label.add(part.title, .heading, width: room, spaceAbove: 4) }
    label.add(facts, .small, width: room, spaceAbove: 6)
    let supports = journey.targets(Clauses.supports).map(\.title)
    if !supports.isEmpty {
      label.add(
        "For: ", .smallStrong, supports.joined(separator: ", "), .small, width: room, spaceAbove: 2)
    }
    let kpis = journey.targets(Clauses.kpis).map { kpi in
      [kpi.title, kpi.as(KPI.self)?.standingAndTarget].compactMap { $0 }.joined(separator: " ")
    }
    if !kpis.isEmpty {
      label.add(
        "Measured by: ", .smallStrong, kpis.joined(separator: ", "), .small, width: room,
        spaceAbove: 2)
    }
    let size = label.size
    chart.text(
      label, in: Rect(origin: .zero, size: Size(width: room, height: size.height)), .top)
    chart.include(Point(x: size.width, y: size.height))
    return max(size.height, paint(cards, from: room + 40, width: width, below: size.height)) + 22
  }

  private var facts: String {
    let journey = scope.journey
    var facts = [journey.state.rawValue]
    if let owner = journey.element.owner { facts.append("owned by \(owner.title)") }
    if let day = journey[Clauses.reviewed] { facts.append("reviewed \(day.description)") }
    return facts.joined(separator: "\u{A0}· ")
  }

  /// Beside the title where there is room, below it otherwise; gives the lower edge, in points.
  private mutating func paint(
    _ cards: [PersonaCard], from start: Double, width: Double, below title: Double
  ) -> Double {
    let isBeside = start + Self.cardWidth <= width
    let left = isBeside ? start : 0
    var (x, y, bottom) = (left, isBeside ? 0 : title + 14, 0.0)
    for card in cards {
      if x > left, x + Self.cardWidth > width { (x, y) = (left, bottom + 12) }
      card.paint(on: &chart, at: Point(x: x, y: y))
      bottom = max(bottom, y + card.height)
      x += Self.cardWidth + 20
    }
    return max(bottom, title)
  }
}

/// Who makes the journey: a name, what this customer says, and what this customer is after.
private struct PersonaCard {
  private let persona: Persona
  private let width: Double
  private var label = Label(.leading)

  private static let portrait = 44.0

  init(_ persona: Persona, width: Double) {
    self.persona = persona
    self.width = width
    let room = width - Self.portrait - 40
    label.add(persona.title, .strong, width: room)
    let segments = persona.targets(Clauses.segment).map(\.title)
    if !segments.isEmpty { label.add(segments.joined(separator: ", "), .small, width: room) }
    if let quote = persona[Clauses.quote]?.plainText(in: persona.model) {
      label.add("“\(quote)”", .thought, width: room, spaceAbove: 3)
    }
    for goal in persona.texts(Clauses.goals) {
      label.add(
        "Goal: ", .smallStrong, goal.plainText(in: persona.model), .note, width: room,
        spaceAbove: 3)
    }
  }

  var height: Double { max(Self.portrait, label.size.height) + 20 }

  func paint(on chart: inout Chart, at origin: Point) {
    let frame = Rect(origin: origin, size: Size(width: width, height: height))
    chart.group("uc-persona", of: persona.element, frame: frame) { chart in
      chart.rect(frame, radius: 8, Stroke(fill: .stage, line: .rule), isOutline: true)
      paintPortrait(
        on: &chart, at: Point(x: frame.minX + 12 + Self.portrait / 2, y: frame.center.y))
      chart.text(
        label,
        in: Rect(
          origin: origin.moved(Self.portrait + 26, 0),
          size: Size(width: width - Self.portrait - 34, height: height)))
    }
    chart.include(frame)
  }

  /// Head and shoulders in a circle.
  private func paintPortrait(on chart: inout Chart, at center: Point) {
    chart.circle(center, Self.portrait / 2, Stroke(fill: .card, line: .actorLine, width: 1.4))
    chart.circle(center.moved(0, -6), 7, Stroke(fill: .strong))
    var shoulders = Path()
    shoulders.move(to: center.moved(-13, 15))
    shoulders.curve(center.moved(-12, 2), center.moved(12, 2), to: center.moved(13, 15))
    shoulders.close()
    chart.path(shoulders, Stroke(fill: .strong))
  }
}
