import UseCaseSyntax

/// The diagnostics of a document, for clients that ask for them.
enum PullDiagnosticsFeature: Feature {
  static let method = "textDocument/diagnostic"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    guard client.pullsDiagnostics else { return nil }
    return (
      "diagnosticProvider",
      [
        "identifier": "usecase", "interFileDependencies": true, "workspaceDiagnostics": false,
      ]
    )
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    // A client that asks again when the whole model was checked need not wait for that now.
    if session.client.refreshes("diagnostics"), context.served.hasFindings {
      session.checkElements(of: context.served)
    } else {
      context.served.checkAll()
    }
    let list = ClientDiagnostics(context.served, session)
    let items = context.served.findings(in: context.tree.source.path).map(list.json)
    return ["kind": "full", "items": .array(items)]
  }
}
