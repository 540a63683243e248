import UseCaseModel
import UseCaseSyntax

/// Whether what stands at the cursor can get another name.
enum PrepareRenameFeature: Feature {
  static let method = "textDocument/prepareRename"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    nil
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    guard let (element, range) = context.model.occurrence(in: context.tree, at: offset) else {
      return .null
    }
    try Renaming.refuse(element)
    return ["range": context.text.range(range), "placeholder": .string(element.name)]
  }
}
