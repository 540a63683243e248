import UseCaseModel
import UseCaseSyntax

/// What is declared anywhere in the client's folders, by a part of its name or title.
enum WorkspaceSymbolFeature: Feature {
  static let method = "workspace/symbol"
  private static let most = 500

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("workspaceSymbolProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    guard let query = parameters["query"]?.string else { throw .missing("query") }
    session.workspace.loadAll()
    var found: [(distance: Int, symbol: JSONValue)] = []
    for served in session.workspace.models.values.sorted(by: { $0.root < $1.root }) {
      let list = ClientDiagnostics(served, session)
      for element in served.model.elements where !element.name.isEmpty {
        let proposal = Proposal(label: element.name, symbol: .reference, alias: element.title)
        guard let distance = proposal.distance(from: query) else { continue }
        found.append((distance, symbol(element, list)))
        guard found.count < most else { break }
      }
    }
    return .array(found.sorted { $0.distance < $1.distance }.map(\.symbol))
  }

  private static func symbol(_ element: Element, _ list: ClientDiagnostics) -> JSONValue {
    [
      "name": .string(visible(element.name)), "kind": .integer(element.kind.symbolNumber),
      "location": list.location(element.place),
      "containerName": .string(visible(element.parent?.title ?? element.title)),
    ]
  }
}
