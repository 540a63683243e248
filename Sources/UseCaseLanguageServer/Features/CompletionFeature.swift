import UseCaseModel
import UseCaseSyntax

/// What can be written at a place: only what is legal there.
enum CompletionFeature: Feature {
  static let method = "textDocument/completion"
  /// More would be read by nobody; the list is asked for again when more was typed.
  private static let most = 200

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    (
      "completionProvider",
      ["triggerCharacters": [" ", ".", "[", ">", ":"], "resolveProvider": false]
    )
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    let place = CursorPlace(in: context.tree.source, at: offset)
    if isUnasked(parameters, place) { return ["isIncomplete": false, "items": []] }
    var completer = Completer(place, context.model, context.tree, today: session.server.today())
    completer.run()
    let typed = context.tree.source[completer.replaced]
    let fitting = completer.proposals.enumerated().compactMap { order, proposal in
      proposal.distance(from: typed).map { (distance: $0, order: order, proposal: proposal) }
    }.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
    let range = context.text.range(completer.replaced)
    let items = fitting.prefix(most).enumerated().map { order, entry in
      let proposal = entry.proposal
      let filter = proposal.alias.isEmpty ? "" : "\(proposal.label) \(proposal.alias)"
      return proposal.json(at: range, order: order, filter: filter, session.client)
    }
    return ["isIncomplete": .boolean(fitting.count > most), "items": .array(items)]
  }

  /// A blank asks for proposals behind a keyword, not at the beginning of a line or in a sentence.
  private static func isUnasked(_ parameters: JSONValue, _ place: CursorPlace) -> Bool {
    guard parameters["context"]?["triggerCharacter"]?.string == " " else { return false }
    switch place.kind {
    case .statement: return place.statement.isEmpty
    case .step(let text): return !text.isEmpty && text != "include "
    case .text, .comment: return true
    }
  }
}
