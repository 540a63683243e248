import UseCaseModel
import UseCaseSyntax

extension ElementWriter {
  /// The main flow's steps and the branches of a use case.
  var flows: [JSONValue.Member] {
    guard let graph = element.as(UseCase.self)?.flowGraph else { return [] }
    return [
      .init("steps", steps(of: 0, in: graph)),
      .init("branches", branches(of: 0, in: graph)),
    ]
  }

  private func steps(of block: Int, in graph: FlowGraph) -> JSONValue {
    .array(graph.steps[graph.blocks[block].steps].map { step(graph.steps, $0) })
  }

  private func step(_ steps: [FlowGraph.Step], _ step: FlowGraph.Step) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("number", .integer(step.number)), .init("label", .string(step.label)),
    ]
    if let inclusion = step.syntax.inclusion {
      members.append(.init("include", reference(inclusion)))
    }
    if let prose = step.syntax.prose { members.append(.init("text", .string(prose.string))) }
    switch step.subject {
    case .actor(let actor): members.append(.init("subject", .string(actor.key)))
    case .system(let system):
      members.append(.init("subject", .string(system?.key ?? "system")))
    case .none, .unknown: break
    }
    return .object(members)
  }

  private func branches(of parent: Int, in graph: FlowGraph) -> JSONValue {
    .array(
      graph.blocks.indices.filter { graph.blocks[$0].parent == parent }
        .map { branch($0, in: graph) })
  }

  private func branch(_ block: Int, in graph: FlowGraph) -> JSONValue {
    let current = graph.blocks[block]
    var members: [JSONValue.Member] = [
      .init("kind", current.syntax.isException ? "exception" : "alternative"),
      .init("anchor", JSONValue(current.syntax.anchor?.description)),
      .init("label", .string(current.label)),
    ]
    if let condition = current.syntax.condition {
      members.append(.init("when", .string(condition.string)))
    }
    members.append(.init("steps", steps(of: block, in: graph)))
    if let closing = current.syntax.closing { members.append(self.closing(closing)) }
    members.append(.init("branches", branches(of: block, in: graph)))
    return .object(members)
  }

  /// `"resume": 3`, `"resume": true` for the step that was left, or `"end": "failure"`.
  private func closing(_ closing: ClosingSyntax) -> JSONValue.Member {
    if let outcome = closing.outcome { return .init("end", .string(outcome.rawValue)) }
    return .init("resume", closing.target.map { .integer($0) } ?? true)
  }
}
