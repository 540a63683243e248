import UseCaseSyntax

/// A place that names an element.
public struct Occurrence: Sendable, Hashable {
  public enum Form: Sendable, Hashable {
    case declaration
    /// A reference, or the part of one that goes through a package or a journey.
    case reference
    /// The subject of a step: the name, or the title in any case.
    case subject
  }
  public let place: Place
  public let form: Form
}

extension Model {
  /// Every place that names an element, in one of its trees or in all, by file and place; cost:
  /// linear in the model.
  public func occurrences(of element: Element, in tree: SyntaxTree? = nil) -> [Occurrence] {
    var found: Set<Occurrence> = []
    for declaration in element.declarations {
      if let name = declaration.nameNode {
        found.insert(Occurrence(place: name.place, form: .declaration))
      }
    }
    for mention in element.mentions {
      let syntax = mention.reference.syntax
      guard let range = syntax.nameParts.last else { continue }
      found.insert(Occurrence(place: syntax.tree.source.place(range), form: .reference))
    }
    if KindSet.namespaces.contains(element.kind) {
      found.formUnion(qualifiers(naming: element))
    }
    if element.kind == .actor || element.kind == .system {
      found.formUnion(subjects(naming: element, in: tree))
    }
    return found.filter { tree == nil || $0.place.path == tree?.source.path }.sorted {
      ($0.place.path, $0.place.range.lowerBound) < ($1.place.path, $1.place.range.lowerBound)
    }
  }

  /// The parts of qualified names that stand for a package or a journey.
  private func qualifiers(naming namespace: Element) -> [Occurrence] {
    var found: [Occurrence] = []
    for (place, tree) in trees.enumerated() {
      for (index, node) in tree.nodes.enumerated() where node.kind == .reference {
        let mark = targets[place][index]
        guard mark >= 0, tree.source.bytes[node.range].contains(0x2E) else { continue }
        let parts = SyntaxNode(tree: tree, index: index).nameParts
        var outer = element(Int(mark)).namespace
        for part in parts.dropLast().reversed() {
          if outer == namespace {
            found.append(Occurrence(place: tree.source.place(part), form: .reference))
          }
          outer = outer?.namespace
        }
      }
    }
    return found
  }

  private func subjects(naming element: Element, in tree: SyntaxTree?) -> [Occurrence] {
    var found: [Occurrence] = []
    for useCase in everywhere(UseCase.self) {
      if let tree, useCase.element.tree !== tree { continue }
      for step in useCase.flowGraph?.steps ?? [] {
        guard step.subject.element == element, let range = step.subjectRange else { continue }
        let source = step.syntax.syntax.tree.source
        found.append(Occurrence(place: source.place(range), form: .subject))
      }
    }
    return found
  }

  /// Whether every name and every step means the same in another version of the model, in which the
  /// same declarations stand in the same order; cost: linear.
  public func means(theSameAs other: Model) -> Bool {
    guard records.count == other.records.count, targets == other.targets,
      unresolved.count == other.unresolved.count, duplicates.count == other.duplicates.count,
      zip(records, other.records).allSatisfy({ $0.kind == $1.kind && $0.scope == $1.scope })
    else { return false }
    func subjects(_ model: Model) -> [[ElementID?]] {
      model.everywhere(UseCase.self).map { useCase in
        (useCase.flowGraph?.steps ?? []).map { $0.subject.element?.id }
      }
    }
    return subjects(self) == subjects(other)
  }
}
