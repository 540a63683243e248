import UseCaseModel
import UseCaseSyntax

/// What others say of a declaration, above its line: how often it is realised, or that no path leads
/// to it.
enum CodeLensFeature: Feature {
  static let method = "textDocument/codeLens"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("codeLensProvider", ["resolveProvider": false])
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let path = context.tree.source.path
    var lenses: [JSONValue] = []
    func add(_ title: String, at range: Range<Int>) {
      lenses.append([
        "range": context.text.range(range), "command": ["title": .string(title), "command": ""],
      ])
    }
    for element in context.model.elements where element.place.path == path {
      if let title = title(of: element) { add(title, at: element.place.range) }
    }
    let lost = ["unreachable-touchpoint", "unreachable-step"]
    for finding in context.served.findings(in: path) where lost.contains(finding.rule) {
      add("no path leads here", at: finding.place.range)
    }
    return .array(lenses)
  }

  private static func title(of element: Element) -> String? {
    switch element.kind {
    case .touchpoint:
      return "realised by "
        + counted(Touchpoint(element: element).useCases.count, "use case", "use cases")
    case .useCase:
      let useCase = UseCase(element: element)
      let uses = [
        (useCase.touchpoints.count, "realises", "touchpoint", "touchpoints"),
        (useCase.includers.count, "included by", "use case", "use cases"),
        (useCase.extenders.count, "extended by", "use case", "use cases"),
      ]
      let texts = uses.filter { $0.0 > 0 }.map { "\($0.1) \(counted($0.0, $0.2, $0.3))" }
      return texts.isEmpty ? nil : texts.joined(separator: " · ")
    case .actor:
      return "takes part in "
        + counted(Actor(element: element).ownUseCases.count, "use case", "use cases")
    default: return nil
    }
  }

  private static func counted(_ count: Int, _ noun: String, _ plural: String) -> String {
    count == 0 ? "no \(noun)" : "\(count) \(count == 1 ? noun : plural)"
  }
}
