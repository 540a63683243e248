import UseCaseModel
import UseCaseSyntax

/// The titles of elements behind their names, where a title says more than the name.
enum InlayHintFeature: Feature {
  static let method = "textDocument/inlayHint"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("inlayHintProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let range = try context.text.bytes(parameters["range"])
    var hints: [JSONValue] = []
    for (index, node) in context.tree.nodes.enumerated()
    where node.kind == .reference && node.range.overlaps(range) {
      let reference = ReferenceSyntax(SyntaxNode(tree: context.tree, index: index))
      guard let target = context.model.target(of: reference),
        target.title != title(fromName: target.name)
      else { continue }
      hints.append([
        "position": context.text.position(node.range.upperBound).json,
        "label": .string(visible(target.title)), "paddingLeft": true,
      ])
    }
    return .array(hints)
  }
}
