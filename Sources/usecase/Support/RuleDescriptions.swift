import UseCaseReport
import UseCaseRules

extension RuleDescription {
  init(_ info: RuleInfo) {
    self.init(
      name: info.name, severity: info.severity, category: info.category.title,
      source: info.source.rawValue, rationale: info.rationale, bad: info.bad, good: info.good)
  }

  /// Everything under whose name findings are reported: the language itself, then the rules.
  static var all: [RuleDescription] { [syntax] + RuleCatalog.all.map { RuleDescription($0.info) } }

  private static let syntax = RuleDescription(
    name: "syntax", severity: .error, category: RuleCategory.references.title,
    source: RuleSource.language.rawValue,
    rationale: "What cannot be read cannot be checked; 'usecase format' leaves such a file alone.",
    bad: "actor Customer {", good: "actor Customer")
}
