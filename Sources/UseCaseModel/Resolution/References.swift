import UseCaseSyntax

extension Resolver {
  /// Resolves every reference of a tree, in one walk over its nodes; replaces what an earlier walk
  /// found.
  mutating func resolveReferences(ofTreeAt index: Int) {
    if index == targets.count {
      targets.append([])
      mentions.append([])
      unresolved.append([])
    } else {
      mentions[index] = []
      unresolved[index] = []
    }
    let tree = trees[index]
    var walk = ReferenceWalk(top: topScopes[index])
    var row = [Int32](repeating: Target.none, count: tree.nodes.count)
    var nextDeclared = 0
    let list = declared[index]
    let isForeign = topScopes[index] >= 0
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      for position in tree.nodes.indices {
        let node = tree.nodes[position]
        walk.leave(position)
        if nextDeclared < list.count, list[nextDeclared].node == position {
          let element = list[nextDeclared].element
          nextDeclared += 1
          if node.kind == .declaration {
            walk.enter(element, scope: scope(inside: element), end: tree.endOfNode(position))
          }
        }
        switch node.kind {
        case .clause:
          walk.clause = node.keyword
          walk.clauseEnd = tree.endOfNode(position)
          walk.base = Target.none
        case .tail:
          walk.tail = node.keyword
          walk.tailEnd = tree.endOfNode(position)
        case .parents: walk.mark(Keyword.parents, end: tree.endOfNode(position))
        case .link: walk.linkEnd = tree.endOfNode(position)
        case .transition: walk.mark(Keyword.transition, end: tree.endOfNode(position))
        case .step: walk.mark(Clauses.include.keyword, end: tree.endOfNode(position))
        case .reference:
          let mark = resolve(position, index, bytes, &walk, isForeign: isForeign)
          row[position] = mark
          if mark >= 0 { mention(mark, index, position, walk) }
        default: break
        }
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

  private mutating func mention(_ mark: Int32, _ tree: Int, _ node: Int, _ walk: ReferenceWalk) {
    let isLink = node < walk.linkEnd
    mentions[tree].append(
      (
        mark,
        MentionRecord(
          source: walk.element, tree: Int32(truncatingIfNeeded: tree),
          node: Int32(truncatingIfNeeded: node), clause: isLink ? .link : walk.clause,
          tail: node < walk.tailEnd ? walk.tail : .absent)
      ))
  }

  private mutating func resolve(
    _ position: Int, _ tree: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    _ walk: inout ReferenceWalk, isForeign: Bool
  ) -> Int32 {
    let syntax = ReferenceSyntax(SyntaxNode(tree: trees[tree], index: position))
    let range = trees[tree].nodes[position].range
    if walk.isAtJourneyPoint(position), let point = builtInPoint(bytes, range) { return point }
    let kinds = syntax.kinds
    if kinds == KindSet(.extensionPoint) {
      // Looked up in the use case that is extended; a rule tells where it is not.
      guard walk.base >= 0 else { return Target.none }
      return declared(names.find(bytes, range.withoutBackticks(bytes)), in: walk.base, of: kinds)
        ?? Target.none
    }
    var (found, reason) = look(up: range, bytes, kinds, from: walk.scope)
    if found < 0, let reason, !isForeign {
      let unknown = UnresolvedReference(
        reference: syntax, reason: reason,
        source: walk.element < 0 ? nil : ElementID(Int(walk.element)),
        meant: assumptions[position] ?? [])
      unresolved[tree].append(unknown)
      found = unknown.assumed?.index ?? found
    }
    if walk.clause == Clauses.extend.keyword, position < walk.clauseEnd { walk.base = found }
    return found
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

/// Where a walk over the nodes of a tree stands.
struct ReferenceWalk {
  private var open: [(element: Int32, scope: Int32, end: Int)]
  var clause = Keyword.absent
  var clauseEnd = 0
  var tail = Keyword.absent
  var tailEnd = 0
  var linkEnd = 0
  /// What the clause's first name refers to: the base of an `extend`.
  var base = Target.none

  init(top: Int32) { open = [(-1, top, Int.max)] }

  @inline(__always) var element: Int32 { open[open.count - 1].element }
  @inline(__always) var scope: Int32 { open[open.count - 1].scope }

  @inline(__always) mutating func leave(_ position: Int) {
    while position >= open[open.count - 1].end { open.removeLast() }
  }

  mutating func enter(_ element: Int32, scope: Int32, end: Int) {
    open.append((element, scope, end))
    clause = .absent
    clauseEnd = 0
  }

  /// Something that is no clause and holds references.
  mutating func mark(_ keyword: Keyword, end: Int) {
    clause = keyword
    clauseEnd = end
  }

  /// Whether `start`, `completed` and `abandoned` mean the journey's own points here.
  func isAtJourneyPoint(_ position: Int) -> Bool {
    position < clauseEnd
      && (clause == Keyword.transition || clause == Clauses.activity.keyword)
  }
}
