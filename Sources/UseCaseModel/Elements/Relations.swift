import UseCaseSyntax

extension ElementView {
  /// Its direct parents, unknown ones left out.
  public var parents: [Self] {
    guard element.hasParents else { return [] }
    return element.targets(of: element.declaration?.parents ?? []).compactMap { $0.as(Self.self) }
  }

  /// Its direct children, in order.
  public var children: [Self] {
    element.users(by: [.parents]).compactMap { $0.as(Self.self) }
  }

  /// All ancestors, nearest first, itself left out even in a ring.
  public var ancestors: [Self] {
    guard element.hasParents else { return [] }
    var seen: Set<ElementID> = [id]
    var result: [Self] = []
    var queue = parents
    var index = 0
    while index < queue.count {
      let next = queue[index]
      index += 1
      guard seen.insert(next.id).inserted else { continue }
      result.append(next)
      queue.append(contentsOf: next.parents)
    }
    return result
  }
}

extension Element {
  fileprivate var hasParents: Bool { declaration?.syntax.first(.parents) != nil }
}

extension UseCase {
  /// The system in whose body it stands, or that its clause names.
  public var system: System? {
    if let parent = element.parent, parent.kind == .system { return System(element: parent) }
    return target(Clauses.system)?.as(System.self)
  }

  public var primaryActors: [Actor] {
    targets(Clauses.actors).compactMap { $0.as(Actor.self) }
  }

  public var supportingActors: [Actor] {
    targets(Clauses.supporting).compactMap { $0.as(Actor.self) }
  }

  /// Primary and supporting actors, its own and those that its parents hand down, each once.
  public var participants: [Actor] {
    var result: [Actor] = []
    for useCase in [self] + ancestors {
      for clause in [Clauses.actors.keyword, Clauses.supporting.keyword] {
        useCase.element.forEachTarget(of: clause) { target in
          guard !result.contains(where: { $0.id.index == target }) else { return }
          result.append(Actor(element: model.element(Int(target))))
        }
      }
    }
    return result
  }

  /// Calls `visit` for each actor that its own clauses name, primary ones first, in source order.
  public func forEachActor(_ visit: (ElementID, _ isPrimary: Bool) -> Void) {
    element.forEachTarget(of: Clauses.actors.keyword, then: Clauses.supporting.keyword) {
      visit(ElementID(Int($0)), $1 == Clauses.actors.keyword)
    }
  }

  /// The use cases that it includes, by clause or by step, each once, in source order.
  public var included: [UseCase] {
    var result: [UseCase] = []
    guard element.record.node >= 0 else { return [] }
    let row = model.targets[Int(element.record.tree)]
    element.tree.forEachInclusion(in: Int(element.record.node)) { reference in
      let target = row[reference]
      guard target >= 0, model.records[Int(target)].kind == .useCase else { return }
      result.append(UseCase(element: model.element(Int(target))))
    }
    guard result.count > 1 else { return result }
    var seen = ElementSet()
    return result.filter { seen.insert($0.id) }
  }

  /// The use cases that include it, each once.
  public var includers: [UseCase] {
    element.users(by: Clauses.include).compactMap { $0.as(UseCase.self) }
  }

  /// The use cases that it extends, with the clause that says so.
  public var extensions: [(base: UseCase, clause: ClauseSyntax)] {
    clauses(Clauses.extend).compactMap { clause in
      guard let reference = clause.reference,
        let base = model.target(of: reference, near: element)?.as(UseCase.self)
      else { return nil }
      return (base, clause)
    }
  }

  /// The use cases that extend it, each once.
  public var extenders: [UseCase] {
    element.users(by: Clauses.extend).compactMap { $0.as(UseCase.self) }
  }

  public var extensionPoints: [ExtensionPoint] {
    element.members.compactMap { $0.as(ExtensionPoint.self) }
  }

  /// The touchpoints that it realises.
  public var touchpoints: [Touchpoint] {
    element.users(by: Clauses.realizedBy).compactMap { $0.as(Touchpoint.self) }
  }

  /// The timebox that delivers it.
  public var timebox: Timebox? {
    element.users(by: Clauses.delivers).lazy.compactMap { $0.as(Timebox.self) }.first
  }
}

extension Actor {
  /// The use cases that name it as primary or supporting actor.
  public var ownUseCases: [UseCase] {
    element.users(by: [Clauses.actors.keyword, Clauses.supporting.keyword])
      .compactMap { $0.as(UseCase.self) }
  }
}
