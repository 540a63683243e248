import ArgumentParser
import UseCaseRules
import UseCaseSyntax

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules that 'check' applies.")

  enum Format: String, CaseIterable {
    case table, json
  }

  @Option(
    help: "How the list is put: table, json.", completion: .list(Format.allCases.map(\.rawValue)),
    transform: chosen)
  var format = Format.table

  func run() throws {
    let rules = RuleCatalog.all.map(\.info)
    switch format {
    case .table: try Console.write(table(rules))
    case .json: try Console.write(document(rules).text() + "\n")
    }
  }

  private func table(_ rules: [RuleInfo]) -> String {
    let width = rules.map(\.name.count).max() ?? 0
    var text = ""
    for category in RuleCategory.allCases {
      let members = rules.filter { $0.category == category }
      guard !members.isEmpty else { continue }
      text += (text.isEmpty ? "" : "\n") + category.title + "\n"
      for rule in members {
        text +=
          "  \(padded(rule.name, to: width))  \(padded(rule.isOn ? rule.severity.name : "off", to: 7))"
        text += "  \(rule.rationale)\n"
      }
    }
    return text
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func document(_ rules: [RuleInfo]) -> JSONValue {
    let list = rules.map { rule in
      [
        "name": .string(rule.name), "category": .string(rule.category.title),
        "severity": .string(rule.severity.name), "isOn": .boolean(rule.isOn),
        "source": .string(rule.source.rawValue),
        "rationale": .string(rule.rationale), "bad": .string(rule.bad),
        "good": .string(rule.good),
      ] as JSONValue
    }
    return ["schema": 1, "rules": .array(list)]
  }
}
