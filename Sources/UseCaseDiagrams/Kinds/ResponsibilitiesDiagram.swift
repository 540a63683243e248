import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Who is responsible, accountable, consulted and informed (RACI).
struct ResponsibilitiesDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .responsibilities,
    shows: "who is responsible, accountable, consulted and informed", notation: "RACI matrix",
    subjects: [.journey, .system, .package], takesModel: true, takes: .severalSubjects,
    filters: [.priority, .status, .tag, .actor, .timebox, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let elements = request.model.elements.filter { element in
      [.useCase, .touchpoint].contains(element.kind) && request.isAbout(element)
        && request.selection.shows(element)
    }
    let work = ResponsibilityMatrix(elements, in: request.model)
    guard !work.parties.isEmpty else {
      throw .nothingToShow(.responsibilities, title: request.scopeTitle ?? "the model")
    }
    let title = request.scopeTitle.map { "Responsibilities: \($0)" } ?? "Responsibilities"
    var chart = Chart()
    let matrix = work.matrix
    let top = chart.heading(
      title, "Whoever is accountable is the owner: its own, or that of what it stands in.",
      width: matrix.width)
    _ = matrix.paint(on: &chart, at: Point(x: 0, y: top))
    return Drawing(
      title: title, description: work.description, chart: chart, legend: work.legend)
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
