import UseCaseSyntax

/// What the client says that it can do.
struct ClientCapabilities: Sendable {
  private let document: JSONValue?
  private let workspace: JSONValue?
  let encodings: [String]
  private let commands: Set<String>

  init(_ parameters: JSONValue) {
    let capabilities = parameters["capabilities"]
    document = capabilities?["textDocument"]
    workspace = capabilities?["workspace"]
    encodings =
      capabilities?["general"]?["positionEncodings"]?.array?.compactMap(\.string) ?? []
    commands = Set(
      capabilities?["experimental"]?["commands"]?["commands"]?.array?.compactMap(\.string) ?? [])
  }

  /// Whether it has a command of its own.
  func has(command: String) -> Bool { commands.contains(command) }

  /// What the client knows about a feature of documents.
  subscript(feature: String) -> JSONValue? { document?[feature] }

  func document(_ feature: String, _ capability: String) -> Bool {
    document?[feature]?[capability]?.boolean ?? false
  }

  /// Whether it draws `$1` and `${2:word}` as places to be filled in.
  var hasSnippets: Bool {
    document?["completion"]?["completionItem"]?["snippetSupport"]?.boolean ?? false
  }

  /// Whether it asks for the diagnostics of the documents that it shows.
  var pullsDiagnostics: Bool {
    if case .object = document?["diagnostic"] { return true }
    return false
  }

  /// Whether it asks again for all of a kind when it is told to: `diagnostics`, `codeLens`,
  /// `inlayHint`, `semanticTokens`.
  func refreshes(_ kind: String) -> Bool {
    workspace?[kind]?["refreshSupport"]?.boolean ?? false
  }

  /// Whether it watches files for the server.
  var watchesFiles: Bool {
    workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.boolean ?? false
  }

  var appliesDocumentChanges: Bool {
    workspace?["workspaceEdit"]?["documentChanges"]?.boolean ?? false
  }

  var hasWorkspaceFolders: Bool { workspace?["workspaceFolders"]?.boolean ?? false }

  var hasHierarchicalSymbols: Bool {
    document("documentSymbol", "hierarchicalDocumentSymbolSupport")
  }

  /// Whether a hover or a documentation may be written in Markdown.
  func readsMarkdown(_ feature: JSONValue?, _ member: String) -> Bool {
    feature?[member]?.array?.contains { $0.string == "markdown" } ?? false
  }
}
