import UseCaseProject
import UseCaseSyntax

/// What the client tells about its documents, folders and files.
enum DocumentSynchronization {
  static func take(
    _ method: String, _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) {
    switch method {
    case "initialized": watchFiles(session)
    case "textDocument/didOpen": try open(parameters, session)
    case "textDocument/didChange": try change(parameters, session)
    case "textDocument/didClose":
      try session.workspace.close(uri: try uri(parameters))
      session.publishAfterClosing()
    case "workspace/didChangeWatchedFiles": changeFiles(parameters, session)
    case "workspace/didChangeWorkspaceFolders": changeFolders(parameters, session)
    // Whatever is written as unsaved counts already, and settings stand in files.
    case "textDocument/didSave", "workspace/didChangeConfiguration", "$/setTrace": break
    default:
      // Those that begin with '$/' may be ignored by anyone.
      guard method.hasPrefix("$/") else {
        throw ResponseError(.methodNotFound, "it is not known")
      }
    }
  }

  private static func uri(_ parameters: JSONValue) throws(ResponseError) -> String {
    guard let uri = parameters["textDocument"]?["uri"]?.string else {
      throw .missing("textDocument")
    }
    return uri
  }

  private static func open(_ parameters: JSONValue, _ session: Session) throws(ResponseError) {
    let uri = try uri(parameters)
    guard let text = parameters["textDocument"]?["text"]?.string else { throw .missing("text") }
    guard text.utf8.count <= largestFile else {
      throw ResponseError(.invalidParams, "a document is at most \(largestFile >> 20) MB large")
    }
    let version = parameters["textDocument"]?["version"]?.integer ?? 0
    session.workspace.open(uri: uri, version: version, text: text)
    session.publishAfterClosing()
  }

  private static func change(_ parameters: JSONValue, _ session: Session) throws(ResponseError) {
    guard let changes = parameters["contentChanges"]?.array else {
      throw .missing("contentChanges")
    }
    let version = parameters["textDocument"]?["version"]?.integer
    try session.workspace.change(uri: try uri(parameters), version: version, changes)
  }

  // MARK: Files and folders

  /// Asks the client to tell about files that appear, change and vanish.
  private static func watchFiles(_ session: Session) {
    guard session.client.watchesFiles else { return }
    let patterns = ["**/*.usecase", "**/\(Settings.fileName)", "**/usecase-baseline.json"]
    session.request(
      "client/registerCapability",
      [
        "registrations": [
          [
            "id": "files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": [
              "watchers": .array(patterns.map { ["globPattern": .string($0)] })
            ],
          ]
        ]
      ])
  }

  private static func changeFiles(_ parameters: JSONValue, _ session: Session) {
    let paths = (parameters["changes"]?.array ?? []).compactMap { change in
      change["uri"]?.string.flatMap(DocumentURI.path)
    }
    guard !paths.isEmpty else { return }
    session.workspace.filesChanged(paths)
    session.publishAfterClosing()
  }

  private static func changeFolders(_ parameters: JSONValue, _ session: Session) {
    func folders(_ name: String) -> [WorkspaceFolder] {
      (parameters["event"]?[name]?.array ?? []).compactMap { folder in
        folder["uri"]?.string.flatMap { WorkspaceFolder(uri: $0) }
      }
    }
    session.workspace.changeFolders(adding: folders("added"), removing: folders("removed"))
    session.publishAfterClosing()
  }
}
