import Synchronization
import UseCaseSyntax

/// What a tree declares and what it names: all that resolution reads of it, found in one walk and
/// shared by the versions of a model that hold the tree.
final class TreeNames: Sendable {
  /// A declaration, or a clause that declares an extension point.
  struct Declaration: Sendable {
    let node: Int32
    /// The node behind its last one.
    let end: Int32
    let kind: ElementKind
    /// Its name without backticks; empty where it has none.
    let name: Range<Int>
  }

  struct Reference: Sendable {
    let node: Int32
    /// The place of the declaration around it, or −1; extension points are around nothing.
    let owner: Int32
    /// The place of the reference before it in an `extend` clause, or −1.
    let base: Int32
    let range: Range<Int>
    let kinds: KindSet
    let clause: Keyword
    let tail: Keyword
    /// Whether `start`, `completed` and `abandoned` mean the journey's own points here.
    let isJourneyPoint: Bool
  }

  let declarations: [Declaration]
  let references: [Reference]
  /// The names in its references, made when somebody asks for them.
  private let mentioned = Mutex<NameFilter?>(nil)

  init(_ tree: SyntaxTree) {
    var walk = NameWalk(tree)
    tree.source.bytes.withUnsafeBufferPointer { walk.run($0) }
    declarations = walk.declarations
    references = walk.references
  }

  /// Whether one of its references may say one of some names, as `NameFilter` calls them, alone or as
  /// a part of a qualified one; `tree` is its own.
  func mayMention(_ names: Set<UInt64>, in tree: SyntaxTree) -> Bool {
    guard !names.isEmpty else { return false }
    return mentioned.withLock { mentioned in
      let filter =
        mentioned ?? tree.source.bytes.withUnsafeBufferPointer { NameFilter(references, $0) }
      mentioned = filter
      return names.contains(where: filter.mayHold)
    }
  }

  /// Whether the same nodes name something in the same way.
  func refers(as other: TreeNames) -> Bool {
    references.elementsEqual(other.references) {
      $0.node == $1.node && $0.owner == $1.owner && $0.clause == $1.clause && $0.tail == $1.tail
    }
  }
}

/// One walk over the nodes of a tree.
private struct NameWalk {
  private let tree: SyntaxTree
  var declarations: [TreeNames.Declaration] = []
  var references: [TreeNames.Reference] = []
  private var open: [(owner: Int32, end: Int)] = [(-1, Int.max)]
  private var clause = Keyword.absent
  private var clauseEnd = 0
  private var tail = Keyword.absent
  private var tailEnd = 0
  private var linkEnd = 0
  private var base: Int32 = -1

  init(_ tree: SyntaxTree) { self.tree = tree }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    tree.nodes.withUnsafeBufferPointer { nodes in
      for position in nodes.indices {
        let node = nodes[position]
        while position >= open[open.count - 1].end { open.removeLast() }
        let end = tree.endOfNode(position)
        switch node.kind {
        case .declaration:
          let kind = DeclarationSyntax(SyntaxNode(tree: tree, index: position)).kind
          declare(kind, position, end, bytes)
          open.append((Int32(truncatingIfNeeded: declarations.count - 1), end))
          mark(.absent, end: 0)
        case .clause:
          if node.keyword == Clauses.extensionPoint.keyword {
            declare(.extensionPoint, position, end, bytes)
          }
          mark(node.keyword, end: end)
          base = -1
        case .tail: (tail, tailEnd) = (node.keyword, end)
        case .parents: mark(.parents, end: end)
        case .link: linkEnd = end
        case .transition: mark(.transition, end: end)
        case .step: mark(Clauses.include.keyword, end: end)
        case .reference: refer(node, position)
        default: break
        }
      }
    }
  }

  private mutating func mark(_ keyword: Keyword, end: Int) {
    clause = keyword
    clauseEnd = end
  }

  private mutating func declare(
    _ kind: ElementKind, _ position: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let name = SyntaxNode(tree: tree, index: position).first(.name)?.range
    declarations.append(
      TreeNames.Declaration(
        node: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: end), kind: kind,
        name: name?.withoutBackticks(bytes) ?? 0..<0))
  }

  private mutating func refer(_ node: Node, _ position: Int) {
    let kinds = ReferenceSyntax(SyntaxNode(tree: tree, index: position)).kinds
    let isInClause = position < clauseEnd
    let isExtending = isInClause && clause == Clauses.extend.keyword
    references.append(
      TreeNames.Reference(
        node: Int32(truncatingIfNeeded: position), owner: open[open.count - 1].owner, base: base,
        range: node.range, kinds: kinds, clause: position < linkEnd ? .link : clause,
        tail: position < tailEnd ? tail : .absent,
        isJourneyPoint: isInClause
          && (clause == Keyword.transition || clause == Clauses.activity.keyword)))
    if isExtending, kinds != KindSet(.extensionPoint) {
      base = Int32(truncatingIfNeeded: references.count - 1)
    }
  }
}
