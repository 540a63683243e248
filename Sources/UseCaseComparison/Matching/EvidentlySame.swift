import UseCaseModel
import UseCaseSyntax

extension ElementMatching {
  /// Whether two counterparts are written with the same bytes in the same place, and every name in
  /// them means the same; most elements are, and need no closer look.
  ///
  /// Only of what holds no other declarations but those of its own: so each byte is read but once.
  func isEvidentlySame(_ earlier: Element, _ element: Element) -> Bool {
    switch element.kind {
    case .model, .package, .system, .journey, .stage, .increment, .extensionPoint: return false
    default: break
    }
    guard let left = earlier.declaration?.syntax, let right = element.declaration?.syntax,
      areSame(earlier.parent, element.parent), bytes(left) == bytes(right)
    else { return false }
    let (start, end) = (left.index, left.tree.endOfNode(left.index))
    let distance = right.index - start
    guard right.tree.endOfNode(right.index) - right.index == end - start else { return false }
    for index in start..<end where left.tree.nodes[index].kind == .reference {
      let names = (
        ReferenceSyntax(SyntaxNode(tree: left.tree, index: index)),
        ReferenceSyntax(SyntaxNode(tree: right.tree, index: index + distance))
      )
      let targets = (
        earlier.model.target(of: names.0, near: earlier),
        element.model.target(of: names.1, near: element)
      )
      guard areSame(targets.0, targets.1) else { return false }
    }
    return true
  }

  private func bytes(_ syntax: SyntaxNode) -> ArraySlice<UInt8> {
    let bytes = syntax.tree.source.bytes
    return bytes[syntax.range.clamped(to: 0..<bytes.count)]
  }

  private func areSame(_ left: Element?, _ right: Element?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if left.isForeign || right.isForeign {
      return left.isForeign && right.isForeign && left.key == right.key
    }
    return old.counterparts[Int(left.id.index)] == Int(right.id.index)
  }
}
