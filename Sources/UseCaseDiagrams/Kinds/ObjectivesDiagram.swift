import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// From what the business wants to what is built for it: objective, KPI, touchpoint, use case.
struct ObjectivesDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .objectives, shows: "objective → KPI → touchpoint → use case", notation: "tree",
    subjects: [.objective], takesModel: true, takes: .severalSubjects,
    colors: ViewAttribute.allCases,
    filters: ViewFilter.allCases)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let name = request.subject?.title ?? request.model.title
    let title = name.map { "What serves \($0)" } ?? "What serves which objective"
    let objectives =
      request.subjects.isEmpty
      ? request.model.all(Objective.self) : request.subjects.compactMap { $0.as(Objective.self) }
    var builder = ObjectivesBuilder(title: title, objectives, request.selection)
    guard !builder.isEmpty else { throw .nothingToShow(.objectives, title: title) }
    try builder.build()
    return Drawing(
      title: title, description: builder.description, graph: builder.graph,
      legend: builder.legend, layout: builder.layout())
  }
}

/// Turns objectives into a graph of columns.
struct ObjectivesBuilder {
  private(set) var graph: Graph
  private let selection: Selection
  private var objectives: [Objective] = []
  private var depths: [ElementID: Int] = [:]
  private var nodes: [ElementID: Int] = [:]
  private var columns: [Int] = []
  private var coloring: Coloring?
  private var seen: Set<[Int]> = []

  /// With more touchpoints and use cases than this, KPIs say how many there are instead, and with
  /// more objectives and KPIs the objectives do.
  private static let mostLeaves = 70

  init(title: String, _ objectives: [Objective], _ selection: Selection) {
    graph = Graph(title: title, direction: .right)
    graph.nodeSpacing = 12
    graph.rankSpacing = 64
    self.selection = selection
    for objective in objectives { add(objective, depth: 0) }
  }

  var isEmpty: Bool { objectives.isEmpty }

  /// An objective stands behind the ones that it supports; in a ring the first one leads.
  private mutating func add(_ objective: Objective, depth: Int) {
    var queue = [(objective, depth)]
    var index = 0
    while index < queue.count {
      let (next, depth) = queue[index]
      index += 1
      guard depths[next.id] == nil else { continue }
      depths[next.id] = depth
      objectives.append(next)
      queue += next.element.users(by: Clauses.supports).compactMap { user in
        user.as(Objective.self).map { ($0, depth + 1) }
      }
    }
  }

  mutating func build() throws(DiagramError) {
    let deepest = depths.values.max() ?? 0
    var useCases = Set(objectives.flatMap(\.servingUseCases))
    if selection.hasFilters {
      useCases = Set(try selection.filtered(useCases.sorted { $0.id < $1.id }))
    }
    coloring = Coloring(selection, useCases.sorted { $0.id < $1.id })
    let touchpoints = Set(objectives.flatMap(\.kpis).flatMap(\.measuredTouchpoints))
    let isOverview = useCases.count + touchpoints.count > Self.mostLeaves
    let kpis = Set(objectives.flatMap(\.kpis))
    let areObjectivesAlone = isOverview && objectives.count + kpis.count > Self.mostLeaves
    for objective in objectives {
      let node = node(
        of: objective.element, column: depths[objective.id] ?? 0,
        note: areObjectivesAlone ? Self.counts(of: objective) : nil)
      for other in objective.targets(Clauses.supports) {
        guard let parent = nodes[other.id] else { continue }
        connect(parent, node, "\(objective.title) supports \(other.title)")
      }
      guard !areObjectivesAlone else { continue }
      for kpi in objective.kpis {
        let kpiNode = addKPI(kpi, column: deepest + 1, isOverview)
        connect(node, kpiNode, "\(objective.title) is measured by \(kpi.title)")
        guard !isOverview else { continue }
        addTouchpoints(of: kpi, at: kpiNode, column: deepest + 2, shown: useCases)
      }
      guard !isOverview else { continue }
      addSupporters(of: objective, at: node, column: deepest + 4, shown: useCases)
    }
  }

  // MARK: Nodes

  private mutating func node(
    of element: Element, column: Int, note: String? = nil, group: Coloring.Group? = nil
  ) -> Int {
    if let known = nodes[element.id] { return known }
    nodes[element.id] = graph.nodes.count
    graph.nodes.append(Graph.Node(card: element, note: note, group: group))
    columns.append(column)
    return graph.nodes.count - 1
  }

  /// What measures and serves an objective, in numbers.
  private static func counts(of objective: Objective) -> String {
    let touchpoints = Set(objective.kpis.flatMap(\.measuredTouchpoints))
    return [
      counted(objective.kpis.count, "KPI"), counted(touchpoints.count, "touchpoint"),
      counted(Set(objective.servingUseCases).count, "use case"),
    ].joined(separator: ", ")
  }

  private mutating func addKPI(_ kpi: KPI, column: Int, _ isOverview: Bool) -> Int {
    let touchpoints = kpi.measuredTouchpoints
    let useCases = Set(touchpoints.flatMap(\.useCases))
    let counts = [
      counted(touchpoints.count, "touchpoint"), counted(useCases.count, "use case"),
    ]
    let note = isOverview ? counts.joined(separator: ", ") : kpi.course
    return node(of: kpi.element, column: column, note: note)
  }

  /// A KPI of a whole stage leads over the stage, so that lines are few.
  private mutating func addTouchpoints(
    of kpi: KPI, at kpiNode: Int, column: Int, shown: Set<UseCase>
  ) {
    let whole = Set(kpi.measured.compactMap(\.stage))
    for (stage, touchpoints) in kpi.measured {
      // What a measured stage holds hangs on the stage.
      if stage == nil, touchpoints.allSatisfy({ $0.stage.map(whole.contains) ?? false }) {
        continue
      }
      var source = kpiNode
      if let stage {
        source = node(of: stage.element, column: column)
        connect(kpiNode, source, "\(kpi.title) measures \(stage.title)")
      }
      for touchpoint in touchpoints {
        let node = node(of: touchpoint.element, column: column + 1)
        connect(
          source, node,
          stage.map { "\(touchpoint.title) stands in \($0.title)" }
            ?? "\(kpi.title) measures \(touchpoint.title)")
        for useCase in touchpoint.useCases where shown.contains(useCase) {
          connect(
            node, self.node(of: useCase, column: column + 2),
            "\(useCase.title) realises \(touchpoint.title)")
        }
      }
    }
  }

  /// What serves an objective without a touchpoint between them.
  private mutating func addSupporters(
    of objective: Objective, at node: Int, column: Int, shown: Set<UseCase>
  ) {
    let reached = Set(objective.kpis.flatMap(\.measuredTouchpoints).flatMap(\.useCases))
    for useCase in objective.supporters where shown.contains(useCase) && !reached.contains(useCase)
    {
      connect(
        node, self.node(of: useCase, column: column), "\(useCase.title) supports \(objective.title)"
      )
    }
  }

  private mutating func node(of useCase: UseCase, column: Int) -> Int {
    node(of: useCase.element, column: column, group: coloring?.group(of: useCase))
  }

  private mutating func connect(_ source: Int, _ target: Int, _ tooltip: String) {
    guard source != target, seen.insert([source, target]).inserted else { return }
    graph.edges.append(
      Graph.Edge(source: source, target: target, style: .tie, head: .none, tooltip: tooltip))
  }

  /// Where everything stands.
  func layout() -> Layout {
    var layout = ColumnLayout(graph, columns: columns)
    return layout.layout()
  }

  // MARK: Words

  var legend: Legend { coloring?.legend ?? Legend() }

  /// What a reader who does not see the picture is told.
  var description: String {
    "\(counted(objectives.count, "objective")). "
      + graph.edges.map { $0.tooltip + "." }.joined(separator: " ")
  }
}

extension Objective {
  fileprivate var kpis: [KPI] {
    targets(Clauses.measuredBy).compactMap { $0.as(KPI.self) }
  }

  /// The use cases that say that they support it.
  fileprivate var supporters: [UseCase] {
    element.users(by: Clauses.supports).compactMap { $0.as(UseCase.self) }
  }

  fileprivate var servingUseCases: [UseCase] {
    kpis.flatMap(\.measuredTouchpoints).flatMap(\.useCases) + supporters
  }
}

extension KPI {
  /// The touchpoints that it measures: by stage where it measures a whole one, otherwise alone.
  fileprivate var measured: [(stage: Stage?, touchpoints: [Touchpoint])] {
    element.users(by: Clauses.kpis).compactMap { user in
      switch user.kind {
      case .touchpoint: (nil, [Touchpoint(element: user)])
      case .moment: Moment(element: user).touchpoint.map { (nil, [$0]) }
      case .stage: (Stage(element: user), Stage(element: user).touchpoints)
      default: nil
      }
    }
  }

  fileprivate var measuredTouchpoints: [Touchpoint] {
    var seen = ElementSet()
    return measured.flatMap(\.touchpoints).filter { seen.insert($0.id) }
  }

  /// Where it stands and where it is to go: "72.4% → 65%".
  fileprivate var course: String? {
    let values = [clauses(Clauses.current).last?.quantity, first(Clauses.target)?.quantity]
    let words = values.compactMap { $0?.description }
    return words.isEmpty ? nil : words.joined(separator: " → ")
  }
}
