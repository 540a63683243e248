import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Every path through a use case: the main flow, and one scenario for each branch.
struct ScenariosDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .scenarios, shows: "every path through a use case, step by step", notation: "table",
    subjects: [.useCase], takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let title = request.subject?.title ?? ""
    guard let subject = request.subject, let flow = UseCase(element: subject).flowGraph,
      !flow.steps.isEmpty
    else { throw .nothingToShow(.scenarios, title: title) }
    var builder = ScenarioTable(flow)
    builder.build()
    return Drawing(
      title: "Scenarios of \(title)", description: builder.description, chart: builder.chart,
      legend: builder.legend)
  }
}

/// The scenarios with their steps by number, and below them what the numbers stand for.
private struct ScenarioTable {
  private(set) var chart = Chart()
  private let flow: FlowGraph
  private let scenarios: [Scenario]

  private static let nameWidth = 250.0
  private static let pathWidth = 430.0
  private static let endWidth = 120.0
  private static let stepWidth = 396.0

  init(_ flow: FlowGraph) {
    self.flow = flow
    scenarios = flow.scenarios
  }

  mutating func build() {
    let table = table
    let top = chart.heading(
      "Scenarios of \(flow.useCase.element.titleWithIdentifier)",
      counted(scenarios.count, "scenario")
        + ": the main flow" + (scenarios.count > 1 ? ", and one for each branch" : ""),
      width: table.width)
    var y = top + table.paint(on: &chart, at: Point(x: 0, y: top)) + 28
    y += chart.subheading("Steps", at: Point(x: 0, y: y), width: table.width)
    paintSteps(top: y, width: table.width)
  }

  var description: String {
    scenarios.map { scenario in
      let steps = scenario.steps.map { flow.steps[$0].label }.joined(separator: ", ")
      return "\(name(of: scenario)): steps \(steps), \(scenario.ending.title)"
    }.joined(separator: ". ") + "."
  }

  var legend: Legend {
    var legend = Legend()
    for ending in [Scenario.Ending.success, .failure, .open]
    where scenarios.contains(where: { $0.ending == ending }) {
      legend.add(ending.symbol, ending.title)
    }
    if flow.blocks.count > 1 {
      legend.add(.chip(isBranch: false), "step of the main flow")
      legend.add(.chip(isBranch: true), "step of a branch")
    }
    return legend
  }

  // MARK: Scenarios

  private func name(of scenario: Scenario) -> String {
    guard let last = scenario.branches.last else { return "Main flow" }
    let block = flow.blocks[last]
    let condition = block.syntax.condition?.plainText(in: flow.useCase.model)
    return condition.map { "\(block.label) when \($0)" } ?? block.label
  }

  private var table: Table {
    var table = Table([
      Table.Column(title: "Scenario", width: Self.nameWidth),
      Table.Column(title: "Steps", width: Self.pathWidth),
      Table.Column(title: "Ends in", width: Self.endWidth),
    ])
    table.isCentered = true
    for scenario in scenarios {
      let style: TextStyle = scenario.branches.isEmpty ? .strong : .body
      var path = Table.Cell()
      path.chips = scenario.steps.map {
        Table.Chip(text: flow.steps[$0].label, isBranch: flow.steps[$0].block != 0)
      }
      table.rows.append([
        Table.Cell(Label(name(of: scenario), style, width: Self.nameWidth)), path,
        Table.Cell(symbol: scenario.ending.symbol, Label(scenario.ending.title, .body)),
      ])
    }
    return table
  }

  // MARK: Steps

  /// The main flow to the left, the branches to the right.
  private mutating func paintSteps(top: Double, width: Double) {
    var y = top
    for step in flow.mainSteps { y += paint(step, at: Point(x: 0, y: y)) }
    y = top
    let left = Self.stepWidth + 40
    for (place, block) in flow.blocks.enumerated().dropFirst() {
      let words = block.syntax.condition?.plainText(in: flow.useCase.model)
      let title = block.label + (words.map { " when \($0)" } ?? "")
      let label = Label(title, .smallItalic, width: Self.stepWidth)
      let size = Size(width: Self.stepWidth, height: label.size.height)
      chart.text(label, in: Rect(origin: Point(x: left, y: y + 3), size: size), .top)
      y += size.height + 7
      for step in flow.steps[block.steps] { y += paint(step, at: Point(x: left, y: y)) }
      y += place + 1 < flow.blocks.count ? 6 : 0
    }
  }

  private mutating func paint(_ step: FlowGraph.Step, at origin: Point) -> Double {
    let chip = Table.Chip(text: step.label, isBranch: step.block != 0)
    let label = Label(words(of: step), .body, width: Self.stepWidth - chip.width - 10)
    let height = max(24, label.size.height + 6)
    chip.paint(on: &chart, at: origin.moved(0, 2))
    let frame = Rect(
      origin: origin.moved(max(34, chip.width + 10), 0),
      size: Size(width: Self.stepWidth, height: height))
    if let included = step.inclusion {
      chart.group(
        "uc-step", of: included.element, as: "step \(step.label)", frame: frame
      ) { $0.text(label, in: frame) }
    } else {
      chart.text(label, in: frame)
    }
    chart.include(origin.moved(Self.stepWidth, height))
    return height
  }

  private func words(of step: FlowGraph.Step) -> String {
    if let included = step.inclusion { return "Include \(included.title)" }
    return step.sentence(in: flow.useCase.model)
  }
}

extension Scenario.Ending {
  fileprivate var title: String {
    switch self {
    case .success: "success"
    case .failure: "failure"
    case .open: "nothing said"
    }
  }

  fileprivate var symbol: Symbol {
    switch self {
    case .success: .success
    case .failure: .failure
    case .open: .connector
    }
  }
}
