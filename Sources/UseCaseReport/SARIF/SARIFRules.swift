import UseCaseSyntax

/// The rules of a SARIF log, which results name by their place in the list.
struct SARIFRules {
  private(set) var documents: [JSONValue] = []
  private var indices: [String: Int] = [:]

  /// The rules that are known, then those that speak in a report and are not, such as `syntax`.
  init(_ rules: [RuleDescription], in report: Report) {
    for rule in rules { add(rule.name, SARIFRules.document(rule)) }
    for model in report.models {
      for finding in model.findings where indices[finding.rule] == nil {
        add(finding.rule, .object(SARIFRules.names(finding.rule)))
      }
    }
  }

  func index(of rule: String) -> Int? { indices[rule] }

  private mutating func add(_ name: String, _ document: JSONValue) {
    guard indices[name] == nil else { return }
    indices[name] = documents.count
    documents.append(document)
  }

  private static func names(_ rule: String) -> [JSONValue.Member] {
    let words = rule.replacingHyphens
    return [
      .init("id", .string(rule)),
      .init("name", .string(words.map(\.capitalizedFirst).joined())),
      .init("shortDescription", ["text": .string(words.joined(separator: " ").capitalizedFirst)]),
    ]
  }

  private static func document(_ rule: RuleDescription) -> JSONValue {
    .object(
      names(rule.name) + [
        .init("fullDescription", ["text": .string(rule.rationale)]),
        .init("help", ["text": .string(help(rule)), "markdown": .string(markdown(rule))]),
        .init("defaultConfiguration", ["level": .string(level(rule.severity))]),
        .init(
          "properties", ["category": .string(rule.category), "source": .string(rule.source)]),
      ])
  }

  /// A severity as SARIF calls it.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func help(_ rule: RuleDescription) -> String {
    """
    \(rule.rationale)

    Source: \(rule.source)

    It finds something in:

    \(indented(rule.bad))

    and nothing in:

    \(indented(rule.good))
    """
  }

  /// Examples are indented, because a fence could end within them.
  private static func markdown(_ rule: RuleDescription) -> String {
    """
    \(rule.rationale)

    *Source: \(rule.source)*

    It finds something in

    \(indented(rule.bad))

    and nothing in

    \(indented(rule.good))
    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var replacingHyphens: [String] { split(separator: "-").map(String.init) }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
