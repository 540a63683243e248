import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// Tells the client what was found, file by file, and only where that is news.
struct Publisher {
  private struct Published {
    let uri: String
    /// Of the document, where it is open.
    let version: Int?
    let findings: [Diagnostic]
  }

  /// By model and path.
  private var published: [String: [String: Published]] = [:]

  /// Publishes the latest findings of a model; those about the whole may be older than the rest.
  mutating func publish(_ model: ServedModel, isWhole: Bool, in session: Session) {
    let workspace = session.workspace
    var known = published[model.root] ?? [:]
    var seen: Set<String> = []
    for (path, findings) in model.reports {
      let document = workspace.document(at: model.location(of: path))
      // A text that stands alone may lie in the folder of a model that leaves it out.
      guard document.map({ workspace.model(of: $0) === model }) ?? true else { continue }
      seen.insert(path)
      let old = known[path]
      if let old, old.version == document?.version, old.findings == findings { continue }
      let uri = workspace.uri(ofFileAt: model.location(of: path))
      let news = Published(uri: uri, version: document?.version, findings: findings)
      known[path] = news
      // Nothing is to be taken back where nothing was told.
      let isNothing = old == nil && findings.isEmpty && document == nil
      let isPulled = document != nil && session.client.pullsDiagnostics
      if !isNothing, !isPulled { send(news, model, session) }
    }
    for (path, old) in known where !seen.contains(path) {
      withdraw(old.uri, session)
      known[path] = nil
    }
    published[model.root] = known
    if isWhole, session.client.refreshes("diagnostics") {
      session.request("workspace/diagnostic/refresh", .null)
    }
  }

  /// Takes back what was published for models that are not there any more.
  mutating func withdrawUnknown(in session: Session) {
    for root in published.keys where session.workspace.models[root] == nil {
      for old in published[root, default: [:]].values { withdraw(old.uri, session) }
      published[root] = nil
    }
  }

  private func send(_ news: Published, _ model: ServedModel, _ session: Session) {
    let list = ClientDiagnostics(model, session)
    var members: [JSONValue.Member] = [.init("uri", .string(news.uri))]
    if let version = news.version { members.append(.init("version", .integer(version))) }
    members.append(.init("diagnostics", .array(news.findings.map(list.json))))
    session.connection.notify("textDocument/publishDiagnostics", .object(members))
  }

  private func withdraw(_ uri: String, _ session: Session) {
    session.connection.notify(
      "textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
  }
}
