import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Who is responsible, accountable, consulted and informed (RACI).
struct ResponsibilitiesDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .responsibilities,
    shows: "who is responsible, accountable, consulted and informed", notation: "RACI matrix",
    subjects: [.journey, .system, .package], takesModel: true, takes: .severalSubjects,
    filters: [.priority, .status, .tag, .actor, .timebox, .owner], parts: [.stage])

  /// More use cases or touchpoints than this are drawn as parts, each with a picture of its own.
  private static let mostOfAKind = 40

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    // Systems stand together, and so do stages.
    let elements = [ElementKind.useCase, .touchpoint].flatMap { request.model.all($0) as [Element] }
      .filter { request.isAbout($0) && request.selection.shows($0) }
    var work = ResponsibilityMatrix(elements, in: request.model)
    guard !work.parties.isEmpty else {
      throw .nothingToShow(.responsibilities, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Responsibilities: \($0)" } ?? "Responsibilities"
    var remark: String?
    if work.most > mostOfAKind {
      let overview = overview(of: work.elements, request)
      if let overview { return overview.drawing(title: title) }
      let rest = work.elements.dropFirst(mostOfAKind)
      remark = "Left out, because these are too many for one picture: \(named(rest.map(\.title)))"
      work = ResponsibilityMatrix(Array(work.elements.prefix(mostOfAKind)), in: request.model)
    }
    var chart = Chart()
    let matrix = work.matrix
    let top = chart.heading(
      title, "Whoever is accountable is the owner: its own, or that of what it stands in.",
      width: matrix.width)
    let height = matrix.paint(on: &chart, at: Point(x: 0, y: top))
    if let remark {
      _ = chart.remark(remark, at: Point(x: 0, y: top + height + 10), width: matrix.width)
    }
    return Drawing(
      title: title, description: work.description + (remark.map { " \($0)." } ?? ""),
      chart: chart, legend: work.legend)
  }

  /// The systems and journeys that the work stands in, packages, or stages; nil where it has no parts.
  private static func overview(of work: [Element], _ request: DiagramRequest) -> PartsOverview? {
    let division = request.division(
      byStages: Division(work, by: request.dividedStages),
      or: [
        Division(work) { element in
          (element.as(UseCase.self)?.system?.element ?? element.enclosing(.journey)).map { [$0] }
            ?? request.packages(of: element)
        }
      ])
    guard let division else { return nil }
    return PartsOverview(
      of: division,
      [
        PartsOverview.Column("Rows", width: 60, counting: "row"),
        PartsOverview.Column("Who is named", width: 100, counting: "is named", "are named"),
        PartsOverview.Column(
          "Somebody is missing", width: 140, counting: "where somebody is missing",
          "where somebody is missing", isGap: true),
      ], hint: "its own matrix", title: \.title
    ) { members in
      let matrix = ResponsibilityMatrix(members, in: request.model)
      return [members.count, matrix.parties.count, matrix.gaps]
    }
  }
}

/// Work by row, parties by column, the letters of RACI where they meet.
private struct ResponsibilityMatrix {
  private let work: [(element: Element, parties: [Responsibility: [Element]])]
  /// In the order in which tables of people name them: roles, stakeholders, actors.
  let parties: [Element]
  /// Touchpoints by stage, use cases by system, in the order in which these first occur.
  private let sections: [Matrix.Section<Matrix.Row>]

  private static let kinds: [ElementKind] = [.role, .stakeholder, .actor]

  /// What somebody has to do with.
  var elements: [Element] { work.map(\.element) }

  /// How many there are of the kind that there are most of: use cases or touchpoints.
  var most: Int {
    let useCases = work.count { $0.element.kind == .useCase }
    return max(useCases, work.count - useCases)
  }

  /// In how many rows somebody is missing.
  var gaps: Int { sections.flatMap(\.members).count { $0.gap != nil } }

  init(_ elements: [Element], in model: Model) {
    let work = elements.map { (element: $0, parties: $0.responsibilities) }
      .filter { !$0.parties.isEmpty }
    let named = Set(work.flatMap { $0.parties.values.flatMap { $0 }.map(\.id) })
    let parties = Self.kinds.flatMap { model.all($0) as [Element] }
      .filter { named.contains($0.id) }
    self.work = work
    self.parties = parties
    sections = Self.sections(of: work, parties)
  }

  var matrix: Matrix {
    Matrix(
      columns: Self.kinds.compactMap { kind in
        let members = parties.filter { $0.kind == kind }
        return members.isEmpty
          ? nil
          : Matrix.Section(
            head: Matrix.Head(title: sentence(kind.plural)),
            members: members.map { Matrix.Head(title: $0.title, element: $0) })
      },
      rows: sections, name: "raci", wordsWidth: sections.contains { $0.hasGap } ? 150 : 0)
  }

  var description: String {
    work.map { element, parties in
      let parts = Responsibility.allCases.compactMap { part -> String? in
        guard let who = parties[part] else { return nil }
        return "\(part.rawValue) \(listed(who.map(\.title)))"
      }
      return "\(element.title): \(parts.joined(separator: "; "))"
    }.joined(separator: ". ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    for part in Responsibility.allCases where work.contains(where: { $0.parties[part] != nil }) {
      legend.add(.badge(part.badge), part.rawValue)
    }
    if sections.contains(where: \.hasGap) { legend.add(.gap, "somebody is missing") }
    return legend
  }

  private static func sections(
    of work: [(element: Element, parties: [Responsibility: [Element]])], _ columns: [Element]
  ) -> [Matrix.Section<Matrix.Row>] {
    let columns = Dictionary(
      columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [Element?: Int] = [:]
    var sections: [Matrix.Section<Matrix.Row>] = []
    for (element, parties) in work {
      let owner = element.as(UseCase.self)?.system?.element ?? element.parent
      let place = places[owner] ?? sections.count
      if place == sections.count {
        places[owner] = place
        let head = owner.map { Matrix.Head(title: $0.title, element: $0) }
        sections.append(Matrix.Section(head: head, members: []))
      }
      sections[place].members.append(row(element, parties, columns))
    }
    return sections
  }

  private static func row(
    _ element: Element, _ known: [Responsibility: [Element]], _ columns: [Element: Int]
  ) -> Matrix.Row {
    var parts: [Int: [Responsibility]] = [:]
    for part in Responsibility.allCases {
      for column in Set((known[part] ?? []).compactMap { columns[$0] }) {
        parts[column, default: []].append(part)
      }
    }
    let marks = parts.compactMapValues(Responsibility.badge)
    // Nobody says of most work who does it; only where others are named is somebody missing.
    let missing = [Responsibility.responsible, .accountable].filter { known[$0] == nil }
    let saysMore = known.keys.contains { $0 != .accountable }
    return Matrix.Row(
      head: Matrix.Head(title: element.titleWithIdentifier, element: element), marks: marks,
      gap: saysMore && !missing.isEmpty
        ? "nobody \(listed(missing.map(\.rawValue), with: "or"))" : nil)
  }
}

extension Matrix.Section<Matrix.Row> {
  fileprivate var hasGap: Bool { members.contains { $0.gap != nil } }
}

extension Responsibility {
  /// Its letter; each has a shape of its own.
  fileprivate var badge: Badge {
    let letter = rawValue.prefix(1).uppercased()
    return switch self {
    case .responsible: Badge(text: letter)
    case .accountable: Badge(text: letter, shape: .square)
    case .consulted: Badge(text: letter, style: .outlined)
    case .informed: Badge(text: letter, style: .dashed)
    }
  }

  /// One badge for all that somebody has to do with a piece of work.
  fileprivate static func badge(of parts: [Responsibility]) -> Badge? {
    guard var badge = parts.first?.badge else { return nil }
    if parts.count > 1 {
      badge = Badge(
        text: parts.map(\.badge.text).joined(),
        shape: parts.contains(.accountable) ? .square : .circle)
    }
    return badge
  }
}
