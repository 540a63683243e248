/// What a file says, as far as it could be understood: a value that never changes.
public final class SyntaxTree: Sendable {
  public let source: SourceText
  public let nodes: [Node]
  /// The plain comments in source order.
  public let comments: [Range<Int>]
  /// The syntax errors, in source order.
  public let diagnostics: [Diagnostic]
  /// Words in what had to be skipped: a reference to one of them is no second mistake.
  public let lostNames: Set<String>
  /// Kinds declared without a name.
  public let namelessKinds: KindSet

  init(
    source: SourceText, nodes: [Node], comments: [Range<Int>], diagnostics: [Diagnostic],
    lostNames: Set<String>, namelessKinds: KindSet
  ) {
    self.source = source
    self.nodes = nodes
    self.comments = comments
    self.diagnostics = diagnostics
    self.lostNames = lostNames
    self.namelessKinds = namelessKinds
  }

  /// The index behind a node's last descendant.
  @inline(__always) public func endOfNode(_ index: Int) -> Int { Int(nodes[index].next) }

  /// Whether the file holds nothing but ASCII.
  public var isASCII: Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(UInt8(0), |) < 0x80
    }
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public var root: SyntaxNode { SyntaxNode(tree: self, index: 0) }
}

/// A node with its tree: the handle that every view of the tree is made of.
public struct SyntaxNode: Sendable, Hashable {
  public let tree: SyntaxTree
  /// Its place in the tree's list of nodes.
  public let index: Int

  public init(tree: SyntaxTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  @inline(__always) var node: Node { tree.nodes[index] }

  public var kind: NodeKind { node.kind }
  public var range: Range<Int> { node.range }
  public var place: Place { tree.source.place(range) }
  public var isBroken: Bool { node.flags.contains(.broken) }
  public var keyword: Keyword { Keyword(hash: node.tag) }
  /// Whether it is a choice whose word the vocabulary does not know.
  public var isUnknownChoice: Bool { node.isUnknownChoice }
  /// Its text as it stands in the file.
  public var raw: String { tree.source[range] }

  public var children: SyntaxChildren {
    SyntaxChildren(tree: tree, index: index + 1, end: Int(node.next))
  }

  /// The first child of a kind.
  public func first(_ kind: NodeKind) -> SyntaxNode? {
    first { $0.kind == kind }
  }

  /// The first child of a kind with a keyword.
  public func first(_ kind: NodeKind, _ keyword: Keyword) -> SyntaxNode? {
    first { $0.kind == kind && $0.tag == keyword.hash }
  }

  /// The children of a kind, in source order.
  public func all(_ kind: NodeKind) -> [SyntaxNode] {
    all { $0.kind == kind }
  }

  /// The children of a kind with a keyword, in source order.
  public func all(_ kind: NodeKind, _ keyword: Keyword) -> [SyntaxNode] {
    all { $0.kind == kind && $0.tag == keyword.hash }
  }

  // The walks read plain nodes and make a handle only for what they return: handles count their
  // references, and these two are where most of the time of all rules goes.

  @inline(__always)
  private func first(where matches: (Node) -> Bool) -> SyntaxNode? {
    let found = tree.nodes.withUnsafeBufferPointer { nodes -> Int? in
      var child = index + 1
      let end = Int(nodes[index].next)
      while child < end {
        if matches(nodes[child]) { return child }
        child = Int(nodes[child].next)
      }
      return nil
    }
    return found.map { SyntaxNode(tree: tree, index: $0) }
  }

  @inline(__always)
  private func all(where matches: (Node) -> Bool) -> [SyntaxNode] {
    var result: [SyntaxNode] = []
    tree.nodes.withUnsafeBufferPointer { nodes in
      var child = index + 1
      let end = Int(nodes[index].next)
      while child < end {
        if matches(nodes[child]) { result.append(SyntaxNode(tree: tree, index: child)) }
        child = Int(nodes[child].next)
      }
    }
    return result
  }

  public static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.index == right.index && left.tree === right.tree
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(index) }
}

/// The direct children of a node, in source order.
public struct SyntaxChildren: Sequence, IteratorProtocol, Sendable {
  let tree: SyntaxTree
  var index: Int
  let end: Int

  public mutating func next() -> SyntaxNode? {
    guard index < end else { return nil }
    let node = SyntaxNode(tree: tree, index: index)
    index = Int(tree.nodes[index].next)
    return node
  }
}
