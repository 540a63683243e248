import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// What the use cases, the stakeholders and the plan do for a journey, and where they do nothing.
struct CoverageDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .coverage,
    shows: "touchpoints by use cases, stakeholders by touchpoints, stages by timeboxes, with gaps",
    notation: "matrices", subjects: [.journey], takesModel: true, takes: .severalSubjects,
    filters: [.tag, .owner], parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let parts = try parts(of: request)
    guard !parts.isEmpty else {
      throw .nothingToShow(.coverage, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Coverage of \($0)" } ?? "Coverage"
    let count = parts.reduce(0) { $0 + $1.touchpoints.count }
    if count > JourneyScope.mostTouchpoints {
      let stages = parts.count > 1 ? parts : parts[0].stageByStage
      if stages.count > 1 { return PartsOverview(stages).drawing(title: title) }
    }
    return drawing(of: parts, title: title)
  }

  private static func parts(of request: DiagramRequest) throws(DiagramError) -> [CoverageMatrices] {
    let stages = request.subjects.compactMap { $0.as(Stage.self) }
    let parts = stages.compactMap(CoverageMatrices.init)
    guard stages.count < request.subjects.count || stages.isEmpty else { return parts }
    return parts
      + (try request.elements(Journey.self).filter { !$0.touchpoints.isEmpty })
      .map(CoverageMatrices.init)
  }

  private static func drawing(of parts: [CoverageMatrices], title: String) -> Drawing {
    var chart = Chart()
    var sections: [CoverageSection] = []
    for part in parts {
      let prefix = parts.count > 1 ? "\(part.element.title): " : ""
      sections += part.all.map { $0.titled(prefix + $0.title) }
    }
    let width = sections.map(\.matrix.width).max() ?? 0
    var y = chart.heading(title, "A coloured row with a sign has a gap.", width: width)
    for section in sections {
      y += chart.subheading(section.title, at: Point(x: 0, y: y), width: width)
      y += section.matrix.paint(on: &chart, at: Point(x: 0, y: y)) + 8
      if let remark = section.remark {
        y += chart.remark(remark, at: Point(x: 0, y: y), width: width)
      }
      y += 28
    }
    return Drawing(
      title: title, description: description(of: sections), chart: chart,
      legend: legend(of: sections))
  }

  private static func description(of sections: [CoverageSection]) -> String {
    sections.map { section in
      let rows = section.matrix.rows.flatMap(\.members)
      let gaps = rows.filter { $0.gap != nil }.map(\.head.title)
      let end = gaps.isEmpty ? "no gaps" : "gaps: \(gaps.joined(separator: ", "))"
      return "\(section.title): \(rows.count) rows, \(end)"
    }.joined(separator: ". ") + "."
  }

  private static func legend(of sections: [CoverageSection]) -> Legend {
    var legend = Legend()
    let badges = sections.flatMap { $0.matrix.rows.flatMap(\.members) }
      .flatMap { $0.marks.values }
    for (badge, words) in CoverageMatrices.meanings where badges.contains(badge) {
      legend.add(.badge(badge), words)
    }
    if sections.contains(where: { $0.matrix.rows.flatMap(\.members).contains { $0.gap != nil } }) {
      legend.add(.gap, "gap")
    }
    return legend
  }
}

/// A matrix with what it is called.
private struct CoverageSection {
  var title: String
  let matrix: Matrix
  /// What it does not show.
  var remark: String?

  func titled(_ title: String) -> CoverageSection {
    var copy = self
    copy.title = title
    return copy
  }
}

/// The three matrices of a journey or of one of its stages, as far as the model says anything of
/// them.
struct CoverageMatrices {
  /// The journey or the stage.
  let element: Element
  private let stages: [Stage]
  private let model: Model

  private static let realises = Badge(text: "")
  private static let takesPart = Badge(text: "T")
  private static let accountable = Badge(text: "A", shape: .square)
  private static let responsible = Badge(text: "R", style: .outlined)
  private static let consulted = Badge(text: "C", style: .outlined)
  private static let informed = Badge(text: "I", style: .dashed)

  fileprivate static let meanings: [(badge: Badge, words: String)] = [
    (realises, "realises the touchpoint"), (takesPart, "takes part as an actor"),
    (accountable, "is accountable: owns it"), (responsible, "is responsible"),
    (consulted, "is consulted"), (informed, "is informed"),
  ]

  init(_ journey: Journey) {
    element = journey.element
    model = journey.model
    stages = journey.stages.filter { !$0.touchpoints.isEmpty }
  }

  /// Nil for a stage without touchpoints.
  init?(_ stage: Stage) {
    guard !stage.touchpoints.isEmpty else { return nil }
    element = stage.element
    model = stage.model
    stages = [stage]
  }

  /// The same of each of the stages.
  var stageByStage: [CoverageMatrices] { stages.compactMap(CoverageMatrices.init) }

  fileprivate var all: [CoverageSection] { [useCases, stakeholders, timeboxes].compactMap { $0 } }

  var touchpoints: [Touchpoint] { stages.flatMap(\.touchpoints) }

  private var isStage: Bool { element.kind == .stage }

  // MARK: In numbers

  /// How much there is, and how much of it has a gap: touchpoints and use cases.
  struct Counts {
    /// Touchpoints for which a use case is wanted.
    let realisable: Int
    let unrealised: Int
    let useCases: Int
    let unplanned: Int
    /// Touchpoints that need no use case of ours.
    let external: Int
  }

  var counts: Counts {
    let touchpoints = touchpoints
    var seen = Set<ElementID>()
    let useCases = touchpoints.flatMap(\.useCases).filter { seen.insert($0.id).inserted }
    let external = touchpoints.count { $0.useCases.isEmpty && $0.isExternal }
    return Counts(
      realisable: touchpoints.count - external,
      unrealised: touchpoints.count { $0.useCases.isEmpty && !$0.isExternal },
      useCases: useCases.count, unplanned: useCases.count(where: isUnplanned), external: external)
  }

  private func isUnplanned(_ useCase: UseCase) -> Bool {
    useCase.timebox == nil && useCase.priority != .wont
  }

  // MARK: Touchpoints by use cases

  private var useCases: CoverageSection? {
    let needed = Set(touchpoints.flatMap(\.useCases).map(\.id))
    guard !needed.isEmpty else { return nil }
    let all = model.all(UseCase.self)
    let columns = sections(all.filter { needed.contains($0.id) }.map(\.element)) {
      UseCase(element: $0).system?.element
    }
    let places = places(of: columns)
    let rows = stages.map { stage in
      Matrix.Section(
        head: Matrix.Head(title: stage.title, element: stage.element),
        members: stage.touchpoints.map { touchpoint in
          var row = Matrix.Row(head: head(touchpoint.element), marks: [:])
          for useCase in touchpoint.useCases {
            if let place = places[useCase.id] { row.marks[place] = Self.realises }
          }
          if touchpoint.useCases.isEmpty {
            if touchpoint.isExternal { row.remark = "external" } else { row.gap = "no use case" }
          }
          return row
        })
    }
    // Use cases of no touchpoint may still be needed by people who are no customers.
    let others = all.filter { !needed.contains($0.id) && $0.status != .retired }
    return CoverageSection(
      title: "Touchpoints and the use cases that realise them",
      matrix: Matrix(columns: columns, rows: rows, name: "use-cases \(element.name)"),
      remark: others.isEmpty || isStage
        ? nil
        : "At no touchpoint of this journey: " + named(others.map(\.title)))
  }

  // MARK: Stakeholders by touchpoints

  private var stakeholders: CoverageSection? {
    let stakeholders = model.all(Stakeholder.self)
    guard !stakeholders.isEmpty else { return nil }
    let ties = tiesByParty
    let columns = stages.map { stage in
      Matrix.Section(
        head: Matrix.Head(title: stage.title, element: stage.element),
        members: stage.touchpoints.map { head($0.element) })
    }
    let rows = stakeholders.compactMap { stakeholder -> Matrix.Row? in
      var closest: [Int: Int] = [:]
      for id in party(stakeholder) { closest.merge(ties[id] ?? [:], uniquingKeysWith: min) }
      var row = Matrix.Row(
        head: head(stakeholder.element), marks: closest.mapValues { Self.ties[$0] })
      guard row.marks.isEmpty else { return row }
      // Who is not met at one stage may be met at another.
      guard !isStage else { return nil }
      row.gap = "no touchpoint"
      return row
    }
    // A row for each of very many who meet nothing says less than their names in a line.
    let unmet = rows.filter { $0.gap != nil }
    let most = max(0, PartsOverview.mostRows - (rows.count - unmet.count))
    let isListed = Set(unmet.dropFirst(most).map(\.head.element))
    let shown = rows.filter { !isListed.contains($0.head.element) }
    guard !shown.isEmpty else { return nil }
    return CoverageSection(
      title: "Stakeholders and the touchpoints they meet",
      matrix: Matrix(
        columns: columns, rows: [Matrix.Section(head: nil, members: shown)],
        name: "stakeholders \(element.name)"),
      remark: unmet.count > most
        ? "Also at no touchpoint: " + named(unmet.dropFirst(most).map(\.head.title)) : nil)
  }

  /// How somebody can be tied to a touchpoint, the closest first.
  private static let ties = [
    takesPart, accountable, responsible, consulted, informed, takesPart,
  ]

  /// By everybody who is named: the closest tie to each touchpoint, by the touchpoint's place.
  private var tiesByParty: [ElementID: [Int: Int]] {
    var result: [ElementID: [Int: Int]] = [:]
    for (place, touchpoint) in touchpoints.enumerated() {
      let parts = touchpoint.element.responsibilities
      let actors = touchpoint.useCases.flatMap { $0.primaryActors + $0.supportingActors }
      let named = [
        touchpoint.targets(Clauses.touchpointActors), parts[.accountable] ?? [],
        parts[.responsible] ?? [], parts[.consulted] ?? [], parts[.informed] ?? [],
        actors.map(\.element),
      ]
      for (tie, elements) in named.enumerated() {
        for element in elements where result[element.id]?[place] == nil {
          result[element.id, default: [:]][place] = tie
        }
      }
    }
    return result
  }

  /// A stakeholder, and the actors and roles that stand for the same people.
  private func party(_ stakeholder: Stakeholder) -> Set<ElementID> {
    var ids: Set<ElementID> = [stakeholder.id]
    if let actor = stakeholder.target(Clauses.represents)?.as(Actor.self) {
      ids.formUnion(([actor] + actor.ancestors + actor.children).map(\.id))
    }
    for role in stakeholder.element.users(by: Clauses.heldBy) { ids.insert(role.id) }
    return ids
  }

  // MARK: Stages by timeboxes

  private var timeboxes: CoverageSection? {
    let timeboxes = model.all(Timebox.self)
    guard !timeboxes.isEmpty else { return nil }
    // Of a large plan most timeboxes deliver nothing of one journey.
    let needed = Set(touchpoints.flatMap(\.useCases).compactMap { $0.timebox?.id })
    let others = timeboxes.filter { !needed.contains($0.id) }
    let columns = sections(timeboxes.filter { needed.contains($0.id) }.map(\.element)) { $0.parent }
    let places = places(of: columns)
    let rows = stages.map { stage in
      var seen = Set<ElementID>()
      let useCases = stage.touchpoints.flatMap(\.useCases).filter { seen.insert($0.id).inserted }
      var counts: [Int: Int] = [:]
      for useCase in useCases {
        if let timebox = useCase.timebox, let place = places[timebox.id] {
          counts[place, default: 0] += 1
        }
      }
      var row = Matrix.Row(
        head: head(stage.element), marks: counts.mapValues { Badge(text: String($0)) })
      let open = useCases.filter(isUnplanned)
      if !open.isEmpty {
        row.gap = "\(counted(open.count, "use case")) unplanned"
      } else if useCases.isEmpty {
        row.remark = "no use case"
      }
      return row
    }
    return CoverageSection(
      title: "Stages and the timeboxes that deliver their use cases",
      matrix: Matrix(
        columns: columns, rows: [Matrix.Section(head: nil, members: rows)],
        name: "timeboxes \(element.name)", wordsWidth: 150),
      remark: others.isEmpty || isStage
        ? nil : "Timeboxes that deliver nothing of this journey: " + named(others.map(\.title)))
  }

  // MARK: Heads

  private func head(_ element: Element) -> Matrix.Head {
    Matrix.Head(title: element.titleWithIdentifier, element: element)
  }

  /// Elements under what they belong to, in the order in which it first occurs.
  private func sections(
    _ elements: [Element], by owner: (Element) -> Element?
  ) -> [Matrix.Section<Matrix.Head>] {
    var owners: [Element?] = []
    var members: [Element?: [Matrix.Head]] = [:]
    for element in elements {
      let owner = owner(element)
      if members[owner] == nil { owners.append(owner) }
      members[owner, default: []].append(head(element))
    }
    return owners.map { owner in
      Matrix.Section(
        head: owner.map { Matrix.Head(title: $0.title, element: $0) },
        members: members[owner] ?? [])
    }
  }

  private func places(of columns: [Matrix.Section<Matrix.Head>]) -> [ElementID: Int] {
    let heads = columns.flatMap(\.members)
    return Dictionary(
      heads.enumerated().compactMap { place, head in head.element.map { ($0.id, place) } },
      uniquingKeysWith: { first, _ in first })
  }
}
