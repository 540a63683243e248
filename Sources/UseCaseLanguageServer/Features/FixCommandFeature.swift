import UseCaseProject
import UseCaseSyntax

/// The commands behind code actions: fix a file or a model, as `usecase check --fix` does.
enum FixCommandFeature: Feature {
  static let method = "workspace/executeCommand"

  static let all = [
    (name: "usecase.fixFile", title: "Fix all that can be fixed safely in this file"),
    (name: "usecase.fixModel", title: "Fix all that can be fixed safely in this model"),
  ]

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("executeCommandProvider", ["commands": .array(all.map { .string($0.name) })])
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    guard let name = parameters["command"]?.string else { throw .missing("command") }
    guard all.contains(where: { $0.name == name }) else {
      throw ResponseError(.invalidParams, "there is no command '\(visible(name))'")
    }
    guard let uri = parameters["arguments"]?.array?.first?.string else {
      throw .missing("arguments")
    }
    let context = try DocumentContext(["textDocument": ["uri": .string(uri)]], in: session)
    let files: Set<String>? = name == "usecase.fixFile" ? [context.tree.source.path] : nil
    let changes = fix(context.served.checkedCompilation(), within: FixScope(files: files)).changes
    guard !changes.isEmpty else { return .null }
    session.request(
      "workspace/applyEdit",
      [
        "label": "usecase", "edit": WorkspaceEdit(changes, of: context.served, session).json,
      ])
    return .null
  }
}
