import UseCaseModel
import UseCaseSyntax

/// Compares what one element says in two versions.
struct ElementComparison {
  let old: ContentReader
  let new: ContentReader
  let isRenamed: Bool
  private(set) var details: [Detail] = []

  init(_ old: ContentReader, _ new: ContentReader, isRenamed: Bool) {
    self.old = old
    self.new = new
    self.isRenamed = isRenamed
  }

  mutating func run() {
    compareTitles()
    compareClauses()
    compareOrders()
    compareExtensionPoints()
    compareFlows()
    compareArrows()
  }

  private mutating func add(_ detail: Detail) { details.append(detail) }

  /// A title that the name makes changes with the name, which is said already.
  private mutating func compareTitles() {
    let (before, after) = (old.element.title, new.element.title)
    guard before != after else { return }
    let isWritten = [old, new].contains { $0.element.declaration?.title != nil }
    if !isRenamed || isWritten { add(.changed("title", quoted(before), quoted(after))) }
  }

  // MARK: Clauses

  private mutating func compareClauses() {
    let (before, after) = (old.clauses, new.clauses)
    let earlier = Dictionary(before.map { ($0.label, $0) }, uniquingKeysWith: { a, _ in a })
    var later: Set<String> = []
    for clause in after {
      later.insert(clause.label)
      compare(
        earlier[clause.label]?.entries ?? [], clause.entries, clause.label, clause.standard)
    }
    for clause in before where !later.contains(clause.label) {
      compare(clause.entries, [], clause.label, clause.standard)
    }
  }

  private mutating func compare(
    _ before: [Entry], _ after: [Entry], _ label: String, _ standard: String?
  ) {
    var (before, after) = (before, after)
    if let standard {
      let entry = Entry(value: standard, head: standard, shown: standard, isStrong: false)
      if before.isEmpty { before = [entry] }
      if after.isEmpty { after = [entry] }
    }
    let pairs = pair(
      without(before, after.map(\.value)), without(after, before.map(\.value)))
    for (left, right) in pairs {
      switch (left, right) {
      case (let left?, let right?): add(.changed(label, left.shown, right.shown))
      case (let left?, nil): add(.removed(label, left.shown))
      case (nil, let right?): add(.added(label, right.shown))
      case (nil, nil): break
      }
    }
  }

  /// The entries that others do not have, or have less often.
  private func without(_ entries: [Entry], _ values: [String]) -> [Entry] {
    guard !entries.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return entries.filter { entry in
      guard let count = counts[entry.value], count > 0 else { return true }
      counts[entry.value] = count - 1
      return false
    }
  }

  /// What was said and what is said in its place: the same first part, or the only one of each.
  private func pair(_ gone: [Entry], _ come: [Entry]) -> [(Entry?, Entry?)] {
    var (left, right) = (singleHeads(gone), singleHeads(come))
    left = left.filter { right[$0.key] != nil }
    right = right.filter { left[$0.key] != nil }
    let (usedLeft, usedRight) = (Set(left.values), Set(right.values))
    var pairs: [(Entry?, Entry?)] = usedLeft.sorted().map { index in
      (gone[index], right[gone[index].head].map { come[$0] })
    }
    let gone = gone.indices.filter { !usedLeft.contains($0) }.map { gone[$0] }
    let come = come.indices.filter { !usedRight.contains($0) }.map { come[$0] }
    if let only = gone.first, let other = come.first, gone.count == 1, come.count == 1 {
      pairs.append((only, other))
    } else {
      pairs += gone.map { ($0, nil) } + come.map { (nil, $0) }
    }
    return pairs
  }

  private func singleHeads(_ entries: [Entry]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      result[entry.head] = result[entry.head] == nil ? index : -1
    }
    return result.filter { $0.value >= 0 }
  }

  // MARK: Orders that mean something

  /// Stages, touchpoints and the personas of a journey are read in the order written.
  private mutating func compareOrders() {
    switch old.element.kind {
    case .journey:
      compareOrder("order of stages") { $0.members }
      compareOrder("order of personas") { $0.targets(Clauses.personas) }
    case .stage: compareOrder("order of touchpoints") { $0.members }
    default: break
    }
  }

  private mutating func compareOrder(_ part: String, _ members: (Element) -> [Element]) {
    let (before, after) = (members(old.element), members(new.element))
    let (left, right) = (before.map(old.naming.token), after.map(new.naming.token))
    let common = Set(left).intersection(right)
    guard left.filter(common.contains) != right.filter(common.contains) else { return }
    func names(_ elements: [Element], _ tokens: [String]) -> String {
      zip(elements, tokens).filter { common.contains($1) }.map(\.0.name).joined(separator: ", ")
    }
    add(
      Detail(
        kind: .moved, old: .init(part: part, text: names(before, left)),
        new: .init(part: part, text: names(after, right))))
  }

  /// A point that lies behind the same words, or at the same place, has not moved.
  private mutating func compareExtensionPoints() {
    guard let before = old.element.as(ExtensionPoint.self),
      let after = new.element.as(ExtensionPoint.self), before.step != after.step
    else { return }
    let (left, right) = (text(of: before, old), text(of: after, new))
    guard left == nil || left != right else { return }
    func shown(_ step: Int?) -> String { step.map(String.init) ?? "none" }
    add(.changed("after step", shown(before.step), shown(after.step)))
  }

  private func text(of point: ExtensionPoint, _ reader: ContentReader) -> String? {
    guard let graph = point.element.parent?.as(UseCase.self)?.flowGraph, !graph.blocks.isEmpty,
      let step = point.step.flatMap({ graph.step($0, in: 0) })
    else { return nil }
    return reader.content(of: graph.steps[step]).value
  }

  // MARK: Flows and journeys

  private mutating func compareFlows() {
    guard let before = old.element.as(UseCase.self), let after = new.element.as(UseCase.self) else {
      return
    }
    let isSame =
      old.flowBytes == new.flowBytes
      && before.included.map { old.naming.token($0.element) }
        == after.included.map { new.naming.token($0.element) }
    guard !isSame, let left = before.flowGraph, let right = after.flowGraph else { return }
    var comparison = FlowComparison(FlowSide(left, old), FlowSide(right, new))
    comparison.run()
    details += comparison.details
  }

  private mutating func compareArrows() {
    guard let before = old.element.as(Journey.self), let after = new.element.as(Journey.self) else {
      return
    }
    details += arrowDetails(ArrowSide(before.graph, old), ArrowSide(after.graph, new))
  }
}
