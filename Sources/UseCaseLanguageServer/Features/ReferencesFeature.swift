import UseCaseModel
import UseCaseSyntax

/// Every place that names an element: clauses, links, and steps that it is the subject of.
enum ReferencesFeature: Feature {
  static let method = "textDocument/references"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("referencesProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    guard let (element, _) = context.model.occurrence(in: context.tree, at: offset) else {
      return .null
    }
    let isDeclarationWanted = parameters["context"]?["includeDeclaration"]?.boolean ?? true
    let list = ClientDiagnostics(context.served, session)
    return .array(
      context.model.occurrences(of: element)
        .filter { isDeclarationWanted || $0.form != .declaration }
        .map { list.location($0.place) })
  }
}
