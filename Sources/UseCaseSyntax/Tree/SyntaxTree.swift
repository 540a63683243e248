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

  /// Calls `visit` with the index of each reference of a use case's declaration by which it includes
  /// another one, in a clause or a step, in source order.
  public func forEachInclusion(in declaration: Int, _ visit: (Int) -> Void) {
    let include = Clauses.include.keyword.hash
    nodes.withUnsafeBufferPointer { nodes in
      let end = Int(nodes[declaration].next)
      var index = declaration + 1
      while index < end {
        let node = nodes[index]
        switch node.kind {
        case .clause where node.tag == include, .step where node.flags.contains(.includes):
          for child in index + 1..<Int(node.next) where nodes[child].kind == .reference {
            visit(child)
          }
          index = Int(node.next)
        case .flow, .branch: index += 1
        default: index = Int(node.next)
        }
      }
    }
  }

  /// Calls `visit` with each direct child of a node, in source order.
  @inline(__always)
  public func forEachChild(of parent: Int, _ visit: (Int, Node) -> Void) {
    nodes.withUnsafeBufferPointer { nodes in
      var child = parent + 1
      let end = Int(nodes[parent].next)
      while child < end {
        let node = nodes[child]
        visit(child, node)
        child = Int(node.next)
      }
    }
  }

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
  var bytes: ArraySlice<UInt8> { tree.source.bytes[range.clamped(to: 0..<tree.source.bytes.count)] }

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
  public func all(_ kind: NodeKind) -> [SyntaxNode] { all(kind, as: { $0 }) }

  /// The children of a kind, wrapped, in source order.
  @inline(__always)
  func all<View>(_ kind: NodeKind, as view: (SyntaxNode) -> View) -> [View] {
    all(where: { $0.kind == kind }, as: view)
  }

  /// The children of a kind with a keyword, in source order.
  public func all(_ kind: NodeKind, _ keyword: Keyword) -> [SyntaxNode] {
    all(kind, keyword, as: { $0 })
  }

  /// The children of a kind with a keyword, wrapped, in source order.
  @inline(__always)
  func all<View>(
    _ kind: NodeKind, _ keyword: Keyword, as view: (SyntaxNode) -> View
  ) -> [View] {
    all(where: { $0.kind == kind && $0.tag == keyword.hash }, as: view)
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
  private func all<View>(
    where matches: (Node) -> Bool, as view: (SyntaxNode) -> View
  ) -> [View] {
    var result: [View] = []
    tree.nodes.withUnsafeBufferPointer { nodes in
      var child = index + 1
      let end = Int(nodes[index].next)
      while child < end {
        if matches(nodes[child]) { result.append(view(SyntaxNode(tree: tree, index: child))) }
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
