import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Which use case needs which: every arrow points at what is needed.
struct IncludeExtendDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .includeExtend, shows: "who needs whom; rings and deep chains stand out",
    notation: "layered graph", subjects: [.system, .package, .useCase], takesModel: true,
    takes: [.severalSubjects, .direction], colors: ViewAttribute.allCases,
    filters: ViewFilter.allCases)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let name = request.subject?.title ?? request.model.title
    let title = name.map { "What needs what: \($0)" } ?? "What needs what"
    let useCases = try request.selection.filtered(related(request))
    guard !useCases.isEmpty else { throw .nothingToShow(.includeExtend, title: name ?? title) }
    if useCases.count > UseCasesDiagram.mostUseCases,
      let overview = UseCaseOverview(useCases, request)
    {
      return overview.dependencies(title: title)
    }
    let coloring = Coloring(request.selection, useCases)
    var builder = IncludeExtendBuilder(
      title: title, useCases, coloring, request.selection.direction ?? .right)
    builder.build(around: request.subject)
    return Drawing(
      title: title, description: builder.description, graph: builder.graph,
      legend: builder.legend)
  }

  /// The use cases of a picture that need others or are needed, in the order of the source.
  private static func related(_ request: DiagramRequest) -> [UseCase] {
    var shown = ElementSet()
    var result: [UseCase] = []
    func add(_ useCases: [UseCase]) {
      for useCase in useCases where shown.insert(useCase.id) { result.append(useCase) }
    }
    let all = request.model.all(UseCase.self)
    if request.subjects.isEmpty { add(all.filter(\.isRelated)) }
    for subject in request.subjects {
      switch subject.kind {
      case .useCase:
        let useCase = UseCase(element: subject)
        guard useCase.isRelated else { continue }
        add(reached(from: useCase, \.needed) + reached(from: useCase, \.needing))
      case .system:
        let own = all.filter { $0.system?.element == subject && $0.isRelated }
        add(own + own.flatMap(\.needed))
      default:
        let own = all.filter { $0.element.stands(in: subject) && $0.isRelated }
        add(own + own.flatMap(\.needed))
      }
    }
    return result.sorted { $0.id < $1.id }
  }

  private static func reached(
    from start: UseCase, _ next: (UseCase) -> [UseCase]
  ) -> [UseCase] {
    var seen = ElementSet([start.id])
    var queue = [start]
    var index = 0
    while index < queue.count {
      queue += next(queue[index]).filter { seen.insert($0.id) }
      index += 1
    }
    return queue
  }
}

extension UseCase {
  /// What it includes, extends and specialises.
  var needed: [UseCase] { included + extensions.map(\.base) + parents }

  /// What includes, extends and specialises it.
  fileprivate var needing: [UseCase] { includers + extenders + children }

  fileprivate var isRelated: Bool { !needed.isEmpty || !needing.isEmpty }
}

/// Turns related use cases into a layered graph.
struct IncludeExtendBuilder {
  private(set) var graph: Graph
  private let useCases: [UseCase]
  private let coloring: Coloring?
  private let places: [ElementID: Int]
  private var rings: Reach
  private let inclusions: Reach

  /// Chains of inclusions longer than this are hard to follow (Ambler).
  private static let longestChain = 2

  init(title: String, _ useCases: [UseCase], _ coloring: Coloring?, _ direction: ViewDirection) {
    self.useCases = useCases
    self.coloring = coloring
    graph = Graph(title: title, direction: direction == .right ? .right : .down)
    graph.nodeSpacing = 20
    graph.rankSpacing = direction == .right ? 44 : 34
    var places: [ElementID: Int] = [:]
    for (place, useCase) in useCases.enumerated() { places[useCase.id] = place }
    self.places = places
    func lines(_ targets: (UseCase) -> [UseCase]) -> [(Int, Int)] {
      useCases.enumerated().flatMap { place, useCase in
        targets(useCase).compactMap { target in places[target.id].map { (place, $0) } }
      }
    }
    rings = Reach(nodes: useCases.count, lines: lines(\.needed))
    inclusions = Reach(nodes: useCases.count, lines: lines(\.included))
  }

  /// Use cases of other systems than the one that the picture is about are pale.
  mutating func build(around subject: Element?) {
    for (place, useCase) in useCases.enumerated() {
      let isForeign: Bool =
        switch subject?.kind {
        case .system: useCase.system?.element != subject
        case .package: subject.map { !useCase.element.stands(in: $0) } ?? false
        default: false
        }
      graph.nodes.append(
        Graph.Node(
          useCase, isForeign: isForeign, group: coloring?.group(of: useCase),
          notes: notes(place)))
    }
    for (place, useCase) in useCases.enumerated() { addEdges(of: useCase, at: place) }
  }

  private func notes(_ place: Int) -> [String] {
    var notes: [String] = []
    let depth = inclusions.above[place]
    if depth > Self.longestChain { notes.append("\(depth) inclusions deep") }
    return notes
  }

  // MARK: Edges

  private mutating func addEdges(of useCase: UseCase, at place: Int) {
    for included in useCase.included {
      guard let target = places[included.id] else { continue }
      var edge = Graph.Edge(from: useCase, at: place, including: included, at: target)
      if inclusions.length(through: place, target) > Self.longestChain { edge.emphasis = .chain }
      add(edge)
    }
    for (base, clause) in useCase.extensions {
      guard let target = places[base.id] else { continue }
      add(
        Graph.Edge(
          source: place, target: target, style: .extend, head: .target,
          label: Label(extending: clause, in: useCase.model), weight: 3,
          tooltip: "\(useCase.title) extends \(base.title)"))
    }
    for parent in useCase.parents {
      guard let target = places[parent.id] else { continue }
      add(
        Graph.Edge(
          source: place, target: target, style: .specialization, head: .target, weight: 3,
          tooltip: "\(useCase.title) is a kind of \(parent.title)"))
    }
  }

  private mutating func add(_ edge: Graph.Edge) {
    var edge = edge
    if rings.isRing(edge.source, edge.target) {
      edge.emphasis = .ring
      var label = edge.label ?? Label()
      label.add("in a ring", .ring, width: 100)
      edge.label = label
    }
    graph.edges.append(edge)
  }

  // MARK: Words

  var legend: Legend {
    var legend = coloring?.legend ?? Legend()
    if graph.edges.contains(where: { $0.emphasis == .ring }) {
      legend.add(.line(.include, .ring), "part of a ring: each needs the other")
    }
    if graph.edges.contains(where: { $0.emphasis == .chain }) {
      legend.add(
        .line(.include, .chain), "part of a chain of more than \(Self.longestChain) inclusions")
    }
    return legend
  }

  /// What a reader who does not see the picture is told.
  var description: String {
    let lines = graph.edges.map { edge in
      edge.tooltip + (edge.emphasis == .ring ? " (in a ring)." : ".")
    }
    return "\(counted(useCases.count, "use case")). " + lines.joined(separator: " ")
  }
}
