import UseCaseSyntax

extension Resolver {
  /// Resolves every reference of a tree, in source order; replaces what an earlier call found.
  mutating func resolveReferences(ofTreeAt index: Int) {
    if index == targets.count {
      targets.append([])
      unresolved.append([])
    } else {
      unresolved[index] = []
    }
    let tree = trees[index]
    let list = treeNames[index].references
    let elements = declared[index]
    let top = topScopes[index]
    var row = [Int32](repeating: Target.none, count: tree.nodes.count)
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      for reference in list {
        let owner = reference.owner < 0 ? -1 : elements[Int(reference.owner)]
        let scope = owner < 0 ? top : scope(inside: owner)
        let base = reference.base < 0 ? Target.none : row[Int(list[Int(reference.base)].node)]
        var (mark, reason) = resolve(reference, bytes, from: scope, base: base)
        if mark < 0, let reason, top < 0 {
          let syntax = SyntaxNode(tree: tree, index: Int(reference.node))
          let unknown = UnresolvedReference(
            reference: ReferenceSyntax(syntax), reason: reason,
            source: owner < 0 ? nil : ElementID(Int(owner)),
            meant: assumptions[Int(reference.node)] ?? [])
          unresolved[index].append(unknown)
          mark = unknown.assumed?.index ?? mark
        }
        row[Int(reference.node)] = mark
      }
    }
    targets[index] = row
  }

  /// Takes unknown names for what they most probably mean, and resolves their files once more: a
  /// misspelt name stays one mistake, and what hangs on it is not found missing as well.
  mutating func assumeMeanings() {
    let affected = unresolved.indices.filter { !unresolved[$0].isEmpty }
    guard !affected.isEmpty else { return }
    let spelling = Spelling(Model(self))
    var known: [UnknownName: [ElementID]] = [:]
    for tree in affected {
      assumptions = [:]
      for reference in unresolved[tree] {
        guard case .unknown = reference.reason else { continue }
        let name = UnknownName(name: reference.reference.name, kinds: reference.reference.kinds)
        let meant =
          known[name] ?? spelling.elements(meantBy: name.name, of: name.kinds).map(\.id)
        known[name] = meant
        assumptions[reference.reference.syntax.index] = meant
      }
      resolveReferences(ofTreeAt: tree)
    }
    assumptions = [:]
  }

  private func resolve(
    _ reference: TreeNames.Reference, _ bytes: UnsafeBufferPointer<UInt8>, from scope: Int32,
    base: Int32
  ) -> (element: Int32, reason: UnresolvedReference.Reason?) {
    let range = reference.range
    if reference.isJourneyPoint, let point = builtInPoint(bytes, range) { return (point, nil) }
    if reference.kinds == KindSet(.extensionPoint) {
      // Looked up in the use case that is extended; a rule tells where it is not.
      guard base >= 0 else { return (Target.none, nil) }
      let name = names.find(bytes, range.withoutBackticks(bytes))
      return (declared(name, in: base, of: reference.kinds) ?? Target.none, nil)
    }
    return look(up: range, bytes, reference.kinds, from: scope)
  }

  private func builtInPoint(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int32? {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    if text.elementsEqual("start".utf8) { return Target.start }
    if text.elementsEqual("completed".utf8) { return Target.completed }
    if text.elementsEqual("abandoned".utf8) { return Target.abandoned }
    return nil
  }
}

/// A name that nothing declares, at places that take some kinds.
private struct UnknownName: Hashable {
  let name: String
  let kinds: KindSet
}

extension KindSet {
  /// Kinds that names are qualified with.
  static let namespaces = KindSet([.package, .journey])
}
