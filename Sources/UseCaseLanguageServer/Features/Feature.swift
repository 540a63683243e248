import UseCaseModel
import UseCaseSyntax

/// One thing that the client may ask for: a method, what the server says about it, and the answer.
protocol Feature: Sendable {
  /// As the protocol names it: `textDocument/hover`.
  static var method: String { get }

  /// What the server says of it when it is initialized; nil where nothing is to be said.
  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)?

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue
}

/// Everything that the client may ask for once it is initialized.
enum FeatureCatalog {
  static let all: [any Feature.Type] = [
    CompletionFeature.self,
    HoverFeature.self,
    DefinitionFeature.self,
  ]

  static let byMethod = Dictionary(
    all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })
}

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
