import UseCaseModel
import UseCaseSyntax

/// Finds out what can be written at a place: what the language takes there, and nothing else.
struct Completer {
  let place: CursorPlace
  let model: Model
  let tree: SyntaxTree
  let today: CalendarDate?
  private(set) var proposals: [Proposal] = []
  /// The bytes that the proposals replace, where these are more than the word being typed.
  var replaced: Range<Int>

  init(_ place: CursorPlace, _ model: Model, _ tree: SyntaxTree, today: CalendarDate?) {
    self.place = place
    self.model = model
    self.tree = tree
    self.today = today
    replaced = place.partial
  }

  mutating func run() {
    switch place.kind {
    case .comment: break
    case .text(let text): proposeLink(in: text)
    case .step(let text): proposeStep(text)
    case .statement:
      if place.statement.isEmpty { proposeStatements() } else { proposeNext() }
    }
  }

  mutating func add(_ proposal: Proposal) { proposals.append(proposal) }

  /// Lets every proposal end with some more text.
  mutating func close(with end: String) {
    for index in proposals.indices {
      proposals[index].text = (proposals[index].text ?? proposals[index].label) + end
    }
  }

  // MARK: The element around the place

  /// The innermost element in whose body the place lies, as far as the model knows it.
  var element: Element? {
    for body in place.bodies.reversed() {
      guard case .declaration = body.content, body.header.count > 1 else { continue }
      let name = body.header[1].range
      let node = tree.nodes.indices.first { index in
        tree.nodes[index].kind == .declaration
          && SyntaxNode(tree: tree, index: index).first(.name)?.range == name
      }
      if let node { return model.element(declaredAt: SyntaxNode(tree: tree, index: node)) }
    }
    return nil
  }

  /// The kind of the declaration in whose body a statement begins; nil for a file or a flow.
  private var kind: ElementKind? {
    if case .declaration(let kind) = place.body.content { return kind }
    return nil
  }

  // MARK: Statements

  private mutating func proposeStatements() {
    switch place.body.content {
    case .file: proposeDeclarations(Vocabulary.fileLevel)
    case .declaration(let kind):
      guard let info = Vocabulary.declaration(kind) else { return }
      proposeClauses(info)
      if kind == .useCase { proposeFlows() }
      proposeDeclarations(info.members)
      if kind == .journey { proposePoints(given: ["completed", "abandoned"]) }
    case .flow: proposeNextStep()
    case .branch:
      proposeNextStep()
      proposeClosings()
      for block in Vocabulary.flowBlocks where block.text != "flow" { add(Statements.flow(block)) }
    }
  }

  private mutating func proposeClauses(_ info: DeclarationInfo) {
    let given = Set(
      place.body.statements.flatMap { [$0.first, "\($0.first) \($0.second)"] })
    for clause in info.clauses
    where (clause.occurrence == .repeated || !given.contains(clause.text)) && isOpen(to: clause) {
      add(Statements.clause(clause))
    }
  }

  /// What a use case's surroundings say already: its system, and in its steps what it includes.
  private func isOpen(to clause: ClauseInfo) -> Bool {
    guard kind == .useCase else { return true }
    switch clause.keyword {
    case Clauses.system.keyword:
      return place.bodies.dropLast().last?.content != .declaration(.system)
    case Clauses.include.keyword: return !hasFlow
    default: return true
    }
  }

  private var hasFlow: Bool { place.body.statements.contains { $0.first == "flow" } }

  private mutating func proposeFlows() {
    for block in Vocabulary.flowBlocks where block.text != "flow" || !hasFlow {
      add(Statements.flow(block))
    }
  }

  private mutating func proposeDeclarations(_ kinds: KindSet) {
    for info in Vocabulary.declarations where kinds.contains(info.kind) {
      if info.kind == .model, model.declaration != nil { continue }
      add(Statements.declaration(info))
    }
  }

  private mutating func proposeNextStep() {
    let number = (place.body.steps.max() ?? 0) + 1
    add(
      Proposal(
        label: "\(number).", symbol: .snippet, detail: "the next step",
        documentation: "A step: who does it, and what.", text: "\(number). ",
        snippet: "\(number). $0"))
  }

  private mutating func proposeClosings() {
    for (text, documentation, example) in Vocabulary.closings {
      let card = KeywordDocumentation(documentation, example: example).markdown
      if text == "end" {
        for outcome in Outcome.allCases {
          add(
            Proposal(
              label: "end \(outcome.rawValue)", symbol: .keyword, documentation: card))
        }
      } else {
        add(Proposal(label: text, symbol: .keyword, documentation: card))
      }
    }
  }

  // MARK: Within a statement

  private mutating func proposeNext() {
    let statement = place.statement
    let words = statement.map(place.text)
    if let arrow = statement.firstIndex(where: { $0.kind == .arrow }), kind == .journey {
      return proposeTransition(statement, arrow)
    }
    if case .branch = place.body.content, proposeClosing(words) { return }
    if isInUseCase, words[0] == "alternative" || words[0] == "exception" {
      return proposeBranch(statement)
    }
    if proposeHeader(statement, words) { return }
    guard let kind, let info = Vocabulary.declaration(kind) else { return }
    proposeClause(info, words, statement)
  }

  private var isInUseCase: Bool { place.declaration?.content == .declaration(.useCase) }

  /// A declaration's header: its name is new, its parents are not.
  private mutating func proposeHeader(_ statement: [Token], _ words: [String]) -> Bool {
    guard let info = Vocabulary.declarations.first(where: { $0.kind.keyword == words[0] }) else {
      return false
    }
    let isMember =
      place.body.content == .file
      ? Vocabulary.fileLevel.contains(info.kind)
      : kind.flatMap(Vocabulary.declaration)?.members.contains(info.kind) ?? false
    guard isMember else { return false }
    if let colon = statement.firstIndex(where: { $0.kind == .colon }), !info.parents.isEmpty {
      let given = statement[(colon + 1)...].map(place.text)
      guard statement.last?.kind == .colon || statement.last?.kind == .comma else { return true }
      propose(.names(info.parents, given: given + [words[1]]))
    }
    return true
  }

  private mutating func proposeClause(
    _ info: DeclarationInfo, _ words: [String], _ statement: [Token]
  ) {
    let pair = words.count > 1 ? "\(words[0]) \(words[1])" : ""
    if let clause = info.clauses.first(where: { $0.text == pair }) {
      return propose(clause, after: Array(statement.dropFirst(2)))
    }
    if let clause = info.clauses.first(where: { $0.text == words[0] }) {
      propose(clause, after: Array(statement.dropFirst()))
    }
    guard words.count == 1 else { return }
    for clause in info.clauses where clause.text.hasPrefix(words[0] + " ") {
      let second = String(clause.text.dropFirst(words[0].count + 1))
      var proposal = Statements.clause(clause)
      proposal.label = second
      proposal.snippet = proposal.snippet.map { String($0.dropFirst(words[0].count + 1)) }
      proposal.text = proposal.text.map { String($0.dropFirst(words[0].count + 1)) }
      add(proposal)
    }
  }

  private mutating func propose(_ clause: ClauseInfo, after tokens: [Token]) {
    let expectations = ClauseWalk.expectations(
      of: clause.arguments, clause.tails, after: tokens, in: place.source)
    for expectation in expectations { propose(expectation) }
  }

  private mutating func proposeClosing(_ words: [String]) -> Bool {
    switch words[0] {
    case "resume" where words.count == 1: proposeSteps(of: place.bodies.count - 2)
    case "end" where words.count == 1: propose(.words(Outcome.allCases.map(\.rawValue)))
    case "resume", "end": break
    default: return false
    }
    return true
  }

  private mutating func proposeTransition(_ statement: [Token], _ arrow: Int) {
    let given = statement.filter { $0.kind == .word }.map(place.text)
    if statement.last?.kind == .arrow || statement.last?.kind == .comma {
      return proposePoints(given: given + ["start"])
    }
    let points = statement[(arrow + 1)...].prefix { $0.kind == .word || $0.kind == .comma }
    guard points.count == 1 || points.dropFirst().first.map({ $0.kind == .word }) ?? false else {
      return
    }
    let expectations = ClauseWalk.expectations(
      of: [Argument(.percentage, "share", isOptional: true)], Statements.transitionTails,
      after: Array(statement[(arrow + 2)...]), in: place.source)
    for expectation in expectations { propose(expectation) }
  }
}
