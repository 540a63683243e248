import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Turns a scope into the graph of a use-case diagram.
struct UseCasesBuilder {
  private(set) var graph: Graph
  /// What a reader who does not see the picture is told.
  private(set) var description = ""

  private let scope: UseCaseScope
  private let coloring: Coloring?
  private var useCaseNodes: [ElementID: Int] = [:]
  private var actorNodes: [ElementID: Int] = [:]
  private var clusters: [ElementID: Int] = [:]
  /// Actors that begin something shown, and those related to them.
  private var leftActors: Set<ElementID> = []

  init(title: String, scope: UseCaseScope, coloring: Coloring?) {
    self.scope = scope
    self.coloring = coloring
    graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 12
    graph.rankSpacing = 62
  }

  mutating func build() {
    let actors = shownActors()
    for actor in actors where leftActors.contains(actor.id) { add(actor) }
    for useCase in scope.useCases { add(useCase, isForeign: false) }
    addLeftOut()
    for useCase in scope.neighbours { add(useCase, isForeign: true) }
    for actor in actors where !leftActors.contains(actor.id) { add(actor) }
    for useCase in scope.useCases { addAssociations(of: useCase) }
    for useCase in scope.useCases + scope.neighbours { addRelations(of: useCase) }
    for actor in actors { addGeneralizations(of: actor) }
    addRanks(actors)
    description = describe(actors)
  }

  // MARK: Actors

  /// Who takes part, with those that abstract actors stand for, in the order of the source.
  private mutating func shownActors() -> [Actor] {
    var shown: [ElementID: Actor] = [:]
    for useCase in scope.useCases {
      for actor in useCase.primaryActors where isShown(actor) {
        shown[actor.id] = actor
        leftActors.insert(actor.id)
      }
      for actor in useCase.supportingActors where isShown(actor) { shown[actor.id] = actor }
    }
    for actor in scope.actors ?? [] {
      shown[actor.id] = actor
      leftActors.insert(actor.id)
    }
    for actor in shown.values where actor.isAbstract && scope.actors == nil {
      for child in actor.children where shown[child.id] == nil {
        shown[child.id] = child
      }
    }
    let actors = shown.values.sorted { $0.id < $1.id }
    // Kin stands together.
    for actor in actors where actor.ancestors.contains(where: { leftActors.contains($0.id) }) {
      leftActors.insert(actor.id)
    }
    return actors
  }

  private func isShown(_ actor: Actor) -> Bool {
    scope.actors?.contains { $0.id == actor.id } ?? true
  }

  private mutating func add(_ actor: Actor) {
    actorNodes[actor.id] = graph.nodes.count
    graph.nodes.append(Graph.Node(actor))
  }

  private mutating func addGeneralizations(of actor: Actor) {
    guard let child = actorNodes[actor.id] else { return }
    for parent in actor.parents {
      guard let node = actorNodes[parent.id] else { continue }
      let isLeft = leftActors.contains(actor.id)
      graph.edges.append(
        Graph.Edge(
          source: isLeft ? child : node, target: isLeft ? node : child, style: .generalization,
          head: isLeft ? .target : .source, weight: 4,
          tooltip: "\(actor.title) is a kind of \(parent.title)"))
    }
  }

  // MARK: Use cases

  private mutating func add(_ useCase: UseCase, isForeign: Bool) {
    useCaseNodes[useCase.id] = graph.nodes.count
    var node = Graph.Node(useCase, isForeign: isForeign, group: coloring?.group(of: useCase))
    node.cluster = cluster(of: useCase)
    graph.nodes.append(node)
  }

  /// Where the last of too many stands, it says how many more there are.
  private mutating func addLeftOut() {
    guard scope.leftOut > 0, let last = graph.nodes.last else { return }
    var label = Label()
    label.add("and \(scope.leftOut) more", .smallItalic, width: 160)
    graph.nodes.append(
      Graph.Node(
        name: "more", figure: .heading, label: label,
        size: Size(width: label.size.width.rounded(.up) + 8, height: label.size.height + 8),
        cluster: last.cluster))
  }

  private mutating func cluster(of useCase: UseCase) -> Int? {
    if let system = useCase.system { return cluster(system.element, .subject) }
    guard let package = useCase.element.namespace, package.kind == .package else { return nil }
    return cluster(package, .package)
  }

  private mutating func cluster(_ element: Element, _ style: Graph.Cluster.Style) -> Int {
    if let known = clusters[element.id] { return known }
    var parent: Int?
    if let package = element.namespace, package.kind == .package {
      parent = cluster(package, .package)
    }
    var label = Label()
    label.add(element.title, .heading, width: 260)
    let place = graph.clusters.count
    clusters[element.id] = place
    graph.clusters.append(
      Graph.Cluster(
        name: element.key, label: label, style: style, element: element, parent: parent))
    return place
  }

  // MARK: Relations

  private mutating func addAssociations(of useCase: UseCase) {
    guard let node = useCaseNodes[useCase.id] else { return }
    var seen: Set<ElementID> = []
    for actor in useCase.primaryActors + useCase.supportingActors
    where seen.insert(actor.id).inserted {
      guard let other = actorNodes[actor.id] else { continue }
      let isLeft = leftActors.contains(actor.id)
      graph.edges.append(
        Graph.Edge(
          source: isLeft ? other : node, target: isLeft ? node : other, style: .association,
          head: .none))
    }
  }

  private mutating func addRelations(of useCase: UseCase) {
    guard let node = useCaseNodes[useCase.id] else { return }
    for included in useCase.included {
      guard let target = useCaseNodes[included.id] else { continue }
      graph.edges.append(
        Graph.Edge(from: useCase, at: node, including: included, at: target))
    }
    for (base, clause) in useCase.extensions {
      guard let target = useCaseNodes[base.id] else { continue }
      addExtension(of: base, at: target, by: useCase, at: node, clause)
    }
    for parent in useCase.parents {
      guard let target = useCaseNodes[parent.id] else { continue }
      graph.edges.append(
        Graph.Edge(
          source: target, target: node, style: .specialization, head: .source, weight: 3,
          tooltip: "\(useCase.title) is a kind of \(parent.title)"))
    }
  }

  private mutating func addExtension(
    of base: UseCase, at target: Int, by useCase: UseCase, at node: Int, _ clause: ClauseSyntax
  ) {
    graph.edges.append(
      Graph.Edge(
        source: target, target: node, style: .extend, head: .source,
        label: Label(extending: clause, in: useCase.model), weight: 3,
        tooltip: "\(useCase.title) extends \(base.title)"))
  }

  /// Actors stand in one column, so that no line crosses a figure.
  private mutating func addRanks(_ actors: [Actor]) {
    let parents = Set(actors.flatMap { $0.parents.map(\.id) })
    for isLeft in [true, false] {
      let side = actors.filter { leftActors.contains($0.id) == isLeft }
      let column = side.filter { actor in
        parents.contains(actor.id) || !actor.parents.contains { actorNodes[$0.id] != nil }
      }
      let nodes = column.compactMap { actorNodes[$0.id] }
      if nodes.count > 1 { graph.ranks.append(Graph.Rank(nodes: nodes)) }
    }
  }

  /// Where everything stands.
  func layout() -> Layout {
    let sides = graph.nodes.map { node -> UseCasesLayout.ActorSide? in
      guard case .actor = node.figure, let element = node.element else { return nil }
      return leftActors.contains(element.id) ? .left : .right
    }
    var layout = UseCasesLayout(graph: graph, sides: sides)
    return layout.layout()
  }

  // MARK: Words

  private func describe(_ actors: [Actor]) -> String {
    var sentences = [
      "\(counted(scope.useCases.count, "use case")) and \(counted(actors.count, "actor"))."
    ]
    if scope.leftOut > 0 {
      sentences.append("\(scope.leftOut) more are too many for one picture.")
    }
    var partners: [Int: [Int]] = [:]
    for edge in graph.edges where edge.style == .association {
      let isActor = graph.nodes[edge.source].element?.kind == .actor
      let (actor, useCase) = isActor ? (edge.source, edge.target) : (edge.target, edge.source)
      partners[actor, default: []].append(useCase)
    }
    for actor in actors {
      guard let node = actorNodes[actor.id], let list = partners[node] else { continue }
      let titles = list.compactMap { graph.nodes[$0].element?.title }.joined(separator: ", ")
      sentences.append("\(actor.title): \(titles).")
    }
    for edge in graph.edges where !edge.tooltip.isEmpty { sentences.append(edge.tooltip + ".") }
    return sentences.joined(separator: " ")
  }
}
