import UseCaseModel
import UseCaseSyntax

/// A flow in one version, with what its steps say.
struct FlowSide {
  let graph: FlowGraph
  let reader: ContentReader
  let steps: [StepContent]
  /// By block: the branches that hang on it, in source order.
  let children: [[Int]]

  init(_ graph: FlowGraph, _ reader: ContentReader) {
    self.graph = graph
    self.reader = reader
    steps = graph.steps.map(reader.content)
    var children = graph.blocks.map { _ in [Int]() }
    for (index, block) in graph.blocks.enumerated() {
      if let parent = block.parent, parent < index { children[parent].append(index) }
    }
    self.children = children
  }

  func name(_ block: Int) -> String { "branch " + graph.blocks[block].label }

  func condition(_ block: Int) -> String? {
    graph.blocks[block].syntax.condition.map(reader.value)
  }

  /// `exception 3a when "the card has expired" (2 steps), end failure`
  func summary(_ block: Int) -> String {
    let syntax = graph.blocks[block].syntax
    let count = graph.blocks[block].steps.count
    let kind = syntax.isException ? "exception" : "alternative"
    let condition = syntax.condition.map { " when " + quoted($0.string) } ?? ""
    let closing = syntax.closing.map { ", " + shown($0) } ?? ""
    return kind + condition + " (\(count) step\(count == 1 ? "" : "s"))" + closing
  }

  func shown(_ closing: ClosingSyntax?) -> String {
    guard let closing else { return "nothing" }
    if let outcome = closing.outcome { return "end " + outcome.rawValue }
    return closing.anchorNode.map { "resume " + $0.raw } ?? "resume"
  }
}

/// Compares two flows block by block; steps are known by what they say, not by their numbers.
struct FlowComparison {
  private let old: FlowSide
  private let new: FlowSide
  /// By step of the old flow: the same step in the new one, or −1.
  private var counterparts: [Int]
  /// The steps of the new flow that have one.
  private var matched: Set<Int> = []
  private(set) var details: [Detail] = []

  init(_ old: FlowSide, _ new: FlowSide) {
    self.old = old
    self.new = new
    counterparts = old.steps.map { _ in -1 }
  }

  mutating func run() {
    let (left, right) = (old.graph.blocks.isEmpty, new.graph.blocks.isEmpty)
    if left && right { return }
    compareBlocks(left ? nil : 0, right ? nil : 0)
  }

  private mutating func compareBlocks(_ left: Int?, _ right: Int?) {
    compareSteps(
      left.map { old.graph.blocks[$0].steps } ?? 0..<0,
      right.map { new.graph.blocks[$0].steps } ?? 0..<0)
    compareBranches(left.map { old.children[$0] } ?? [], right.map { new.children[$0] } ?? [])
  }

  // MARK: Steps

  private mutating func compareSteps(_ left: Range<Int>, _ right: Range<Int>) {
    let matching = StepMatching(Array(old.steps[left]), Array(new.steps[right]))
    for pair in matching.pairs {
      counterparts[left.lowerBound + pair.old] = right.lowerBound + pair.new
      matched.insert(right.lowerBound + pair.new)
    }
    func before(_ place: Int) -> Detail.Side { side(old, left.lowerBound + place) }
    func after(_ place: Int) -> Detail.Side { side(new, right.lowerBound + place) }
    details += matching.removed.map { Detail(kind: .removed, old: before($0), new: nil) }
    details += matching.added.map { Detail(kind: .added, old: nil, new: after($0)) }
    details += matching.changed.sorted { $0.new < $1.new }.map {
      Detail(kind: .changed, old: before($0.old), new: after($0.new))
    }
    details += matching.moved.sorted { $0.new < $1.new }.map {
      Detail(kind: .moved, old: before($0.old), new: after($0.new))
    }
    addRenumbered(matching.same, left, right)
  }

  private func side(_ side: FlowSide, _ step: Int) -> Detail.Side {
    Detail.Side(part: "step " + side.graph.steps[step].label, text: side.steps[step].shown)
  }

  /// Equal steps that have another place now, as stretches; a number that only the formatter would
  /// change is none.
  private mutating func addRenumbered(
    _ same: [(old: Int, new: Int)], _ left: Range<Int>, _ right: Range<Int>
  ) {
    var start = 0
    while start < same.count {
      var end = start + 1
      while end < same.count, same[end].old == same[end - 1].old + 1,
        same[end].new == same[end - 1].new + 1
      {
        end += 1
      }
      let (first, last) = (same[start], same[end - 1])
      start = end
      guard first.old != first.new else { continue }
      func stretch(_ side: FlowSide, _ first: Int, _ last: Int) -> Detail.Side {
        let labels = [side.graph.steps[first].label, side.graph.steps[last].label]
        return first == last
          ? .init(part: "step", text: labels[0])
          : .init(part: "steps", text: labels.joined(separator: "–"))
      }
      details.append(
        Detail(
          kind: .renumbered,
          old: stretch(old, left.lowerBound + first.old, left.lowerBound + last.old),
          new: stretch(new, right.lowerBound + first.new, right.lowerBound + last.new)))
    }
  }

  // MARK: Branches

  private mutating func compareBranches(_ left: [Int], _ right: [Int]) {
    var (gone, come) = (left, right)
    var pairs: [(old: Int, new: Int)] = []
    for key in BranchKey.allCases where !gone.isEmpty && !come.isEmpty {
      let (names, others) = (singles(gone, key, isOld: true), singles(come, key, isOld: false))
      var found: Set<Int> = []
      var taken: Set<Int> = []
      for block in gone {
        guard let name = branchName(block, key, isOld: true), names[name] == block,
          let other = others[name]
        else { continue }
        pairs.append((block, other))
        found.insert(block)
        taken.insert(other)
      }
      gone.removeAll(where: found.contains)
      come.removeAll(where: taken.contains)
    }
    details += gone.map { .removed(old.name($0), old.summary($0)) }
    details += come.map { .added(new.name($0), new.summary($0)) }
    for pair in pairs.sorted(by: { $0.new < $1.new }) { compareBranch(pair.old, pair.new) }
  }

  /// By what a branch is known again, the surest first.
  private enum BranchKey: CaseIterable {
    case anchorAndCondition, condition, anchor, steps
  }

  private func singles(_ blocks: [Int], _ key: BranchKey, isOld: Bool) -> [String: Int] {
    var result: [String: Int] = [:]
    for block in blocks {
      guard let name = branchName(block, key, isOld: isOld) else { continue }
      result[name] = result[name] == nil ? block : -1
    }
    return result.filter { $0.value >= 0 }
  }

  private func branchName(_ block: Int, _ key: BranchKey, isOld: Bool) -> String? {
    let side = isOld ? old : new
    let anchors = (isOld ? oldAnchors(block) : newAnchors(block)).map(String.init)
    let letters = side.graph.blocks[block].syntax.anchor?.letters ?? ""
    let anchor = anchors.joined(separator: ",") + letters
    switch key {
    case .anchorAndCondition: return side.condition(block).map { anchor + "\u{1}" + $0 }
    case .condition: return side.condition(block)
    case .anchor: return anchors.isEmpty ? nil : anchor
    case .steps:
      let steps = side.steps[side.graph.blocks[block].steps].map(\.value)
      return steps.isEmpty ? nil : steps.joined(separator: "\u{1}")
    }
  }

  /// The steps it hangs on, as those of the new flow; what has no counterpart is left out.
  private func oldAnchors(_ block: Int) -> [Int] {
    old.graph.blocks[block].anchors.map { counterparts[$0] }.filter { $0 >= 0 }.sorted()
  }

  private func newAnchors(_ block: Int) -> [Int] {
    new.graph.blocks[block].anchors.filter(matched.contains).sorted()
  }

  private mutating func compareBranch(_ left: Int, _ right: Int) {
    let (before, after) = (old.graph.blocks[left].syntax, new.graph.blocks[right].syntax)
    let (was, name) = (old.name(left), new.name(right))
    func change(_ what: String, _ old: String, _ new: String) -> Detail {
      Detail(
        kind: .changed, old: .init(part: was + what, text: old),
        new: .init(part: name + what, text: new))
    }
    if before.isException != after.isException {
      func kind(_ flow: FlowSyntax) -> String { flow.isException ? "exception" : "alternative" }
      details.append(change("", kind(before), kind(after)))
    }
    if old.condition(left) != new.condition(right) {
      func text(_ flow: FlowSyntax) -> String { quoted(flow.condition?.string ?? "") }
      details.append(change(", when", text(before), text(after)))
    }
    if hangsElsewhere(left, right) {
      func anchor(_ flow: FlowSyntax) -> String { flow.anchor?.description ?? "nothing" }
      details.append(change(", hangs on", anchor(before), anchor(after)))
    }
    compareBlocks(left, right)
    if !endsAlike(left, right) {
      details.append(change(", ends with", old.shown(before.closing), new.shown(after.closing)))
    }
  }

  private func hangsElsewhere(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (
      old.graph.blocks[left].syntax.anchor, new.graph.blocks[right].syntax.anchor
    )
    if (before?.steps == nil) != (after?.steps == nil) { return true }
    return before?.steps != nil && oldAnchors(left) != newAnchors(right)
  }

  private func endsAlike(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (
      old.graph.blocks[left].syntax.closing, new.graph.blocks[right].syntax.closing
    )
    guard let before, let after else { return before == nil && after == nil }
    guard before.outcome == after.outcome, before.isResume == after.isResume,
      (before.target == nil) == (after.target == nil)
    else { return false }
    guard let number = before.target, let other = after.target,
      let parent = old.graph.blocks[left].parent, let otherParent = new.graph.blocks[right].parent
    else { return true }
    let (step, next) = (
      old.graph.step(number, in: parent), new.graph.step(other, in: otherParent)
    )
    guard let step, let next else { return number == other }
    return counterparts[step] == next
  }
}
