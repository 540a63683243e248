import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// The main flow, each branch beside the first step that it hangs on.
  mutating func flow(_ graph: FlowGraph) {
    block("ol", .class("flow")) { page in
      for step in graph.blocks.first?.steps ?? 0..<0 { page.step(step, of: graph) }
    }
    let everywhere = graph.blocks.indices.dropFirst().filter { graph.isAnywhere($0) }
    guard !everywhere.isEmpty else { return }
    block("div", .class("anywhere")) { page in
      page.block("h3", text: .atAnyStep)
      for branch in everywhere { page.branch(branch, of: graph) }
    }
  }

  private mutating func step(_ place: Int, of graph: FlowGraph) {
    let step = graph.steps[place]
    let branches = graph.branches(at: place).filter {
      graph.blocks[$0].anchors.first == place && !graph.isAnywhere($0)
    }
    block("li", anchor("step-" + step.label)) { page in
      page.block("div", .class("step")) { page in
        page.element(
          "a", .class("number"), .href(Address("", "step-" + step.label)),
          .label(.stepNumber, step.label), text: step.label)
        page.element("p") { $0.words(of: step) }
      }
      guard !branches.isEmpty else { return }
      page.block("div", .class("branches")) { page in
        for branch in branches { page.branch(branch, of: graph) }
      }
    }
  }

  /// Who acts, emphasised, and what they do; or the use case that is included.
  private mutating func words(of step: FlowGraph.Step) {
    if let reference = step.syntax.inclusion {
      element("span", .class("keyword"), text: .include)
      text(" ")
      link(reference)
      return
    }
    guard let prose = step.syntax.prose else { return }
    var segments = prose.segments[...]
    if let range = step.subjectRange, case .words(let words)? = segments.first {
      element("strong", .class("subject")) { $0.subject(step.subject, written: words, range.count) }
      text(String(decoding: words.utf8.dropFirst(range.count), as: UTF8.self))
      segments = segments.dropFirst()
    }
    for segment in segments { write(segment) }
  }

  private mutating func subject(_ subject: StepSubject, written words: String, _ length: Int) {
    switch subject {
    case .actor(let actor): link(to: actor.element)
    case .system(let system?): link(to: system.element)
    default: text(String(decoding: words.utf8.prefix(length), as: UTF8.self))
    }
  }

  private mutating func branch(_ place: Int, of graph: FlowGraph) {
    let block = graph.blocks[place]
    let isException = block.syntax.isException
    self.block(
      "section", .class(isException ? "branch exception" : "branch"), anchor(block.label)
    ) { page in
      if block.parent == 0 {
        page.block("h3", .class("condition")) { $0.condition(of: block) }
      } else {
        page.block("h4", .class("condition")) { $0.condition(of: block) }
      }
      if !block.steps.isEmpty {
        page.block("ol", .class("flow inner")) { page in
          for step in block.steps { page.step(step, of: graph) }
        }
      }
      for inner in graph.blocks.indices
      where graph.blocks[inner].parent == place && graph.isAnywhere(inner) {
        page.branch(inner, of: graph)
      }
      page.closing(of: block, graph)
    }
  }

  private mutating func condition(of block: FlowGraph.Block) {
    element(
      "a", .class("number"), .href(Address("", block.label)), .label(.branchNumber, block.label),
      text: block.label)
    text(" ")
    let kind: Phrase = block.syntax.isException ? .exception : .alternative
    element("span", .class("keyword"), text: kind)
    guard let condition = block.syntax.condition else { return }
    text(" ")
    text(.whenCondition) { $0.text(condition) }
  }

  private mutating func closing(of block: FlowGraph.Block, _ graph: FlowGraph) {
    guard let closing = block.syntax.closing else { return }
    self.block("p", .class("closing")) { page in
      switch closing.outcome {
      case .success: page.text(.endsInSuccess)
      case .failure: page.text(.endsInFailure)
      case nil:
        guard let number = closing.target, let parent = block.parent else {
          return page.text(.goesBack)
        }
        page.text(.goesOnWithStep) { page in
          guard let target = graph.step(number, in: parent) else {
            return page.text(String(number))
          }
          let label = graph.steps[target].label
          page.link(to: Address("", "step-" + label), label)
        }
      }
    }
  }

  // MARK: Scenarios

  /// The main flow and one scenario for each branch.
  mutating func scenarios(_ graph: FlowGraph) {
    let scenarios = graph.scenarios
    guard scenarios.count > 1 else { return }
    section(.scenarios, anchor: "scenarios") { page in
      page.table(.scenarios, [.scenario, .steps, .endsIn]) { page in
        for scenario in scenarios {
          page.block("tr") { page in
            page.element("th", Attribute("scope", "row")) { $0.name(of: scenario, graph) }
            page.element("td", .class("path")) { page in
              for step in scenario.steps {
                let label = graph.steps[step].label
                page.link(to: Address("", "step-" + label), label)
                page.text(" ")
              }
            }
            page.element("td") { $0.ending(scenario.ending) }
          }
        }
      }
    }
  }

  private mutating func name(of scenario: Scenario, _ graph: FlowGraph) {
    guard let last = scenario.branches.last else { return text(.mainFlow) }
    let block = graph.blocks[last]
    link(to: Address("", block.label), block.label)
    guard let condition = block.syntax.condition else { return }
    text(" ")
    text(condition)
  }

  private mutating func ending(_ ending: Scenario.Ending) {
    switch ending {
    case .success: badge(.success, .good)
    case .failure: badge(.failure, .bad)
    case .open: badge(.nothingSaid, .plain)
    }
  }
}

extension FlowGraph {
  /// Whether a branch hangs on any step of its flow (`*a`), or on none that is there.
  fileprivate func isAnywhere(_ block: Int) -> Bool {
    blocks[block].syntax.anchor?.steps == nil || blocks[block].anchors.isEmpty
  }
}
