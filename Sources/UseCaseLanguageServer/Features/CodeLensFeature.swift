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
    let places = ClientDiagnostics(context.served, session)
    var lenses: [JSONValue] = []
    func add(_ title: String, at range: Range<Int>, leadingTo elements: [Element] = []) {
      var command: [JSONValue.Member] = [.init("title", .string(title)), .init("command", "")]
      if !elements.isEmpty, session.client.has(command: showing) {
        command[1].value = .string(showing)
        command.append(
          .init(
            "arguments",
            [
              .string(context.document.uri), context.text.position(range.lowerBound).json,
              .array(elements.map { places.location($0.place) }),
            ]))
      }
      lenses.append(["range": context.text.range(range), "command": .object(command)])
    }
    for element in context.model.elements where element.place.path == path {
      guard let (title, others) = uses(of: element) else { continue }
      add(title, at: element.place.range, leadingTo: others)
    }
    let lost = ["unreachable-touchpoint", "unreachable-step"]
    for finding in context.served.findings(in: path) where lost.contains(finding.rule) {
      add("no path leads here", at: finding.place.range)
    }
    return .array(lenses)
  }

  /// A command of the client, not of the server: the protocol has no way to show several places. Its
  /// arguments are an address, a position and locations; clients that have it say so as
  /// `experimental.commands.commands`.
  private static let showing = "usecase.showReferences"

  /// What is said of an element, and the elements that it is about.
  private static func uses(of element: Element) -> (title: String, others: [Element])? {
    switch element.kind {
    case .touchpoint:
      let useCases = Touchpoint(element: element).useCases.map(\.element)
      return ("realised by " + counted(useCases.count, "use case", "use cases"), useCases)
    case .useCase:
      let useCase = UseCase(element: element)
      let uses = [
        (useCase.touchpoints.map(\.element), "realises", "touchpoint", "touchpoints"),
        (useCase.includers.map(\.element), "included by", "use case", "use cases"),
        (useCase.extenders.map(\.element), "extended by", "use case", "use cases"),
      ].filter { !$0.0.isEmpty }
      guard !uses.isEmpty else { return nil }
      let texts = uses.map { "\($0.1) \(counted($0.0.count, $0.2, $0.3))" }
      return (texts.joined(separator: " · "), uses.flatMap(\.0))
    case .actor:
      let useCases = Actor(element: element).ownUseCases.map(\.element)
      return ("takes part in " + counted(useCases.count, "use case", "use cases"), useCases)
    default: return nil
    }
  }

  private static func counted(_ count: Int, _ noun: String, _ plural: String) -> String {
    count == 0 ? "no \(noun)" : "\(count) \(count == 1 ? noun : plural)"
  }
}
