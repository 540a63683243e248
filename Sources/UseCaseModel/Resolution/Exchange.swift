import UseCaseSyntax

extension Model {
  /// The same model with other trees for its files; nil where these differ in more than prose.
  func exchanging(_ own: [SyntaxTree], _ foreign: [ForeignModel]) -> Model? {
    let all = own + foreign.flatMap(\.trees)
    guard own.count == ownTreeCount, all.count == trees.count,
      zip(all, trees).allSatisfy({ $0 === $1 || $0.differsInProseOnly(from: $1) })
    else { return nil }
    return Model(self, trees: all)
  }
}

extension SyntaxTree {
  /// Whether every node stands for the same in both, at the same place in the list of nodes.
  fileprivate func differsInProseOnly(from other: SyntaxTree) -> Bool {
    source.path == other.source.path && nodes.count == other.nodes.count
      && nodes.indices.allSatisfy { index in
        nodes[index].kind == other.nodes[index].kind && endOfNode(index) == other.endOfNode(index)
      }
      && TreePrint(self).interface == TreePrint(other).interface
  }
}
