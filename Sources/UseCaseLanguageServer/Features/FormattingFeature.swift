import UseCaseSyntax

/// The layout that `usecase format` gives a file; nothing where syntax errors keep it from that.
enum FormattingFeature: Feature {
  static let method = "textDocument/formatting"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("documentFormattingProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    guard let bytes = format(context.tree).bytes else { return .null }
    return .array([context.text.edit(to: bytes)].compactMap(\.self))
  }
}
