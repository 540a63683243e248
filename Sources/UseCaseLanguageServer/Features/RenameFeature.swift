import UseCaseModel
import UseCaseSyntax

/// Another name for an element, everywhere: in declarations, clauses, links and steps.
enum RenameFeature: Feature {
  static let method = "textDocument/rename"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    (
      "renameProvider",
      client.document("rename", "prepareSupport") ? ["prepareProvider": true] : true
    )
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    guard let name = parameters["newName"]?.string else { throw .missing("newName") }
    guard let (element, _) = context.model.occurrence(in: context.tree, at: offset) else {
      throw ResponseError(.requestFailed, "no name stands here")
    }
    let renaming = try Renaming(element, to: name, in: context.served.current)
    return WorkspaceEdit(renaming.edits, of: context.served, session).json
  }
}
