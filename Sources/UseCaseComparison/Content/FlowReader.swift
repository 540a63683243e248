import UseCaseModel
import UseCaseSyntax

/// What a step says: who acts, and the rest of its words; or what it includes.
struct StepContent {
  let value: String
  let shown: String
}

extension ContentReader {
  /// Steps and conditions of a use case, as values.
  var flowTexts: [String] {
    guard let graph = element.as(UseCase.self)?.flowGraph else { return [] }
    return graph.steps.map { content(of: $0).value }
      + graph.blocks.compactMap { $0.syntax.condition.map(value) }
  }

  func content(of step: FlowGraph.Step) -> StepContent {
    if let inclusion = step.syntax.inclusion {
      return StepContent(
        value: "include " + token(inclusion), shown: "include " + inclusion.name)
    }
    guard let prose = step.syntax.prose else { return StepContent(value: "", shown: "") }
    let text = value(of: prose)
    let shown = prose.string
    guard let range = step.subjectRange, let subject = token(step.subject) else {
      return StepContent(value: text, shown: shown)
    }
    let written = prose.syntax.tree.source[range]
    let rest = text.hasPrefix(written) ? String(text.dropFirst(written.count)) : text
    return StepContent(value: subject + ":" + rest, shown: shown)
  }

  private func token(_ subject: StepSubject) -> String? {
    switch subject {
    case .actor(let actor): naming.token(actor.element)
    case .system(let system): system.map { naming.token($0.element) } ?? "system"
    case .none, .unknown: nil
    }
  }

  /// The bytes of its flow and branches, and what these include: where both are the same, so is all
  /// that a flow says.
  var flowBytes: [ArraySlice<UInt8>] {
    guard element.kind == .useCase, let declaration = element.declaration else { return [] }
    let bytes = declaration.syntax.tree.source.bytes
    return (declaration.flows + declaration.branches).map { flow in
      bytes[flow.syntax.range.clamped(to: 0..<bytes.count)]
    }
  }
}
