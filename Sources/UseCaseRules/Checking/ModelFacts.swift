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

  /// The use cases that no path ends in success: their flow stops, or they include such a one.
  ///
  /// A ring of inclusions counts as successful, for it is a mistake of its own.
  public private(set) lazy var failingUseCases: Set<ElementID> = findFailing()

  private func findFailing() -> Set<ElementID> {
    // Optimistic at first; each round finds the use cases that fail because of those known so far.
    // A use case is looked at again only when one that it includes turns out to fail.
    var failing: Set<ElementID> = []
    var queue = model.all(UseCase.self)
    var index = 0
    while index < queue.count {
      let useCase = queue[index]
      index += 1
      guard !failing.contains(useCase.id), let graph = useCase.flowGraph, !graph.steps.isEmpty
      else { continue }
      let ends = graph.reach { !failing.contains($0.id) }.ends
      guard !ends.contains(.success), !hasOpenEnd(graph) else { continue }
      failing.insert(useCase.id)
      queue.append(contentsOf: useCase.includers)
    }
    return failing
  }

  /// A branch that says nothing about its end may well succeed.
  private func hasOpenEnd(_ graph: FlowGraph) -> Bool {
    graph.blocks.indices.dropFirst().contains { graph.exits(of: $0).isEmpty }
  }
}

extension SyntaxNode {
  /// The place just behind it, for an insertion.
  var placeBehind: Place {
    tree.source.place(range.upperBound..<range.upperBound)
  }
}
