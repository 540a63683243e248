import UseCaseSyntax

/// What a document declares, one inside the other, with flows and branches.
enum DocumentSymbolFeature: Feature {
  static let method = "textDocument/documentSymbol"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("documentSymbolProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let symbols = context.tree.root.children.compactMap { Symbol($0) }
    if session.client.hasHierarchicalSymbols {
      return .array(symbols.map { $0.json(context.text) })
    }
    return .array(symbols.flatMap { $0.flat(context.document.uri, context.text, in: nil) })
  }

  private struct Symbol {
    let name: String
    var detail = ""
    let kind: Int
    let range: Range<Int>
    let selection: Range<Int>
    var children: [Symbol] = []

    init?(_ node: SyntaxNode) {
      switch node.kind {
      case .declaration: self.init(DeclarationSyntax(node))
      case .flow, .branch: self.init(FlowSyntax(node))
      case .clause where node.keyword == Clauses.extensionPoint.keyword:
        guard let name = ClauseSyntax(node).declaredName else { return nil }
        self.init(extensionPoint: node, name)
      default: return nil
      }
    }

    private init(extensionPoint node: SyntaxNode, _ place: SyntaxNode) {
      name = visible(place.raw)
      kind = ElementKind.extensionPoint.symbolNumber
      range = node.range
      selection = place.range
    }

    private init(_ declaration: DeclarationSyntax) {
      let node = declaration.syntax
      // A client refuses what has no name at all.
      name = declaration.name.map(visible) ?? "(\(declaration.kind.noun))"
      detail = visible(declaration.title?.string ?? declaration.kind.noun)
      kind = declaration.kind.symbolNumber
      range = node.range
      let start = node.first(.description)?.range.upperBound ?? node.range.lowerBound
      selection =
        declaration.nameNode?.range ?? min(start, node.range.upperBound)..<node.range.upperBound
      children = node.children.compactMap { Symbol($0) }
    }

    private init(_ flow: FlowSyntax) {
      let node = flow.syntax
      let keyword = flow.isMain ? "flow" : flow.isException ? "exception" : "alternative"
      name = flow.anchorNode.map { "\(keyword) \(visible($0.raw))" } ?? keyword
      detail = flow.condition.map { visible($0.string) } ?? "\(flow.steps.count) steps"
      kind = 6
      range = node.range
      selection =
        flow.anchorNode?.range ?? node.range
        .lowerBound..<min(node.range.lowerBound + keyword.utf8.count, node.range.upperBound)
      children = flow.branches.map { Symbol($0) }
    }

    func json(_ text: ClientText) -> JSONValue {
      [
        "name": .string(name), "detail": .string(detail), "kind": .integer(kind),
        "range": text.range(range), "selectionRange": text.range(selection),
        "children": .array(children.map { $0.json(text) }),
      ]
    }

    func flat(_ uri: String, _ text: ClientText, in container: String?) -> [JSONValue] {
      var members: [JSONValue.Member] = [
        .init("name", .string(name)), .init("kind", .integer(kind)),
        .init("location", ["uri": .string(uri), "range": text.range(range)]),
      ]
      if let container { members.append(.init("containerName", .string(container))) }
      return [.object(members)] + children.flatMap { $0.flat(uri, text, in: name) }
    }
  }
}
