import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Draws the messages of a use case from top to bottom.
struct SequenceBuilder {
  private(set) var chart = Chart()
  private let flow: FlowGraph
  private let messages: SequenceMessages
  /// Messages and the words of fragments, which stand before lifelines.
  private var body = Chart()
  /// Frames of fragments, which stand behind lifelines, with how deep they lie.
  private var frames: [(depth: Int, frame: Rect)] = []
  /// By step: the branches that hang on it alone; by block: those that hang on several of its steps.
  private var branchesOfStep: [[Int]]
  private var looseBranches: [[Int]]
  private var places: [Lifeline: Int] = [:]
  private var y = 0.0

  /// Measures in points.
  private enum Gap {
    static let side = 64.0
    static let message = 13.0
    static let fragment = 10.0
    static let inset = 9.0
    static let loop = 26.0
  }

  init(_ flow: FlowGraph, _ messages: SequenceMessages) {
    self.flow = flow
    self.messages = messages
    branchesOfStep = flow.steps.map { _ in [] }
    looseBranches = flow.blocks.map { _ in [] }
    for (index, block) in flow.blocks.enumerated() {
      guard let parent = block.parent else { continue }
      if let anchor = block.anchors.first, block.anchors.count == 1 {
        branchesOfStep[anchor].append(index)
      } else {
        looseBranches[parent].append(index)
      }
    }
    for (place, lifeline) in messages.lifelines.enumerated() { places[lifeline] = place }
  }

  mutating func build() {
    let heads = messages.lifelines.map(head)
    let top = heads.map(\.size.height).max() ?? 0
    y = top + 14
    add(block: 0, depth: 0)
    y += 6
    for (_, frame) in frames.sorted(by: { $0.depth < $1.depth }) {
      chart.rect(frame, radius: 3, Stroke(fill: .subject, line: .subjectLine))
    }
    for (place, head) in heads.enumerated() {
      let x = x(place)
      chart.line(Point(x: x, y: top + 4), Point(x: x, y: y), Stroke(line: .line, dashes: "4 4"))
      add(head, at: Point(x: x, y: top - head.size.height / 2))
    }
    for mark in body.marks { chart.add(mark) }
    chart.include(Point(x: width, y: y))
  }

  // MARK: Lifelines

  private var spacing: Double { messages.lifelines.count > 3 ? 196 : 246 }

  private func x(_ place: Int) -> Double { Gap.side + Double(place) * spacing }

  /// The last lifeline has room for what it does by itself.
  private var width: Double { x(messages.lifelines.count - 1) + spacing - 24 }

  private func head(_ lifeline: Lifeline) -> Graph.Node {
    if case .actor(let actor) = lifeline { return Graph.Node(actor) }
    var label = Label()
    label.add(lifeline.title, .heading, width: 130)
    return Graph.Node(
      name: lifeline.element?.key ?? "system", figure: .part, label: label,
      size: Size(width: max(96, label.size.width + 28), height: label.size.height + 22),
      element: lifeline.element, tooltip: lifeline.title)
  }

  private mutating func add(_ node: Graph.Node, at center: Point) {
    let frame = Rect(center: center, size: node.size)
    chart.group(
      "uc-node uc-lifeline", name: node.name, element: node.element, tooltip: node.tooltip,
      frame: frame
    ) { $0.add(.node(node, frame)) }
  }

  // MARK: Steps

  private mutating func add(block: Int, depth: Int) {
    for step in flow.blocks[block].steps {
      add(step: step, depth: depth)
      let branches = branchesOfStep[step]
      if !branches.isEmpty { addFragment(branches, depth: depth + 1) }
    }
    for branch in looseBranches[block] { addFragment([branch], depth: depth + 1) }
  }

  private mutating func add(step: Int, depth: Int) {
    let number = flow.steps[step].label + " "
    switch messages.messages[step] {
    case .inclusion(let title, let element):
      addReference(number, title, element, depth: depth)
    case .call(let from, let to, let text):
      let (source, target) = (places[from] ?? 0, places[to] ?? 0)
      if source == target {
        addLoop(number, text, at: source, depth: depth)
      } else {
        addMessage(number, text, from: source, to: target)
      }
    }
  }

  /// The words stand above the arrow.
  private mutating func addMessage(_ number: String, _ text: String, from: Int, to: Int) {
    let (start, end) = (x(from), x(to))
    let distance = (end - start).magnitude
    var label = Label()
    label.add(number, .number, text, .body, width: distance - 34)
    let center = Point(x: (start + end) / 2, y: y + label.size.height / 2)
    body.text(label, in: Rect(center: center, size: label.size), halo: .paper)
    y += label.size.height + 5
    addArrow(from: Point(x: start, y: y), to: Point(x: end, y: y))
    y += Gap.message
  }

  private mutating func addArrow(from start: Point, to tip: Point) {
    let foot = tip.moved(towards: start, by: 8)
    body.line(start, tip, Stroke(line: .ink, width: 1.3))
    var head = Path()
    head.move(to: Point(x: foot.x, y: foot.y - 4))
    head.line(to: tip)
    head.line(to: Point(x: foot.x, y: foot.y + 4))
    head.close()
    body.path(head, Stroke(fill: .ink, line: .ink))
  }

  /// What a lifeline does by itself: out of it and back, with the words at its right.
  private mutating func addLoop(
    _ number: String, _ text: String, at place: Int, depth: Int
  ) {
    let (left, right) = (x(place), x(place) + Gap.loop - 8)
    // Not as far as the next lifeline, and not to the side of a frame.
    let edge = min(left + spacing - 8, frame(from: y, depth: depth).maxX)
    var label = Label(.leading)
    label.add(number, .number, text, .body, width: edge - right - 18)
    let height = max(18, label.size.height)
    var path = Path()
    path.move(to: Point(x: left, y: y + 2))
    path.line(to: Point(x: right, y: y + 2))
    path.line(to: Point(x: right, y: y + height - 2))
    path.line(to: Point(x: left + 8, y: y + height - 2))
    body.path(path, Stroke(line: .ink, width: 1.3))
    addArrow(
      from: Point(x: left + 9, y: y + height - 2), to: Point(x: left, y: y + height - 2))
    body.text(
      label, in: Rect(origin: Point(x: right + 6, y: y), size: Size(width: 0, height: height)),
      halo: .paper)
    y += height + Gap.message
  }

  // MARK: Fragments

  private func frame(from top: Double, depth: Int) -> Rect {
    let inset = Double(min(depth, 5)) * Gap.inset
    return Rect(
      origin: Point(x: inset, y: top), size: Size(width: width - 2 * inset, height: y - top))
  }

  /// Another use case, drawn elsewhere.
  private mutating func addReference(
    _ number: String, _ title: String, _ element: Element?, depth: Int
  ) {
    let top = y
    let room = frame(from: top, depth: depth + 1)
    var label = Label()
    label.add(number, .number, title, .strong, width: room.size.width - 120)
    y += label.size.height + 22
    let frame = frame(from: top, depth: depth + 1)
    body.group(
      "uc-node uc-reference", name: "step \(number)", element: element, tooltip: title,
      frame: frame
    ) { chart in
      chart.rect(frame, radius: 3, Stroke(fill: .useCase, line: .useCaseLine), isOutline: true)
      chart.addCorner("ref", of: frame, .useCaseLine)
      chart.text(label, in: frame)
    }
    y += Gap.fragment + 4
  }

  /// Branches that exclude each other, one operand each.
  private mutating func addFragment(_ branches: [Int], depth: Int) {
    y += 2
    let top = y
    for (place, branch) in branches.enumerated() {
      if place > 0 {
        let room = frame(from: top, depth: depth)
        body.line(
          Point(x: room.minX, y: y), Point(x: room.maxX, y: y),
          Stroke(line: .subjectLine, dashes: "6 4"))
      }
      addGuard(of: branch, depth: depth)
      add(block: branch, depth: depth)
      addClosing(of: branch, depth: depth)
    }
    let frame = frame(from: top, depth: depth)
    frames.append((depth, frame))
    body.addCorner(operatorName(of: branches), of: frame, .subjectLine)
    y += Gap.fragment + 4
  }

  private func operatorName(of branches: [Int]) -> String {
    if branches.count > 1 { return "alt" }
    let exits = branches.first.map { flow.exits(of: $0) } ?? []
    return exits.contains { $0 == .success || $0 == .failure } ? "break" : "opt"
  }

  private mutating func addGuard(of branch: Int, depth: Int) {
    let block = flow.blocks[branch]
    let condition = block.syntax.condition?.plainText(in: flow.useCase.model) ?? ""
    let occasion = block.anchors.count == 1 ? "" : block.occasion + ": "
    let paint: Paint = block.syntax.isException ? .exception : .alternative
    let room = frame(from: y, depth: depth)
    // Behind the first lifeline and the corner of the frame.
    let indent = x(0) + 8 - room.minX
    var label = Label(.leading)
    label.add(
      block.label + " ", TextStyle(size: 12, face: .bold, paint: paint),
      "[\(occasion)\(condition)]", TextStyle(size: 12, face: .italic),
      width: room.size.width - indent - 12)
    y += 6
    body.text(
      label, in: Rect(origin: Point(x: room.minX + indent, y: y), size: label.size), halo: .subject)
    y += label.size.height + 10
  }

  /// How a branch ends.
  private mutating func addClosing(of branch: Int, depth: Int) {
    let exits = flow.exits(of: branch)
    guard let exit = exits.first else { return }
    let center = Point(x: x(0) + 18, y: y + 9)
    let words: String
    switch exit {
    case .success: (words, _) = ("ends in success", body.symbol(.success, at: center))
    case .failure: (words, _) = ("ends in failure", body.symbol(.failure, at: center))
    case .step(let step):
      words =
        exits.count > 1
        ? "goes on with the step that was left" : "goes on with step \(flow.steps[step].label)"
      body.symbol(.connector, at: center)
    }
    body.text(words, .small, at: center.moved(14, 0), halo: .subject)
    y += 18 + 6
  }
}

extension Chart {
  /// The operator of a fragment in the corner that UML gives to it.
  fileprivate mutating func addCorner(_ text: String, of frame: Rect, _ paint: Paint) {
    let size = Size(width: 46, height: 19)
    var path = Path()
    path.move(to: frame.origin)
    path.line(to: frame.origin.moved(size.width, 0))
    path.line(to: frame.origin.moved(size.width, size.height - 7))
    path.line(to: frame.origin.moved(size.width - 7, size.height))
    path.line(to: frame.origin.moved(0, size.height))
    path.close()
    self.path(path, Stroke(fill: .paper, line: paint))
    self.text(
      text, .smallStrong, at: frame.origin.moved(size.width / 2 - 2, size.height / 2), .center)
  }
}
