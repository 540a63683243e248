import UseCaseSyntax

/// One thing that can be written at a place.
struct Proposal {
  /// The protocol's numbers for the little pictures beside proposals.
  enum Symbol: Int {
    case keyword = 14
    case snippet = 15
    case reference = 18
    case value = 12
    case choice = 20
  }

  var label: String
  var symbol: Symbol
  var detail = ""
  /// Markdown.
  var documentation = ""
  /// What is written; the label where nothing else is said.
  var text: String?
  /// What is written where places to be filled in can be drawn.
  var snippet: String?
  /// What is compared with what was typed, beside the label.
  var alias = ""

  /// How well it fits what was typed: 0 where it begins with it, larger where it fits less; nil where
  /// it does not fit.
  func distance(from typed: String) -> Int? {
    guard !typed.isEmpty else { return 0 }
    let wanted = typed.lowercased()
    var best: Int?
    for (penalty, candidate) in [(0, label), (2, alias)] where !candidate.isEmpty {
      let text = candidate.lowercased()
      if text.hasPrefix(wanted) {
        best = min(best ?? .max, penalty)
      } else if text.contains(wanted) {
        best = min(best ?? .max, penalty + 1)
      } else if text.holds(wanted) {
        best = min(best ?? .max, penalty + 3)
      }
    }
    return best
  }

  func json(
    at range: JSONValue, order: Int, filter: String, _ client: ClientCapabilities
  ) -> JSONValue {
    let digits = String(order)
    var members: [JSONValue.Member] = [
      .init("label", .string(label)), .init("kind", .integer(symbol.rawValue)),
      .init("sortText", .string(String(repeating: "0", count: max(0, 5 - digits.count)) + digits)),
    ]
    if !detail.isEmpty { members.append(.init("detail", .string(detail))) }
    if !documentation.isEmpty {
      let feature = client["completion"]?["completionItem"]
      members.append(
        .init(
          "documentation",
          Markup(documentation, feature, member: "documentationFormat").json))
    }
    if !filter.isEmpty { members.append(.init("filterText", .string(filter))) }
    let usesSnippet = client.hasSnippets && snippet != nil
    let written = usesSnippet ? snippet ?? label : text ?? label
    members.append(.init("insertTextFormat", .integer(usesSnippet ? 2 : 1)))
    members.append(.init("textEdit", ["range": range, "newText": .string(written)]))
    return .object(members)
  }
}

extension String {
  /// Whether it begins with the first character of another text and holds the others in their order.
  fileprivate func holds(_ other: String) -> Bool {
    guard first == other.first else { return false }
    var rest = other[...]
    for character in self where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
