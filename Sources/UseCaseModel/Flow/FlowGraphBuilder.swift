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
    let anchor = parent == nil ? nil : flow.anchor
    let label = parent == nil ? "" : prefix + (anchor?.description ?? "?")
    let start = graph.steps.count
    let closing = flow.closing?.syntax.index ?? Int.max
    let steps = flow.steps
    if parent == nil { graph.steps.reserveCapacity(steps.count * 2) }
    var isInOrder = true
    for (place, step) in steps.enumerated() {
      append(step, place, block, label, isBehindClosing: step.syntax.index > closing)
      let last = graph.steps.count - 1
      if place > 0, graph.steps[last - 1].number > graph.steps[last].number { isInOrder = false }
    }
    let range = start..<graph.steps.count
    let branches = flow.branches
    graph.blocks.append(
      FlowGraph.Block(
        syntax: flow, parent: parent, steps: range,
        anchors: parent.map { anchors(anchor, in: $0) } ?? [], label: label,
        stepsByNumber: parent == nil || !branches.isEmpty ? sorted(range, isInOrder) : []))
    for branch in branches { add(branch, parent: block, prefix: label) }
  }

  private func sorted(_ steps: Range<Int>, _ isInOrder: Bool) -> [Int] {
    guard !isInOrder else { return Array(steps) }
    return steps.sorted { (graph.steps[$0].number, $0) < (graph.steps[$1].number, $1) }
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

  private func anchors(_ anchor: Anchor?, in parent: Int) -> ArraySlice<Int> {
    guard let anchor else { return [] }
    guard let numbers = anchor.steps else { return graph.blocks[parent].stepsByNumber[...] }
    return graph.steps(numbers, in: parent)
  }
}
