import UseCaseModel
import UseCaseProject
import UseCaseSyntax

/// Tells the client what was found, file by file, and only where that is news.
struct Publisher {
  private struct Published: Equatable {
    /// Of the document, where it is open.
    let version: Int?
    let findings: [Diagnostic]
  }

  /// By model and address.
  private var published: [String: [String: Published]] = [:]

  /// Publishes the latest findings of a model; those about the whole may be older than the rest.
  mutating func publish(_ model: ServedModel, isWhole: Bool, in session: Session) {
    let workspace = session.workspace
    var known = published[model.root] ?? [:]
    var seen: Set<String> = []
    for (path, findings) in model.reports {
      let location = model.location(of: path)
      let uri = workspace.uri(ofFileAt: location)
      guard workspace.owns(model, location) else { continue }
      seen.insert(uri)
      let news = Published(version: workspace.documents[uri]?.version, findings: findings)
      guard known[uri] != news else { continue }
      // Nothing is to be taken back where nothing was told.
      let isEmptyAgain = known[uri] == nil && findings.isEmpty && news.version == nil
      known[uri] = news
      guard !isEmptyAgain, !isPulled(uri, session) else { continue }
      send(uri, news, model, session)
    }
    for uri in known.keys where !seen.contains(uri) {
      withdraw(uri, session)
      known[uri] = nil
    }
    published[model.root] = known
    if isWhole, session.client.refreshes("diagnostics") {
      session.request("workspace/diagnostic/refresh", .null)
    }
  }

  /// Takes back what was published for models that are not there any more.
  mutating func withdrawUnknown(in session: Session) {
    for root in published.keys where session.workspace.models[root] == nil {
      for uri in published[root, default: [:]].keys { withdraw(uri, session) }
      published[root] = nil
    }
  }

  /// Whether the client asks for a document's diagnostics itself.
  private func isPulled(_ uri: String, _ session: Session) -> Bool {
    session.client.pullsDiagnostics && session.workspace.documents[uri] != nil
  }

  private func send(
    _ uri: String, _ news: Published, _ model: ServedModel, _ session: Session
  ) {
    let list = ClientDiagnostics(model, session)
    var members: [JSONValue.Member] = [.init("uri", .string(uri))]
    if let version = news.version { members.append(.init("version", .integer(version))) }
    members.append(.init("diagnostics", .array(news.findings.map(list.json))))
    session.connection.notify("textDocument/publishDiagnostics", .object(members))
  }

  private func withdraw(_ uri: String, _ session: Session) {
    session.connection.notify(
      "textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
  }
}

extension Workspace {
  /// Whether a model is the one that speaks about a file: a text that stands alone may lie in the
  /// folder of a model that leaves it out.
  func owns(_ model: ServedModel, _ location: String) -> Bool {
    guard let document = document(at: location) else { return true }
    return self.model(of: document) === model
  }
}
