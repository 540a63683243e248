import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// A row of the map: what it says of each touchpoint, or of each stage as a whole.
struct MapLane {
  /// Lanes of one part stand together.
  enum Part: String, CaseIterable {
    case customer = "Customer"
    case frontstage = "Frontstage"
    case backstage = "Backstage"
    case support = "Support"
    case insight = "What we make of it"

    /// What is crossed on the way down to it from the last part above, as service blueprints call it.
    func lineBelow(_ above: Part?) -> String? {
      switch self {
      case .customer, .insight: nil
      case .frontstage: "line of interaction"
      case .support where above == .backstage: "line of internal interaction"
      case .backstage, .support: "line of visibility"
      }
    }
  }

  /// What is said of one touchpoint.
  struct Cell {
    /// The place of its touchpoint among all.
    let touchpoint: Int
    /// The columns that it takes; more than its own where it has much to say and others nothing.
    let columns: Range<Int>
    let blocks: [MapBlock]

    /// The cell of a touchpoint in its own column.
    init(_ touchpoint: Int, _ blocks: [MapBlock], columns: Range<Int>? = nil) {
      self.touchpoint = touchpoint
      self.columns = columns ?? touchpoint..<touchpoint + 1
      self.blocks = blocks
    }
  }

  enum Content {
    case touchpoints([Cell])
    case stages([[MapBlock]])
    case emotions
  }

  let part: Part
  let title: String
  let content: Content

  var isEmpty: Bool {
    switch content {
    case .touchpoints(let cells): cells.allSatisfy(\.blocks.isEmpty)
    case .stages(let cells): cells.allSatisfy(\.isEmpty)
    case .emotions: false
    }
  }
}

/// Reads the lanes of a journey from its model; lanes without content are left out.
struct MapLanes {
  let sections: [JourneyScope.Section]
  /// The room for words in the column of a touchpoint, in points.
  let columnWidth: Double
  /// That of a stage with so many touchpoints, in points.
  let stageWidth: (Int) -> Double

  private var touchpoints: [Touchpoint] { sections.flatMap(\.touchpoints) }

  var all: [MapLane] {
    let lanes = customer + frontstage + backstage + support + insight
    return lanes.filter { !$0.isEmpty }
  }

  private var customer: [MapLane] {
    [
      stage(.customer, "Needs and expectations") { needs($0.element, width: $1) },
      lane(.customer, "Action") { words($0[Clauses.action]) },
      lane(.customer, "Wanted outcome") { words($0[Clauses.outcome]) },
      lane(.customer, "Needs here") { needs($0.element, width: columnWidth) },
      lane(.customer, "Thoughts") { touchpoint in
        touchpoint.texts(Clauses.thinks).map {
          block("“\($0.plainText(in: touchpoint.model))”", .thought)
        }
      },
      touchpoints.contains { $0.feeling != nil }
        ? MapLane(part: .customer, title: "Emotion", content: .emotions) : nil,
      lane(.customer, "In their words") { touchpoint in
        touchpoint.first(Clauses.feels)?.text.map {
          [block("“\($0.plainText(in: touchpoint.model))”", .thought)]
        } ?? []
      },
      lane(.customer, "Pains", pains),
    ].compactMap { $0 }
  }

  private var frontstage: [MapLane] {
    [
      lane(.frontstage, "Channel") { touchpoint in
        touchpoint.channels.map { block($0.title, .note, .pill, element: $0) }
      },
      lane(.frontstage, "Response") { words($0[Clauses.response]) },
      lane(.frontstage, "Evidence") { $0.texts(Clauses.physicalEvidence).flatMap(words) },
    ]
  }

  private var backstage: [MapLane] {
    [
      lane(.backstage, "Backstage") { touchpoint in
        touchpoint.clauses(Clauses.backstage).compactMap { said($0, touchpoint.element) }
          .map { block($0, .note, .card(.other)) }
      }
    ]
  }

  /// What the people behind the scenes work with.
  private var support: [MapLane] {
    [
      lane(.support, "Use cases") { touchpoint in
        touchpoint.useCases.map {
          block($0.element.titleWithIdentifier, .note, .pill, element: $0.element)
        }
      }
    ]
  }

  private var insight: [MapLane] {
    [
      moments,
      lane(.insight, "Opportunities") { touchpoint in
        touchpoint.clauses(Clauses.opportunity).compactMap { said($0, touchpoint.element) }
          .map { block($0, .note, .card(.lowRisk)) }
      },
      lane(.insight, "KPIs here") { $0.targets(Clauses.kpis).map { kpi($0, width: columnWidth) } },
      stage(.insight, "KPIs of the stage") { stage, width in
        stage.targets(Clauses.kpis).map { kpi($0, width: width) }
      },
      lane(.insight, "Owner") { touchpoint in
        touchpoint.element.owner.map { [block($0.title, .small, element: $0)] } ?? []
      },
    ]
  }

  // MARK: Cells

  private func lane(
    _ part: MapLane.Part, _ title: String, _ cell: (Touchpoint) -> [MapBlock]
  ) -> MapLane {
    let cells = touchpoints.enumerated().map { MapLane.Cell($0, cell($1)) }
    return MapLane(part: part, title: title, content: .touchpoints(cells))
  }

  /// Few touchpoints have moments of truth, but with much to say: these take the column beside their
  /// own where that is empty and of the same stage.
  private var moments: MapLane {
    var cells: [MapLane.Cell] = []
    var first = 0
    for section in sections {
      let moments = section.touchpoints.map(\.moments)
      var free = moments.map(\.isEmpty)
      for (place, own) in moments.enumerated() where !own.isEmpty {
        var columns = place..<place + 1
        if own.count > 1 || blocks(of: own[0], width: columnWidth).count > 2 {
          if place + 1 < free.count, free[place + 1] {
            columns = place..<place + 2
          } else if place > 0, free[place - 1] {
            columns = place - 1..<place + 1
          }
        }
        for column in columns { free[column] = false }
        let width = columns.count > 1 ? stageWidth(columns.count) : columnWidth
        cells.append(
          MapLane.Cell(
            first + place, own.flatMap { blocks(of: $0, width: width) },
            columns: first + columns.lowerBound..<first + columns.upperBound))
      }
      first += moments.count
    }
    return MapLane(part: .insight, title: "Moments of truth", content: .touchpoints(cells))
  }

  private func stage(
    _ part: MapLane.Part, _ title: String, _ cell: (Stage, Double) -> [MapBlock]
  ) -> MapLane {
    MapLane(
      part: part, title: title,
      content: .stages(sections.map { cell($0.stage, stageWidth($0.touchpoints.count)) }))
  }

  private func block(
    _ text: String, _ style: TextStyle, _ look: MapBlock.Look = .plain, symbol: Symbol? = nil,
    element: Element? = nil
  ) -> MapBlock {
    MapBlock(text, style, look, symbol: symbol, element: element, width: columnWidth)
  }

  private func words(_ text: TextSyntax?) -> [MapBlock] {
    guard let text, let model = sections.first?.stage.model else { return [] }
    return [block(text.plainText(in: model), .note)]
  }

  private func needs(_ element: Element, width: Double) -> [MapBlock] {
    let needs = element.texts(Clauses.needs) + element.texts(Clauses.expects)
    return needs.map {
      MapBlock($0.plainText(in: element.model), .note, .card(.useCase), width: width)
    }
  }

  /// What hurts, and what answers it.
  private func pains(of touchpoint: Touchpoint) -> [MapBlock] {
    let hasOpportunity = touchpoint.first(Clauses.opportunity) != nil
    return touchpoint.clauses(Clauses.pain).compactMap { clause in
      guard let text = clause.text?.plainText(in: touchpoint.model) else { return nil }
      var pain = block(text, .note, .card(.highRisk))
      let answers = touchpoint.element.targets(of: clause.answeredBy).map(\.title)
      let width = columnWidth - MapBlock.inset(.card(.highRisk))
      if !answers.isEmpty {
        pain.label.add("→ " + answers.joined(separator: ", "), .small, width: width, spaceAbove: 2)
      } else if !hasOpportunity {
        pain.label.add("nothing answers it yet", .smallStrong, width: width, spaceAbove: 2)
      }
      return pain
    }
  }

  /// A text and who does it.
  private func said(_ clause: ClauseSyntax, _ element: Element) -> String? {
    guard let text = clause.text?.plainText(in: element.model) else { return nil }
    let who = clause.by?.reference.flatMap { element.model.target(of: $0, near: element)?.title }
    let tail = [who, clause.within.map { "within \($0.description)" }].compactMap { $0 }
    return text + (tail.isEmpty ? "" : "\u{A0}– " + tail.joined(separator: ", "))
  }

  /// The title with its star, and a card for each measure.
  private func blocks(of moment: Moment, width: Double) -> [MapBlock] {
    let look = MapBlock.Look.card(.note)
    var title = MapBlock(
      moment.title, .smallStrong, look, symbol: .star(moment.polarity ?? .positive),
      element: moment.element, width: width)
    let facts = [moment[Clauses.momentKind]?.title, moment.impact.map { "impact \($0)" }]
    title.label.add(
      facts.compactMap { $0 }.joined(separator: "\u{A0}· "), .small,
      width: width - MapBlock.inset(look, hasSymbol: true))
    var blocks = [title]
    for (name, clause) in [("Before", Clauses.proactive), ("After", Clauses.reactive)] {
      for measure in moment.clauses(clause).compactMap({ said($0, moment.element) }) {
        var card = MapBlock("", .note, look, width: width)
        card.label = Label(.leading)
        card.label.add(
          "\(name): ", .smallStrong, measure, .note, width: width - MapBlock.inset(look))
        blocks.append(card)
      }
    }
    return blocks
  }

  private func kpi(_ element: Element, width: Double) -> MapBlock {
    var block = MapBlock(element.title, .note, .card(.card), element: element, width: width)
    if let words = element.as(KPI.self)?.standingAndTarget {
      block.label.add(words, .small, width: width - MapBlock.inset(.card(.card)))
    }
    return block
  }
}

extension KPI {
  /// `72.4% → 65%`: where it stands, and where it shall be.
  var standingAndTarget: String? {
    let values = [standing, target].compactMap { $0?.quantity.description }
    return values.isEmpty ? nil : values.joined(separator: " → ")
  }
}
