import UseCaseModel
import UseCaseSyntax

/// The places in a document that name the element at the cursor.
enum HighlightFeature: Feature {
  static let method = "textDocument/documentHighlight"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("documentHighlightProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    guard let (element, _) = context.model.occurrence(in: context.tree, at: offset) else {
      return .null
    }
    let places = context.model.occurrences(of: element, in: context.tree)
    return .array(
      places.map { occurrence in
        [
          "range": context.text.range(occurrence.place.range),
          "kind": .integer(occurrence.form == .declaration ? 3 : 2),
        ]
      })
  }
}
