import UseCaseModel
import UseCaseSyntax

/// What several rules need to know of the whole model, found out once.
public final class ModelFacts {
  public let model: Model
  /// The trees of the model's own files, without those it builds on.
  public let ownTrees: [SyntaxTree]
  /// Words that syntax errors swallowed: no second mistake is made of them.
  public let lostNames: Set<String>
  /// Kinds of which a syntax error swallowed a name.
  public let namelessKinds: KindSet

  init(_ model: Model) {
    self.model = model
    ownTrees = model.ownTrees
    lostNames = ownTrees.reduce(into: []) { $0.formUnion($1.lostNames) }
    namelessKinds = ownTrees.reduce(into: []) { $0.formUnion($1.namelessKinds) }
  }

  /// Whether the model's own files declare a use case.
  public private(set) lazy var hasUseCases = !model.all(.useCase).isEmpty

  /// Finds what misspelt names mean.
  public private(set) lazy var spelling = Spelling(model)

  /// Whether a use case names an actor that nobody declares, and that may be any of them.
  public private(set) lazy var hasUnknownActors = model.unresolved.contains {
    $0.reference.kinds == .actor && $0.source.map { model.element($0).kind } == .useCase
      && $0.assumed == nil
  }

  /// The elements in whose syntax a name stands that nothing declares.
  private(set) lazy var elementsWithUnknownNames = Set(model.unresolved.compactMap(\.source))

  private struct SyntaxKey: Hashable {
    let tree: ObjectIdentifier
    let node: Int

    init(_ syntax: SyntaxNode) {
      tree = ObjectIdentifier(syntax.tree)
      node = syntax.index
    }
  }

  private lazy var elementsByDeclaration: [SyntaxKey: Element] = {
    var elements: [SyntaxKey: Element] = [:]
    for element in model.elements where element.kind != .extensionPoint {
      for declaration in element.declarations {
        elements[SyntaxKey(declaration.syntax)] = element
      }
    }
    return elements
  }()

  /// Whether nothing has the name that a reference says, though the model may take it for another.
  func isUnknown(_ reference: ReferenceSyntax) -> Bool {
    unknownNames.contains(SyntaxKey(reference.syntax))
  }

  private lazy var unknownNames = Set(model.unresolved.map { SyntaxKey($0.reference.syntax) })

  /// The element that a declaration declares.
  func element(declaredAt syntax: SyntaxNode) -> Element? {
    elementsByDeclaration[SyntaxKey(syntax)]
  }

  // MARK: Relations

  /// Which use case includes which, by clause or by step.
  private(set) lazy var inclusions = graph(of: Clauses.include.keyword, among: .useCase)
  /// Which use case extends which.
  private(set) lazy var extensions = graph(of: Clauses.extend.keyword, among: .useCase)
  /// The parents of actors and of use cases.
  private(set) lazy var generalizations = graph(
    of: .parents, among: KindSet([.actor, .useCase]))

  private func graph(of clause: Keyword, among kinds: KindSet) -> ArrowGraph {
    ArrowGraph(
      model.mentions(in: clause).compactMap { target, mention in
        guard let source = mention.source, mention.tail == nil, kinds.contains(source.kind),
          model.element(target).kind == source.kind
        else { return nil }
        return Arrow(source: source.id, target: target, reference: mention.reference)
      })
  }

  // MARK: Delivery

  /// The planned effort, and what priorities are balanced in.
  private(set) lazy var effort = EffortPlan(model, schedule)
  /// Which timebox delivers which use case.
  private(set) lazy var schedule = Schedule(model)
  /// Whether a use case of the model's own files has a priority.
  private(set) lazy var hasPriorities = model.all(.useCase).contains {
    $0.first(Clauses.priority) != nil
  }

  // MARK: Actors

  /// The actors that take part in a use case, themselves or by what their ancestors do.
  public private(set) lazy var participants: ElementSet = {
    let named = [Clauses.actors.keyword, Clauses.supporting.keyword].flatMap { clause in
      model.mentions(in: clause).filter { $0.mention.source?.kind == .useCase }.map(\.target)
    }
    return closure(
      of: named,
      under: { actor in
        self.model.element(actor).users(by: [.parents]).map(\.id)
      })
  }()

  /// The actors that customers are: those whom personas play or who act at touchpoints, with all
  /// that these generalise or specialise.
  public private(set) lazy var customers: ElementSet = {
    let acting = model.mentions(in: Clauses.touchpointActors.keyword)
      .filter { $0.mention.source?.kind == .touchpoint }.map(\.target)
    let played = model.mentions(in: Clauses.plays.keyword).map(\.target)
    var customers = closure(of: acting + played) { actor in
      self.model.element(actor).users(by: [.parents]).map(\.id)
    }
    customers.formUnion(
      closure(of: acting + played) { actor in
        self.generalizations.arrows(from: actor).map(\.target)
      })
    return customers
  }()

  /// Whether an actor takes part in one of the use cases: itself, a parent or a child of it, in
  /// the use case, in one that it includes, or in one that it extends.
  func takesPart(_ actor: Actor, in useCases: [UseCase]) -> Bool {
    // Nearly always the actor itself is named.
    var isNamed = false
    for useCase in useCases {
      useCase.forEachActor { other, _ in isNamed = isNamed || other == actor.id }
    }
    if isNamed { return true }
    let line = Set(([actor] + actor.ancestors).map(\.id))
    func isKin(_ other: Actor) -> Bool {
      line.contains(other.id) || other.ancestors.contains { $0.id == actor.id }
    }
    var seen = Set(useCases.map(\.id))
    var queue = useCases
    var index = 0
    // What is farther away is given the benefit of the doubt: the rule stays linear.
    while index < queue.count, index < ModelFacts.farthest {
      let useCase = queue[index]
      index += 1
      if useCase.participants.contains(where: isKin) { return true }
      for graph in [inclusions, extensions] {
        for arrow in graph.arrows(from: useCase.id) where seen.insert(arrow.target).inserted {
          queue.append(UseCase(element: model.element(arrow.target)))
        }
      }
    }
    return index < queue.count
  }

  private static let farthest = 100

  // MARK: Journeys

  /// The use cases that touchpoints and their moments use, with all that these include, that extend
  /// these, and whose parents or children they are.
  public private(set) lazy var journeyUseCases: ElementSet = {
    let clauses = [
      Clauses.realizedBy.keyword, Clauses.pain.keyword, Clauses.opportunity.keyword,
      Clauses.proactive.keyword, Clauses.reactive.keyword, Clauses.needs.keyword,
      Clauses.expects.keyword,
    ]
    let used = clauses.flatMap { clause in
      model.mentions(in: clause).filter { target, mention in
        let source = mention.source?.kind
        return (source == .touchpoint || source == .moment)
          && model.element(target).kind == .useCase
      }.map(\.target)
    }
    return closure(of: used) { useCase in
      let users = self.model.element(useCase).users(by: [Clauses.extend.keyword, .parents])
      return users.map(\.id) + self.inclusions.arrows(from: useCase).map(\.target)
        + self.extensions.arrows(from: useCase).map(\.target)
        + self.generalizations.arrows(from: useCase).map(\.target)
    }
  }()

  /// Whether a touchpoint or a moment uses any use case.
  public private(set) lazy var hasJourneyUseCases = !journeyUseCases.isEmpty

  private func closure(
    of elements: [ElementID], under next: (ElementID) -> [ElementID]
  ) -> ElementSet {
    var found = ElementSet()
    var stack = elements.filter { found.insert($0) }
    while let element = stack.popLast() {
      for other in next(element) where found.insert(other) { stack.append(other) }
    }
    return found
  }
}

extension SyntaxNode {
  /// The place just behind it, for an insertion.
  var placeBehind: Place {
    tree.source.place(range.upperBound..<range.upperBound)
  }
}

extension DeclarationSyntax {
  /// Whether its main flow has a step.
  var hasSteps: Bool { flow?.syntax.first(.step) != nil }
}
