import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Who influences whom: stakeholders on rings around the team, and how strongly.
struct InfluenceDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .influence, shows: "the stakeholder network, internal/external/indirect rings",
    notation: "radial graph", subjects: [.stakeholder], takesModel: true,
    takes: [.severalSubjects], filters: [.tag, .owner])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let name = request.subject?.title ?? request.model.title
    let title = name.map { "Who influences whom: \($0)" } ?? "Who influences whom"
    let all = request.model.all(Stakeholder.self)
    let shown =
      request.subjects.isEmpty
      ? all : around(request.subjects.compactMap { $0.as(Stakeholder.self) })
    var builder = InfluenceBuilder(
      title: title, try request.selection.filtered(shown), about: request.subjects)
    builder.build()
    guard !builder.graph.edges.isEmpty else {
      throw .nothingToShow(.influence, title: name ?? title)
    }
    var layout = RadialLayout(builder.graph)
    return Drawing(
      title: title, description: builder.description, graph: builder.graph,
      legend: builder.legend, layout: layout.layout())
  }

  /// These stakeholders with those whom they influence and who influence them.
  private static func around(_ stakeholders: [Stakeholder]) -> [Stakeholder] {
    let others = stakeholders.flatMap { stakeholder in
      stakeholder.influences.map(\.target)
        + stakeholder.element.users(by: Clauses.influences).compactMap { $0.as(Stakeholder.self) }
    }
    var seen = ElementSet()
    return (stakeholders + others).filter { seen.insert($0.id) }.sorted { $0.id < $1.id }
  }
}

extension Stakeholder {
  /// Whom it influences, with the clause that says so.
  fileprivate var influences: [(target: Stakeholder, clause: ClauseSyntax)] {
    clauses(Clauses.influences).compactMap { clause in
      guard let reference = clause.reference,
        let target = model.target(of: reference, near: element)?.as(Stakeholder.self)
      else { return nil }
      return (target, clause)
    }
  }
}

/// Turns stakeholders into the graph of a network.
struct InfluenceBuilder {
  private(set) var graph: Graph
  private var stakeholders: [Stakeholder]
  /// Are shown in any case.
  private let subjects: ElementSet
  private var nodes: [ElementID: Int] = [:]
  /// How many were left out because they influence nobody and nobody influences them.
  private var leftOut = 0
  /// How many were left out because the others have more lines.
  private var lessTied = 0

  /// With more stakeholders than this, only those are shown that are part of the network.
  private static let mostLoose = 30
  /// A larger network is drawn as the stakeholders with the most lines, each of which has a picture of
  /// its own with all its neighbours.
  private static let mostTied = 40
  private static let overviewSize = 18

  init(title: String, _ stakeholders: [Stakeholder], about subjects: [Element]) {
    self.subjects = ElementSet(subjects.map(\.id))
    graph = Graph(title: title, direction: .down)
    graph.rankSpacing = 70
    self.stakeholders = stakeholders
  }

  mutating func build() {
    leaveOutLoose()
    let counts = Dictionary(grouping: stakeholders) { $0[Clauses.stakeholderKind] }
    keepMostTied()
    for (kind, title) in Self.rings {
      let members = stakeholders.filter { $0[Clauses.stakeholderKind] == kind }
      guard !members.isEmpty else { continue }
      var label = Label()
      let count = counts[kind]?.count ?? 0
      let words = lessTied > 0 ? "\(title): \(members.count) of \(count)" : title
      label.add(words, .ringTitle, width: 200)
      let ring = graph.clusters.count
      graph.clusters.append(
        Graph.Cluster(name: "ring \(title)", label: label, style: .ring))
      for stakeholder in members { add(stakeholder, ring: ring) }
    }
    for stakeholder in stakeholders { addEdges(of: stakeholder) }
  }

  /// From the inside out.
  private static let rings: [(kind: StakeholderKind?, title: String)] = [
    (.internal, "internal"), (.external, "external"), (.indirect, "indirect"),
    (nil, "kind not said"),
  ]

  private mutating func leaveOutLoose() {
    guard stakeholders.count > Self.mostLoose else { return }
    var tied = ElementSet()
    for stakeholder in stakeholders {
      for (target, _) in stakeholder.influences {
        tied.insert(stakeholder.id)
        tied.insert(target.id)
      }
    }
    let rest = stakeholders.filter { tied.contains($0.id) }
    leftOut = stakeholders.count - rest.count
    stakeholders = rest
  }

  private mutating func keepMostTied() {
    guard stakeholders.count > Self.mostTied else { return }
    var lines: [ElementID: Int] = [:]
    for stakeholder in stakeholders {
      for (target, _) in stakeholder.influences where target != stakeholder {
        lines[stakeholder.id, default: 0] += 1
        lines[target.id, default: 0] += 1
      }
    }
    let others = stakeholders.filter { !subjects.contains($0.id) }
    let places = others.indices.sorted {
      (-(lines[others[$0].id] ?? 0), $0) < (-(lines[others[$1].id] ?? 0), $1)
    }
    let kept = ElementSet(places.prefix(Self.overviewSize).map { others[$0].element.id })
    let rest = stakeholders.filter { subjects.contains($0.id) || kept.contains($0.id) }
    lessTied = stakeholders.count - rest.count
    stakeholders = rest
  }

  private mutating func add(_ stakeholder: Stakeholder, ring: Int) {
    var label = Label()
    label.add(stakeholder.element.titleWithIdentifier, .strong, width: 118)
    if let attitude = stakeholder[Clauses.attitude] {
      label.add(attitude.rawValue, .small, width: 118, spaceAbove: 1)
    }
    nodes[stakeholder.id] = graph.nodes.count
    graph.nodes.append(
      Graph.Node(
        name: stakeholder.key, figure: .stakeholder, label: label,
        size: Size(
          width: max(96, label.size.width.rounded(.up) + 24), height: label.size.height + 16),
        element: stakeholder.element, cluster: ring, tooltip: stakeholder.element.tooltip,
        tint: stakeholder[Clauses.attitude]?.tint ?? Tint.none))
  }

  private mutating func addEdges(of stakeholder: Stakeholder) {
    guard let source = nodes[stakeholder.id] else { return }
    for (target, clause) in stakeholder.influences where target != stakeholder {
      guard let node = nodes[target.id] else { continue }
      let strength: InfluenceStrength? = clause.choice()
      var label: Label?
      if let how = clause.text?.plainText(in: stakeholder.model) {
        label = Label()
        label?.add(how, .edge, width: 104)
      }
      let adverb = strength.map { $0 == .strong ? " strongly" : " weakly" } ?? ""
      graph.edges.append(
        Graph.Edge(
          source: source, target: node, style: strength == .weak ? .weakInfluence : .influence,
          head: .target, label: label,
          tooltip: "\(stakeholder.title) influences \(target.title)\(adverb)"))
    }
  }

  // MARK: Words

  var legend: Legend {
    var legend = Legend()
    let attitudes = Set(stakeholders.compactMap { $0[Clauses.attitude] })
    for attitude in Attitude.allCases where attitudes.contains(attitude) {
      legend.add(.tint(attitude.tint), attitude.rawValue)
    }
    if graph.edges.contains(where: { $0.style == .influence }) {
      legend.add(.line(.influence, nil), "influences strongly, or how strongly is not said")
    }
    if graph.edges.contains(where: { $0.style == .weakInfluence }) {
      legend.add(.line(.weakInfluence, nil), "influences weakly")
    }
    return legend
  }

  /// What a reader who does not see the picture is told.
  var description: String {
    var left = leftOut > 0 ? " \(leftOut) more influence nobody, and nobody influences them." : ""
    if lessTied > 0 { left += " \(lessTied) more have fewer ties than these." }
    let lines = graph.edges.map { edge in
      edge.tooltip + (edge.label.map { ": \($0.text)." } ?? ".")
    }
    return "\(counted(stakeholders.count, "stakeholder")).\(left) " + lines.joined(separator: " ")
  }
}

extension Attitude {
  /// The colour of an attitude, never without its word.
  fileprivate var tint: Tint {
    switch self {
    case .champion: .green
    case .supporter: .blue
    case .neutral: .none
    case .critic: .orange
    case .opponent: .red
    }
  }
}
