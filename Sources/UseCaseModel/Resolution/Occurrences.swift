import UseCaseSyntax

extension Model {
  /// The element that a declaration or a clause `extension point` declares; cost: linear.
  public func element(declaredAt syntax: SyntaxNode) -> Element? {
    guard let tree = treeIndices[Int(bitPattern: ObjectIdentifier(syntax.tree))] else { return nil }
    let (place, node) = (Int32(truncatingIfNeeded: tree), Int32(truncatingIfNeeded: syntax.index))
    if let index = records.firstIndex(where: { $0.node == node && $0.tree == place }) {
      return element(index)
    }
    return packageParts.first { _, parts in
      parts.contains { $0.tree == tree && $0.node == syntax.index }
    }.map { element($0.key) }
  }

  /// The element whose name, or a reference to which, stands at an offset of a tree, and the bytes
  /// that name it: a part of a qualified name names the package or journey that it stands for.
  public func occurrence(
    in tree: SyntaxTree, at offset: Int
  ) -> (element: Element, range: Range<Int>)? {
    let path = tree.path(to: offset)
    for node in path.reversed() {
      switch node.kind {
      case .reference:
        guard let target = target(of: ReferenceSyntax(node)) else { return nil }
        return occurrence(of: target, in: node, at: offset)
      case .name:
        let owner = path.last { $0.kind == .declaration || $0.kind == .clause }
        return owner.flatMap(element(declaredAt:)).map { ($0, node.range) }
      case .text:
        if let found = subject(in: path, at: offset) { return found }
      default: break
      }
    }
    return nil
  }

  private func occurrence(
    of target: Element, in reference: SyntaxNode, at offset: Int
  ) -> (element: Element, range: Range<Int>)? {
    var named: Element? = target
    for part in reference.nameParts.reversed() {
      guard let element = named else { return nil }
      if part.upperBound <= offset || part.contains(offset) || part.lowerBound == offset {
        return (element, part)
      }
      named = element.namespace
    }
    return (target, reference.range)
  }

  /// The subject of the step that a path leads to.
  private func subject(
    in path: [SyntaxNode], at offset: Int
  ) -> (element: Element, range: Range<Int>)? {
    guard let step = path.last(where: { $0.kind == .step }),
      let declaration = path.last(where: { $0.kind == .declaration }),
      let flow = element(declaredAt: declaration)?.as(UseCase.self)?.flowGraph,
      let found = flow.steps.first(where: { $0.syntax.syntax == step }),
      let range = found.subjectRange, range.contains(offset) || range.upperBound == offset
    else { return nil }
    return found.subject.element.map { ($0, range) }
  }
}

extension StepSubject {
  /// The actor or the system; nil where it is nobody, or the word `System` for none declared.
  public var element: Element? {
    switch self {
    case .actor(let actor): actor.element
    case .system(let system): system?.element
    case .none, .unknown: nil
    }
  }
}

extension SyntaxNode {
  /// The bytes of each part of a qualified name, in order.
  public var nameParts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where tree.source.bytes[index] == 0x2E {
      parts.append(start..<index)
      start = index + 1
    }
    return parts + [start..<range.upperBound]
  }
}

extension SyntaxTree {
  /// The nodes around an offset, the file first; a node holds the offset behind its end, too, where
  /// no node follows at once.
  public func path(to offset: Int) -> [SyntaxNode] {
    var path = [root]
    while let last = path.last {
      var next: SyntaxNode?
      for child in last.children {
        let range = child.range
        if range.contains(offset) || range.upperBound == offset { next = child }
        if range.lowerBound >= offset { break }
      }
      guard let next else { break }
      path.append(next)
    }
    return path
  }
}
