import UseCaseProject
import UseCaseSyntax

/// Addresses and paths in clauses, to be opened.
enum DocumentLinkFeature: Feature {
  static let method = "textDocument/documentLink"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("documentLinkProvider", ["resolveProvider": false])
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    var links: [JSONValue] = []
    for (index, node) in context.tree.nodes.enumerated() where node.kind == .clause {
      let clause = ClauseSyntax(SyntaxNode(tree: context.tree, index: index))
      guard let (text, target) = target(of: clause, context) else { continue }
      let range = text.syntax.range
      let inner = range.count > 2 ? range.lowerBound + 1..<range.upperBound - 1 : range
      links.append(["range": context.text.range(inner), "target": .string(target)])
    }
    return .array(links)
  }

  private static func target(
    of clause: ClauseSyntax, _ context: DocumentContext
  ) -> (text: TextSyntax, target: String)? {
    switch clause.keyword {
    case Clauses.link.keyword:
      guard let text = clause.texts.last, clause.texts.count == 2 else { return nil }
      let address = text.string
      guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
      return (text, address)
    case Clauses.verifiedBy.keyword, Clauses.logData.keyword, Clauses.image.keyword:
      guard let text = clause.text, context.document.isFile else { return nil }
      let folder = Path.parent(of: context.document.path)
      // What leads out of the model's folder is nothing that a model may name.
      guard let path = try? Disk().resolve(Path.join(folder, text.string)),
        Path.isInside(path, context.served.folder.path), Disk().kind(of: path) == .file
      else { return nil }
      return (text, DocumentURI.uri(ofPath: path))
    default: return nil
    }
  }
}
