import UseCaseModel
import UseCaseSyntax

/// The document that a request is about, with its model at the latest version.
struct DocumentContext {
  let document: OpenDocument
  let served: ServedModel
  let model: Model
  let tree: SyntaxTree

  var text: ClientText { document.text }

  init(_ parameters: JSONValue, in session: Session) throws(ResponseError) {
    guard let uri = parameters["textDocument"]?["uri"]?.string else {
      throw .missing("textDocument")
    }
    guard let document = session.workspace.documents[uri] else { throw Workspace.closed(uri) }
    guard let served = session.workspace.model(of: document),
      let path = served.path(ofFileAt: document.path), let tree = served.tree(of: path)
    else { throw ResponseError(.requestFailed, "the document belongs to no model") }
    self.document = document
    self.served = served
    model = served.model
    self.tree = tree
  }

  /// The offset of the place that a request names.
  func offset(_ parameters: JSONValue) throws(ResponseError) -> Int {
    text.offset(try ClientPosition(parameters["position"]))
  }
}
