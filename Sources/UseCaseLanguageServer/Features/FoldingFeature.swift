import UseCaseSyntax

/// What can be folded: bodies of declarations, flows and branches, and comments of several lines.
enum FoldingFeature: Feature {
  static let method = "textDocument/foldingRange"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("foldingRangeProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let text = context.text
    var ranges: [JSONValue] = []
    func add(_ first: Int, _ last: Int, _ kind: String?) {
      guard last > first else { return }
      var members: [JSONValue.Member] = [
        .init("startLine", .integer(first)), .init("endLine", .integer(last)),
      ]
      if let kind { members.append(.init("kind", .string(kind))) }
      ranges.append(.object(members))
    }
    for (index, node) in context.tree.nodes.enumerated() {
      let range = node.range
      switch node.kind {
      case .declaration, .flow, .branch:
        let syntax = SyntaxNode(tree: context.tree, index: index)
        let header = syntax.first(.name)?.range.lowerBound ?? range.lowerBound
        // The closing brace stays in sight.
        add(
          text.line(of: header), text.line(of: max(range.lowerBound, range.upperBound - 1)) - 1, nil
        )
      case .description:
        add(text.line(of: range.lowerBound), text.line(of: range.upperBound), "comment")
      default: break
      }
    }
    for block in commentBlocks(context.tree, text) {
      add(block.lowerBound, block.upperBound, "comment")
    }
    return .array(ranges)
  }

  /// The first and the last line of comments that follow each other.
  private static func commentBlocks(_ tree: SyntaxTree, _ text: ClientText) -> [ClosedRange<Int>] {
    var blocks: [ClosedRange<Int>] = []
    for comment in tree.comments {
      let first = text.line(of: comment.lowerBound)
      let last = text.line(of: max(comment.lowerBound, comment.upperBound - 1))
      if let block = blocks.last, block.upperBound + 1 == first {
        blocks[blocks.count - 1] = block.lowerBound...last
      } else {
        blocks.append(first...last)
      }
    }
    return blocks
  }
}
