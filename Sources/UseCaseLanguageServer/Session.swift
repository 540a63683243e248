import UseCaseModel
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// A conversation with one client, from `initialize` to `exit`.
///
/// All of it happens on one thread, so that answers come in the order of the questions; only
/// findings about whole models are looked for beside it.
final class Session {
  private enum Phase { case waiting, serving, shutDown }

  let server: LanguageServer
  let connection: Connection
  private let inbox: Inbox
  private let checker: Checker
  private var phase = Phase.waiting
  private(set) var client = ClientCapabilities(.null)
  private(set) var workspace = Workspace([], .utf16, today: { nil })
  private(set) var publisher = Publisher()
  private var requestCount = 0

  init(_ server: LanguageServer, _ connection: Connection, _ inbox: Inbox) {
    self.server = server
    self.connection = connection
    self.inbox = inbox
    checker = Checker(inbox)
  }

  /// Whether the client had said `shutdown` when it went.
  func run() -> Bool {
    while true {
      // What the client wants comes first; models are checked while it wants nothing.
      let hasWork = phase == .serving && !workspace.isChecked(checker)
      if let event = inbox.next(waiting: !hasWork) {
        if !handle(event) { return phase == .shutDown }
      } else {
        check()
      }
    }
  }

  /// False where the conversation is over.
  private func handle(_ event: Event) -> Bool {
    switch event {
    case .closed: return false
    case .cancelled(let id):
      connection.refuse(id, ResponseError(.requestCancelled, "the request was cancelled"))
    case .checked(let root, let version, let checked):
      checker.finish(root)
      guard let checked, let model = workspace.models[root], model.take(checked, of: version)
      else { break }
      publisher.publish(model, isWhole: true, in: self)
    case .message(.invalid(let id, let error)): connection.refuse(id, error)
    case .message(.response): break
    case .message(.request(let id, let method, let parameters)):
      do throws(ResponseError) {
        connection.respond(id, try answer(method, parameters))
      } catch {
        connection.refuse(id, error)
      }
    case .message(.notification("exit", _)): return false
    case .message(.notification(let method, let parameters)): take(method, parameters)
    }
    return true
  }

  // MARK: Requests

  private func answer(_ method: String, _ parameters: JSONValue) throws(ResponseError) -> JSONValue
  {
    switch (method, phase) {
    case ("initialize", .waiting): return initialize(parameters)
    case ("initialize", _):
      throw ResponseError(.invalidRequest, "the server is initialized already")
    case (_, .waiting):
      throw ResponseError(.serverNotInitialized, "'initialize' comes first")
    case (_, .shutDown): throw ResponseError(.invalidRequest, "the server is shut down")
    case ("shutdown", .serving):
      phase = .shutDown
      return .null
    case (_, .serving):
      guard let feature = FeatureCatalog.byMethod[method] else {
        throw ResponseError(.methodNotFound, "there is no method '\(visible(method))'")
      }
      return try feature.answer(parameters, in: self)
    }
  }

  private func initialize(_ parameters: JSONValue) -> JSONValue {
    phase = .serving
    client = ClientCapabilities(parameters)
    if let process = parameters["processId"]?.integer, let id = Int32(exactly: process) {
      connection.watch(id)
    }
    let encoding = PositionEncoding(offered: client.encodings)
    workspace = Workspace(
      WorkspaceFolder.all(parameters), encoding, today: server.today)
    var capabilities: [JSONValue.Member] = [
      .init("positionEncoding", .string(encoding.rawValue)),
      .init("textDocumentSync", ["openClose": true, "change": 2, "save": true]),
      .init(
        "workspace",
        ["workspaceFolders": ["supported": true, "changeNotifications": true]]),
    ]
    for feature in FeatureCatalog.all {
      if let (name, value) = feature.capability(for: client) {
        capabilities.append(.init(name, value))
      }
    }
    return [
      "capabilities": .object(capabilities),
      "serverInfo": ["name": .string(server.name), "version": .string(server.version)],
    ]
  }

  /// Asks the client for something; its answer does not matter.
  func request(_ method: String, _ parameters: JSONValue) {
    requestCount += 1
    connection.send([
      "jsonrpc": "2.0", "id": .string("usecase-\(requestCount)"), "method": .string(method),
      "params": parameters,
    ])
  }

  // MARK: Notifications

  /// One that cannot be understood changes nothing: the protocol has no answer to it.
  private func take(_ method: String, _ parameters: JSONValue) {
    guard phase == .serving else { return }
    do throws(ResponseError) {
      try DocumentSynchronization.take(method, parameters, in: self)
    } catch {
      log("'\(visible(method))' was ignored: \(error.message)")
    }
    for problem in workspace.takeProblems() {
      connection.notify("window/showMessage", ["type": 2, "message": .string(visible(problem))])
    }
  }

  func log(_ text: String) {
    connection.notify("window/logMessage", ["type": 2, "message": .string(text)])
  }

  // MARK: Checking

  /// Looks for findings in a model that has changed: about elements here, about the whole beside.
  private func check() {
    for model in workspace.models.values.sorted(by: { $0.root < $1.root }) {
      if !model.isElementsChecked { return checkElements(of: model) }
      if !model.isChecked, !checker.isBusy(model) { return checker.check(model) }
    }
  }

  /// Makes sure that the findings of a model are about the elements as they are now.
  func checkElements(of model: ServedModel) {
    guard !model.isElementsChecked || !model.hasFindings else { return }
    checker.abandonOutdated(model)
    if model.isSmall || !model.hasFindings { model.checkAll() } else { model.checkElements() }
    publisher.publish(model, isWhole: model.isChecked, in: self)
  }

  /// The documents that are not open any more are shown as the disk has them.
  func publishAfterClosing() {
    publisher.withdrawUnknown(in: self)
  }
}

extension WorkspaceFolder {
  /// The folders of `initialize`, however old the client is.
  fileprivate static func all(_ parameters: JSONValue) -> [WorkspaceFolder] {
    if let folders = parameters["workspaceFolders"]?.array {
      return folders.compactMap { $0["uri"]?.string.flatMap { WorkspaceFolder(uri: $0) } }
    }
    if let uri = parameters["rootUri"]?.string {
      return [WorkspaceFolder(uri: uri)].compactMap(\.self)
    }
    return parameters["rootPath"]?.string.flatMap {
      WorkspaceFolder(uri: DocumentURI.uri(ofPath: $0))
    }.map { [$0] } ?? []
  }
}
