import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What an element is and where it is used; what a keyword means; why a finding matters.
enum HoverFeature: Feature {
  static let method = "textDocument/hover"

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    ("hoverProvider", true)
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    let offset = try context.offset(parameters)
    var parts: [String] = []
    var range: Range<Int>?
    if let (element, place) = context.model.occurrence(in: context.tree, at: offset) {
      parts.append(ElementCard(element).markdown)
      range = place
    } else if let word = KeywordCard(in: context.tree, at: offset) {
      parts.append(word.markdown)
      range = word.range
    }
    session.checkElements(of: context.served)
    let findings = context.findings(at: offset)
    parts += findings.map(\.card)
    guard !parts.isEmpty else { return .null }
    var members: [JSONValue.Member] = [
      .init(
        "contents", Markup(parts.joined(separator: "\n\n---\n\n"), session.client["hover"]).json)
    ]
    if let range = range ?? findings.first?.place.range {
      members.append(.init("range", context.text.range(range)))
    }
    return .object(members)
  }
}

extension DocumentContext {
  /// What was found about a place, the worst first.
  fileprivate func findings(at offset: Int) -> [Diagnostic] {
    served.findings(in: tree.source.path).filter { finding in
      finding.place.range.contains(offset) || finding.place.range.upperBound == offset
    }.sorted { $0.severity > $1.severity }
  }
}

extension Diagnostic {
  /// What the rule says beyond the message, which the client shows itself.
  fileprivate var card: String {
    var lines = ["`\(rule)`"]
    lines += notes.map { Markup.escaped($0) }
    if let info = RuleCatalog.rule(named: rule)?.info {
      lines += ["*\(Markup.escaped(info.rationale))*", "Source: \(info.source.rawValue)"]
    }
    return lines.joined(separator: "  \n")
  }
}
