import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Turns the flow of a use case into the graph of an activity diagram.
///
/// What happens at a step instead of what would follow hangs on a decision behind the step; what
/// can happen at several steps begins with an event of its own.
struct FlowBuilder {
  private(set) var graph: Graph
  /// What a reader who does not see the picture is told.
  private(set) var description = ""
  private let flow: FlowGraph
  private let branchesOfStep: [[Int]]
  /// By step: its node, and the decision behind it where branches hang on it alone.
  private var stepNodes: [Int] = []
  private var exitNodes: [Int] = []
  /// By block: its nodes and what hangs on them.
  private var columns: [FlowLayout.Block]
  private var looseBlocks: [Int] = []

  private static let textWidth = 186.0
  private static let boxWidth = textWidth + 34 + 2 * ActionFigure.inset
  private static let guardWidth = 196.0

  init(_ flow: FlowGraph) {
    self.flow = flow
    graph = Graph(title: flow.useCase.title, direction: .down)
    graph.nodeSpacing = 34
    graph.rankSpacing = 20
    graph.keepsOrder = true
    var table = [[Int]](repeating: [], count: flow.steps.count)
    for (index, block) in flow.blocks.enumerated() where block.anchors.count == 1 {
      for anchor in block.anchors { table[anchor].append(index) }
    }
    branchesOfStep = table
    columns = flow.blocks.map { _ in FlowLayout.Block() }
  }

  mutating func build() {
    let start = add("start", .initial, Label(), Size(width: 16, height: 16), block: 0)
    for step in flow.steps.indices { addStep(step) }
    if let first = flow.blocks.first?.steps.first { connect(start, stepNodes[first], weight: 20) }
    for block in flow.blocks.indices { connectSteps(of: block) }
    for block in flow.blocks.indices.dropFirst() { connectEntry(of: block) }
    description = describe()
  }

  // MARK: Nodes

  private mutating func add(
    _ name: String, _ figure: Figure, _ label: Label, _ size: Size, block: Int,
    element: Element? = nil, tooltip: String = ""
  ) -> Int {
    graph.nodes.append(
      Graph.Node(
        name: name, figure: figure, label: label, size: size, element: element,
        tooltip: tooltip, column: block == 0 ? "main" : "branch \(flow.blocks[block].label)"))
    columns[block].nodes.append(graph.nodes.count - 1)
    return graph.nodes.count - 1
  }

  private mutating func addStep(_ index: Int) {
    let step = flow.steps[index]
    let includes = step.syntax.inclusion != nil
    let room = includes ? ActionFigure.rakeWidth : 0
    let label = Label(step, in: flow.useCase.model, width: Self.textWidth - room)
    let figure = ActionFigure(performer: performer(of: step), includes: includes)
    let node = add(
      "step \(step.label)", .action(figure), label,
      Size(width: Self.boxWidth, height: (label.size.height / 2).rounded(.up) * 2 + 16),
      block: step.block,
      element: step.inclusion?.element, tooltip: step.inclusion?.element.tooltip ?? "")
    stepNodes.append(node)
    guard !branchesOfStep[index].isEmpty else {
      exitNodes.append(node)
      return
    }
    let decision = add(
      "decision \(step.label)", .decision, Label(), Size(width: 22, height: 22), block: step.block)
    exitNodes.append(decision)
    connect(node, decision, weight: 20)
  }

  private func performer(of step: FlowGraph.Step) -> ActionFigure.Performer {
    switch step.subject {
    case .system, .none: return .system
    case .unknown: return .other
    case .actor(let actor):
      let primary = Set(flow.useCase.primaryActors.map(\.id))
      let isPrimary = ([actor] + actor.ancestors + actor.children).contains {
        primary.contains($0.id)
      }
      return isPrimary ? .primary : .other
    }
  }

  // MARK: Edges

  private mutating func connect(
    _ source: Int, _ target: Int, _ style: Graph.Style = .flow, label: Label? = nil,
    weight: Int = 1
  ) {
    graph.edges.append(
      Graph.Edge(
        source: source, target: target, style: style, head: .target, label: label,
        weight: weight))
  }

  private mutating func connectSteps(of block: Int) {
    let steps = flow.blocks[block].steps
    for (step, next) in zip(steps, steps.dropFirst()) {
      connect(exitNodes[step], stepNodes[next], weight: 20)
    }
    guard let last = steps.last else { return }
    connectExit(of: block, from: exitNodes[last])
  }

  private mutating func connectExit(of block: Int, from node: Int) {
    let exits = flow.exits(of: block)
    if exits.count > 1 {
      // One line to each step that may have been left would say less than the words.
      connect(node, addReturn(of: block))
      return
    }
    for target in exits {
      switch target {
      case .step(let step): resume(at: step, from: node, of: block)
      case .success, .failure:
        connect(node, addEnd(of: block, isSuccess: target == .success), weight: 10)
      }
    }
  }

  private mutating func addReturn(of block: Int) -> Int {
    var label = Label()
    label.add("back to the step that was left", .small, width: 100)
    return add(
      "return \(flow.blocks[block].label)", .connector, label, EndFigure.size(label: label),
      block: block)
  }

  private mutating func addEnd(of block: Int, isSuccess: Bool) -> Int {
    var label = Label()
    label.add(isSuccess ? "success" : "failure", .small, width: 80)
    return add(
      "\(isSuccess ? "success" : "failure") \(flow.blocks[block].label)",
      isSuccess ? .success : .failure, label, EndFigure.size(label: label),
      block: block)
  }

  /// To the step that was left over the right, where nothing is in the way; to others through
  /// the gutter on the left.
  private mutating func resume(at step: Int, from node: Int, of block: Int) {
    let anchors = flow.blocks[block].anchors
    let isLoop = anchors == [step]
    if isLoop { columns[flow.steps[step].block].loops.insert(stepNodes[step]) }
    graph.edges.append(
      Graph.Edge(
        source: node, target: stepNodes[step], style: .resume, head: .target,
        isConstraining: false, sourcePort: isLoop ? "e" : "w", targetPort: "e",
        tooltip: "goes on with step \(flow.steps[step].label)"))
  }

  private mutating func connectEntry(of block: Int) {
    let branch = flow.blocks[block]
    let condition = branch.syntax.condition?.plainText(in: flow.useCase.model) ?? ""
    let paint: Paint = branch.syntax.isException ? .exception : .alternative
    let style = TextStyle(size: 11, face: .bold, paint: paint)
    guard branch.anchors.count == 1, let anchor = branch.anchors.first else {
      connectEvent(of: block, condition)
      return
    }
    var label = Label(.leading)
    label.add(branch.label + " ", style, "[\(condition)]", .note, width: Self.guardWidth)
    columns[block].guardHeight = label.size.height.rounded(.up)
    columns[flow.steps[anchor].block].branches[exitNodes[anchor], default: []].append(block)
    if let first = branch.steps.first {
      connect(exitNodes[anchor], stepNodes[first], .branch, label: label)
    } else {
      connectEmpty(block, from: exitNodes[anchor], label)
    }
  }

  /// A branch without steps leads to its end, or over a connector to where it goes on.
  private mutating func connectEmpty(_ block: Int, from decision: Int, _ label: Label) {
    let exits = flow.exits(of: block)
    if let end = exits.first, end == .success || end == .failure {
      connect(decision, addEnd(of: block, isSuccess: end == .success), .branch, label: label)
      return
    }
    let connector = add(
      "connector \(flow.blocks[block].label)", .connector, Label(), Size(width: 12, height: 12),
      block: block)
    connect(decision, connector, .branch, label: label)
    connectExit(of: block, from: connector)
  }

  private mutating func connectEvent(of block: Int, _ condition: String) {
    let branch = flow.blocks[block]
    looseBlocks.append(block)
    var label = Label(.leading)
    label.add(
      branch.label + " ", .smallStrong, "\(branch.occasion): \(condition)", .note,
      width: Self.guardWidth)
    let event = add(
      "event \(branch.label)", .event, label,
      Size(width: Self.boxWidth, height: (label.size.height / 2).rounded(.up) * 2 + 18),
      block: block)
    columns[block].nodes.removeLast()
    columns[block].nodes.insert(event, at: 0)
    if let first = branch.steps.first {
      connect(event, stepNodes[first], weight: 20)
    } else {
      connectExit(of: block, from: event)
    }
  }

  // MARK: Words

  /// Who acts in boxes of which look, and UML's signs where they occur.
  var legend: Legend {
    var legend = Legend()
    let figures = graph.nodes.compactMap { node -> ActionFigure? in
      if case .action(let figure) = node.figure { figure } else { nil }
    }
    for performer in ActionFigure.Performer.allCases
    where figures.contains(where: { $0.performer == performer && !$0.includes }) {
      legend.add(.performer(performer), performer.meaning)
    }
    if figures.contains(where: \.includes) { legend.add(.rake, "performs another use case") }
    return legend
  }

  private func describe() -> String {
    var sentences: [String] = []
    for block in flow.blocks {
      let steps = block.steps.map { graph.nodes[stepNodes[$0]].label.sentence }
      let condition = block.syntax.condition?.plainText(in: flow.useCase.model)
      let start = condition.map { "\(block.label) when \($0): " } ?? "Main flow: "
      sentences.append(start + steps.joined(separator: "; ") + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// Where everything stands.
  func layout() -> Layout {
    var layout = FlowLayout(graph: graph, blocks: columns, looseBlocks: looseBlocks)
    return layout.layout(columnWidth: Self.boxWidth)
  }
}

extension FlowGraph.Block {
  /// When a branch that hangs on several steps can be taken.
  var occasion: String {
    guard let steps = syntax.anchor?.steps else { return "at any step" }
    return "at steps \(steps.lowerBound) to \(steps.upperBound)"
  }
}

extension Label {
  /// The number of a step, who acts, and what is done.
  fileprivate init(_ step: FlowGraph.Step, in model: Model, width: Double) {
    self.init(.leading)
    if let inclusion = step.syntax.inclusion {
      add(step.inclusion?.title ?? inclusion.name, .body, width: width)
    } else if let prose = step.syntax.prose {
      let (subject, rest) = step.subjectAndRest(of: prose, in: model)
      if subject.isEmpty {
        add(rest, .body, width: width)
      } else {
        add(subject, .strong, rest, .body, width: width)
      }
    }
    if lines.isEmpty { add(" ", .body, width: width) }
    mark(step.label, .number, indent: 24)
  }
}

extension Label {
  /// Its lines as one, with their markers.
  fileprivate var sentence: String { lines.map(\.textWithMarker).joined(separator: " ") }
}

extension FlowGraph.Step {
  /// What happens, with the title of who acts in place of the name.
  func sentence(in model: Model) -> String {
    guard let prose = syntax.prose else { return "" }
    let (subject, rest) = subjectAndRest(of: prose, in: model)
    return subject + rest
  }

  /// Who acts, by title, and the words behind it; the first is empty where nobody is recognised.
  fileprivate func subjectAndRest(of prose: TextSyntax, in model: Model) -> (String, String) {
    let text = prose.plainText(in: model)
    guard let range = subjectRange else { return ("", text) }
    let written = prose.syntax.tree.source[range]
    return (subjectTitle ?? written, String(text.dropFirst(written.count)))
  }

  /// The title of who acts.
  fileprivate var subjectTitle: String? {
    switch subject {
    case .actor(let actor): actor.title
    case .system(let system): system?.title
    case .none, .unknown: nil
    }
  }
}

extension ActionFigure.Performer {
  fileprivate var meaning: String {
    switch self {
    case .system: "the system acts"
    case .primary: "the primary actor acts"
    case .other: "somebody else acts"
    }
  }
}
