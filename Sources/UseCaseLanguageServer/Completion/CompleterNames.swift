import UseCaseModel
import UseCaseSyntax

extension Completer {
  // MARK: What an expectation means

  mutating func propose(_ expectation: Expectation) {
    switch expectation {
    case .names(let kinds, let given): proposeNames(kinds, given: given)
    case .extensionPoint(let base): proposeExtensionPoints(of: base)
    case .words(let words):
      for word in words { add(Proposal(label: word, symbol: .choice)) }
    case .keyword(let word, let summary):
      add(Proposal(label: word, symbol: .keyword, detail: summary))
    case .text(let label):
      guard place.typed.isEmpty else { return }
      add(
        Proposal(
          label: "\"…\"", symbol: .snippet, detail: label, text: "\"\"",
          snippet: "\"${1:\(Snippet.escaped(label))}\""))
    case .step: proposeSteps(of: nil)
    case .date:
      guard let today else { return }
      add(Proposal(label: today.description, symbol: .value, detail: "today"))
    case .journeyPoint(let given): proposePoints(given: given + ["start"])
    }
  }

  // MARK: Names

  private mutating func proposeNames(_ kinds: KindSet, given: [String]) {
    let element = element
    let given = Set(given)
    for candidate in model.candidates(kinds) where candidate.id != element?.id {
      guard let name = model.name(of: candidate, among: kinds, from: element),
        !given.contains(name)
      else { continue }
      add(proposal(candidate, named: name))
    }
  }

  private func proposal(_ element: Element, named name: String) -> Proposal {
    Proposal(
      label: name, symbol: .reference, detail: "\(element.kind.noun) · \(element.title)",
      alias: element.title)
  }

  private mutating func proposeExtensionPoints(of base: String) {
    guard let base = model.elements(named: base, of: .useCase).first else { return }
    for point in base.members where point.kind == .extensionPoint {
      add(proposal(point, named: point.name))
    }
  }

  /// The touchpoints of the journey, and its own points.
  mutating func proposePoints(given: [String]) {
    let given = Set(given)
    let journey = element?.as(Journey.self)
    for point in Vocabulary.builtInPoints where !given.contains(point) {
      add(Proposal(label: point, symbol: .keyword, detail: "a point of every journey"))
    }
    guard let journey else { return proposeNames(KindSet(.touchpoint), given: Array(given)) }
    for touchpoint in journey.touchpoints where !given.contains(touchpoint.name) {
      add(proposal(touchpoint.element, named: touchpoint.name))
    }
  }

  /// `[[` in a text begins a link to anything.
  mutating func proposeLink(in text: String) {
    guard let open = text.range(ofLast: "[["), !text[open...].contains("]"),
      !text[open...].contains("|")
    else { return }
    let typed = text[open...].dropFirst(2)
    replaced = place.offset - typed.utf8.count..<place.offset
    proposeNames(.any, given: [])
    let isClosed = place.source[place.offset..<place.offset + 2] == "]]"
    if !isClosed { close(with: "]]") }
  }

  // MARK: Steps

  mutating func proposeStep(_ text: String) {
    if text.range(ofLast: "[[") != nil { return proposeLink(in: text) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    if words.count == 2, words[0] == "include" {
      replaced = place.offset - words[1].utf8.count..<place.offset
      return proposeNames(.useCase, given: [])
    }
    replaced = place.offset - text.utf8.count..<place.offset
    // A subject is short; what is longer is a sentence by now.
    guard words.count <= 5 else { return }
    add(
      Proposal(
        label: "include", symbol: .keyword, detail: "performs another use case", text: "include ",
        snippet: "include $0"))
    proposeParticipants()
  }

  /// Who may act in a step: the actors that take part, and the system.
  private mutating func proposeParticipants() {
    guard let useCase = element?.as(UseCase.self) else { return }
    var known: Set<String> = []
    var elements = useCase.participants.map(\.element)
    if let system = useCase.system { elements.append(system.element) }
    elements += useCase.participants.flatMap { $0.ancestors.map(\.element) }
    for element in elements {
      for text in [element.title, element.name] where known.insert(text).inserted {
        add(
          Proposal(
            label: text, symbol: .reference, detail: element.kind.noun, text: text + " ",
            alias: text == element.title ? element.name : element.title))
      }
    }
    if useCase.system == nil, model.all(.system).count < 2 {
      add(Proposal(label: "System", symbol: .keyword, detail: "the system", text: "System "))
    }
  }

  /// The steps that a branch can hang on or go on with: of the flow that the block at a depth is;
  /// of the main flow where none is given.
  mutating func proposeSteps(of depth: Int?) {
    for step in steps(of: depth) {
      add(
        Proposal(
          label: String(step.number), symbol: .value, detail: step.text))
    }
  }

  /// `alternative 3a when "…"`
  mutating func proposeBranch(_ statement: [Token]) {
    if statement.count > 1 {
      let expectations = ClauseWalk.expectations(
        of: [], Statements.branchTails, after: Array(statement.dropFirst(2)), in: place.source)
      for expectation in expectations { propose(expectation) }
      return
    }
    let taken = Set(
      place.body.statements.filter { $0.first == "alternative" || $0.first == "exception" }
        .map(\.second))
    func free(_ step: String) -> String? {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).lazy
        .map { step + String(UnicodeScalar($0)) }.first { !taken.contains($0) }
    }
    let isInBranch = place.body.content == .branch
    for step in steps(of: isInBranch ? place.bodies.count - 1 : nil) {
      guard let anchor = free(String(step.number)) else { continue }
      add(Proposal(label: anchor, symbol: .value, detail: step.text))
    }
    if let anchor = free("*") {
      add(Proposal(label: anchor, symbol: .value, detail: "any step"))
    }
  }

  /// The steps of the main flow, or of the branch that is open at a depth.
  private func steps(of depth: Int?) -> [(number: Int, text: String)] {
    let flows = declaredFlows
    if let depth, place.bodies.indices.contains(depth), place.bodies[depth].content == .branch,
      let start = place.bodies[depth].header.first?.start
    {
      return flows.first { $0.syntax.range.lowerBound == start }.map(numbered) ?? []
    }
    return flows.first(where: \.isMain).map(numbered) ?? []
  }

  private func numbered(_ flow: FlowSyntax) -> [(number: Int, text: String)] {
    flow.steps.compactMap { step in
      guard let number = step.number else { return nil }
      let text = step.prose?.string ?? step.inclusion.map { "include \($0.raw)" } ?? ""
      return (number, visible(text))
    }
  }

  /// The flows and branches of the use case around the place, those inside others included.
  private var declaredFlows: [FlowSyntax] {
    guard let header = place.declaration?.header, header.count > 1 else { return [] }
    let name = header[1].range
    let declaration = tree.nodes.indices.lazy.map { SyntaxNode(tree: tree, index: $0) }
      .first { $0.kind == .declaration && $0.first(.name)?.range == name }
    guard let declaration else { return [] }
    return (declaration.index..<tree.endOfNode(declaration.index)).compactMap { index in
      let node = SyntaxNode(tree: tree, index: index)
      return node.kind == .flow || node.kind == .branch ? FlowSyntax(node) : nil
    }
  }
}

extension Model {
  /// The elements of some kinds that have a name, those of models that it builds on included.
  func candidates(_ kinds: KindSet) -> [Element] {
    everywhere(kinds).filter { !$0.name.isEmpty }
  }
}

extension String {
  /// Where the last occurrence of two equal characters begins.
  fileprivate func range(ofLast pair: String) -> String.Index? {
    var found: String.Index?
    var position = startIndex
    while position < endIndex {
      if self[position...].hasPrefix(pair) { found = position }
      position = index(after: position)
    }
    return found
  }
}
