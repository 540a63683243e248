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
