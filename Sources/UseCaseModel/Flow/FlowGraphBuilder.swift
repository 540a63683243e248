import UseCaseSyntax

extension UseCase {
  /// Its flow as a graph, or nil where it has no main flow; linear in its text.
  public var flowGraph: FlowGraph? {
    guard let declaration, let main = declaration.flow else { return nil }
    var builder = FlowGraphBuilder(self)
    builder.add(main, parent: nil, prefix: "")
    for branch in declaration.branches { builder.add(branch, parent: 0, prefix: "") }
    return builder.graph
  }
}

private struct FlowGraphBuilder {
  var graph: FlowGraph
  private var subjects: StepSubjects

  init(_ useCase: UseCase) {
    graph = FlowGraph(useCase: useCase)
    subjects = StepSubjects(useCase)
  }

  mutating func add(_ flow: FlowSyntax, parent: Int?, prefix: String) {
    let block = graph.blocks.count
    let label = prefix + (flow.anchor?.description ?? (parent == nil ? "" : "?"))
    let start = graph.steps.count
    let closing = flow.closing?.syntax.index ?? Int.max
    for (place, step) in flow.steps.enumerated() {
      append(step, place, block, label, isBehindClosing: step.syntax.index > closing)
    }
    graph.blocks.append(
      FlowGraph.Block(
        syntax: flow, parent: parent, steps: start..<graph.steps.count,
        anchors: parent.map { anchors(of: flow, in: $0) } ?? [], label: label))
    if parent == nil || !flow.branches.isEmpty { sortSteps(of: block) }
    for branch in flow.branches { add(branch, parent: block, prefix: label) }
  }

  private mutating func sortSteps(of block: Int) {
    var sorted = Array(graph.blocks[block].steps)
    let isInOrder = zip(sorted, sorted.dropFirst()).allSatisfy {
      graph.steps[$0].number <= graph.steps[$1].number
    }
    if !isInOrder {
      sorted.sort { (graph.steps[$0].number, $0) < (graph.steps[$1].number, $1) }
    }
    graph.blocks[block].stepsByNumber = sorted
  }

  private mutating func append(
    _ step: StepSyntax, _ place: Int, _ block: Int, _ label: String, isBehindClosing: Bool
  ) {
    let useCase = graph.useCase
    let number = step.number ?? place + 1
    let inclusion = step.inclusion.flatMap {
      useCase.model.target(of: $0, near: useCase.element)?.as(UseCase.self)
    }
    var subject = (subject: StepSubject.none, range: Range<Int>?.none)
    if let prose = step.prose { subject = subjects.subject(of: prose) }
    graph.steps.append(
      FlowGraph.Step(
        syntax: step, block: block, number: number, subject: subject.subject,
        subjectRange: subject.range, inclusion: inclusion, prefix: label,
        isBehindClosing: isBehindClosing))
  }

  private func anchors(of flow: FlowSyntax, in parent: Int) -> ArraySlice<Int> {
    guard let anchor = flow.anchor else { return [] }
    guard let numbers = anchor.steps else { return graph.blocks[parent].stepsByNumber[...] }
    return graph.steps(numbers, in: parent)
  }
}
