import UseCaseModel
import UseCaseSyntax

/// Where an element is declared: each place where a package is opened.
enum DefinitionFeature: Feature {
  static let method = "textDocument/definition"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("definitionProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    guard let (element, _) = context.model.occurrence(in: context.tree, at: offset) else {
      return .null
    }
    let list = ClientDiagnostics(context.served, session)
    return .array(element.namePlaces.map(list.location))
  }
}

extension Element {
  /// Where its name stands in each of its declarations.
  var namePlaces: [Place] {
    let names = declarations.compactMap { $0.nameNode?.place }
    return names.isEmpty && declaration != nil ? [place] : names
  }
}
