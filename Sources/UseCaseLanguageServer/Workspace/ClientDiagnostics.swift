import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// Findings as the protocol writes them.
struct ClientDiagnostics {
  private let model: ServedModel
  private let session: Session

  init(_ model: ServedModel, _ session: Session) {
    self.model = model
    self.session = session
  }

  func json(_ finding: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("range", range(finding.place)),
      .init("severity", .integer(number(finding.severity))),
      .init("code", .string(finding.rule)),
    ]
    if let address = session.server.addressOfRule(finding.rule) {
      members.append(.init("codeDescription", ["href": .string(address)]))
    }
    members.append(.init("source", "usecase"))
    members.append(.init("message", .string(message(finding))))
    if finding.rule == "unused-declaration" { members.append(.init("tags", [1])) }
    if !finding.labels.isEmpty {
      let places = finding.labels.map { label -> JSONValue in
        ["location": location(label.place), "message": .string(visible(label.message))]
      }
      members.append(.init("relatedInformation", .array(places)))
    }
    return .object(members)
  }

  /// What is wrong, and what is to be done about it.
  private func message(_ finding: Diagnostic) -> String {
    ([finding.message] + finding.help.map { "help: \($0)" }).map(visible).joined(separator: "\n")
  }

  private func number(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }

  func location(_ place: Place) -> JSONValue {
    let uri = session.workspace.uri(ofFileAt: model.location(of: place.path))
    return ["uri": .string(uri), "range": range(place)]
  }

  func range(_ place: Place) -> JSONValue {
    session.text(of: place.path, in: model)?.range(place.range)
      ?? ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]]
  }
}

extension Session {
  /// A file of a model with its lines, as the client counts in it.
  func text(of path: String, in model: ServedModel) -> ClientText? {
    guard let tree = model.tree(of: path) else { return nil }
    return model.text(
      of: tree, workspace.encoding, isFromClient: workspace.isOpen(model.location(of: path)))
  }
}
