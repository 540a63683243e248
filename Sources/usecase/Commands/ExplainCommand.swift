import ArgumentParser
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// Says what a rule looks for, and why.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a rule finds, why, and how to mend it.")

  @Argument(
    help: "The name of the rule, as findings show it in brackets.",
    completion: .list(RuleCatalog.all.map(\.info.name)))
  var rule: String

  func run() throws {
    guard let info = RuleCatalog.rule(named: rule)?.info else {
      let near = nearest(to: rule, among: RuleCatalog.all.map(\.info.name))
      throw ProjectError(
        "there is no rule '\(rule)'",
        help: near.map { "did you mean '\($0)'?" } ?? "'usecase rules' lists them")
    }
    try Console.write(
      """
      \(info.name): \(info.severity.name), \(info.category.title)\(info.isOn ? "" : "; off unless settings say otherwise")

      \(info.rationale)
      Source: \(info.source.rawValue)

      It finds something in:

      \(indented(info.bad))

      and nothing in:

      \(indented(info.good))

      Where the facts force it, allow it with a reason, on the line above or behind it:

          // allow(\(info.name)): why


      """)
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
