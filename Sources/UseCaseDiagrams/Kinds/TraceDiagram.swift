import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Everything that an element is tied to: on its left who names it, on its right what it names.
struct TraceDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .trace, shows: "everything one element is tied to, both ways",
    notation: "graph around a node",
    subjects: ElementKind.allCases.filter { $0 != .model && $0 != .view }, takesModel: false,
    colors: ViewAttribute.allCases, filters: ViewFilter.allCases, isOnDemand: true)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    guard let subject = request.subject else {
      throw .wrongSubject(.trace, found: nil, wanted: info.subjects)
    }
    var builder = TraceBuilder(subject)
    try builder.build(request.selection)
    guard !builder.isEmpty else { throw .nothingToShow(.trace, title: subject.title) }
    return Drawing(
      title: "What \(subject.title) is tied to", description: builder.description,
      graph: builder.graph, legend: builder.legend, layout: builder.layout())
  }
}

/// Turns the ties of an element into a graph of three columns.
struct TraceBuilder {
  private(set) var graph: Graph
  private let subject: Element
  private var columns: [Int] = []
  private var groups: [[Group]] = [[], []]
  private var coloring: Coloring?

  /// Elements that are tied in the same way.
  private struct Group {
    let title: String
    var elements: [Element] = []
    var seen = ElementSet()

    mutating func add(_ element: Element) {
      if seen.insert(element.id) { elements.append(element) }
    }
  }

  /// More elements than this of one group are left to the page of the element.
  private static let mostInGroup = 24

  init(_ subject: Element) {
    self.subject = subject
    graph = Graph(title: subject.title, direction: .right)
    graph.nodeSpacing = 10
  }

  var isEmpty: Bool { groups.allSatisfy(\.isEmpty) }

  mutating func build(_ selection: Selection) throws(DiagramError) {
    collect()
    if selection.hasFilters {
      let all = groups.joined().flatMap(\.elements)
      let useCases = all.compactMap { $0.as(UseCase.self) }
      let left = Set(try selection.filtered(useCases).map(\.id))
      for side in groups.indices {
        for place in groups[side].indices {
          groups[side][place].elements.removeAll { $0.kind == .useCase && !left.contains($0.id) }
        }
        groups[side].removeAll(where: \.elements.isEmpty)
      }
    }
    coloring = Coloring(
      selection, groups.joined().flatMap(\.elements).compactMap { $0.as(UseCase.self) })
    addNodes()
  }

  // MARK: Ties

  private mutating func collect() {
    if let parent = subject.parent ?? subject.namespace { add("Part of", parent, side: 0) }
    let named = subject.mentions.compactMap { mention in mention.source.map { ($0, mention) } }
    for (source, mention) in named where source != subject && !mention.isLink {
      add(mention.title, source, side: 0)
    }
    let naming = subject.ownMentions
    for (target, mention) in naming where !mention.isLink {
      add(mention.ownTitle, target, side: 1)
    }
    // A link in a text is worth a line where nothing else ties the two.
    for (source, mention) in named where source != subject && mention.isLink {
      if !groups[0].contains(where: { $0.seen.contains(source.id) }) {
        add(mention.title, source, side: 0)
      }
    }
    for (target, mention) in naming where mention.isLink {
      if !groups[1].contains(where: { $0.seen.contains(target.id) }) {
        add(mention.ownTitle, target, side: 1)
      }
    }
    for member in subject.members { add("Holds", member, side: 1) }
  }

  /// Each element stands once in a group, and each group once on its side.
  private mutating func add(_ title: String, _ element: Element, side: Int) {
    let known = groups[side].firstIndex { $0.title == title }
    let place = known ?? groups[side].count
    if known == nil { groups[side].append(Group(title: title)) }
    groups[side][place].add(element)
  }

  // MARK: Nodes

  private mutating func addNodes() {
    for group in groups[0] { add(group, column: 0) }
    let center = graph.nodes.count
    let own = subject.as(UseCase.self).flatMap { coloring?.group(of: $0) }
    graph.nodes.append(
      Graph.Node(card: subject, note: subject.home, group: own, width: 216, isCentral: true))
    columns.append(1)
    for group in groups[1] { add(group, column: 2) }
    for (node, column) in columns.enumerated() where column != 1 {
      guard graph.nodes[node].element != nil else { continue }
      graph.edges.append(
        Graph.Edge(
          source: column == 0 ? node : center, target: column == 0 ? center : node, style: .tie,
          head: .target, tooltip: graph.nodes[node].tooltip))
    }
  }

  private mutating func add(_ group: Group, column: Int) {
    addHeading(group.title, column)
    for element in group.elements.prefix(Self.mostInGroup) {
      let useCase = element.as(UseCase.self)
      var node = Graph.Node(
        card: element, note: element.home, group: useCase.flatMap { coloring?.group(of: $0) },
        width: 216)
      // An element may be tied in several ways.
      node.name = "\(column == 0 ? "from" : "to") \(group.title): \(element.key)"
      node.tooltip = "\(subject.title): \(group.title.lowercasedFirst) \(element.title)"
      graph.nodes.append(node)
      columns.append(column)
    }
    let rest = group.elements.count - Self.mostInGroup
    if rest > 0 { addHeading("and \(rest) more", column, style: .small) }
  }

  private mutating func addHeading(_ text: String, _ column: Int, style: TextStyle = .smallStrong) {
    var label = Label(.leading)
    label.add(text, style, width: 210)
    graph.nodes.append(
      Graph.Node(
        name: "\(column == 0 ? "from" : "to") \(text)", figure: .heading, label: label,
        size: Size(width: 216, height: label.size.height.rounded(.up) + 8)))
    columns.append(column)
  }

  /// Where everything stands.
  func layout() -> Layout {
    var layout = ColumnLayout(graph, columns: columns)
    layout.columnGap = 96
    layout.spacing = 6
    layout.ordersFreely = false
    return layout.layout()
  }

  // MARK: Words

  var legend: Legend { coloring?.legend ?? Legend() }

  /// What a reader who does not see the picture is told.
  var description: String {
    groups.joined().map { group in
      "\(group.title): \(group.elements.map(\.title).joined(separator: ", "))."
    }.joined(separator: " ")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
