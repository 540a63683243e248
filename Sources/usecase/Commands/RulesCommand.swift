import ArgumentParser
import UseCaseManual

/// Lists the rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules that 'check' applies.",
    discussion: "'usecase config show' says which of them are in force for a model.")

  enum Format: String, CaseIterable {
    case table, json
  }

  @Option(
    name: [.customLong("output-format"), .customLong("format"), .customShort("f")],
    help: ArgumentHelp("How the list is put: table, json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: chosen)
  var format = Format.table

  @OptionGroup var text: TextOptions

  func run() throws {
    switch format {
    case .table:
      // A line for each where another program may look for it.
      let list = RuleList.text(width: text.terminalWidth, isColored: text.isColored)
      try Console.write(list)
    case .json: try Console.write(RuleList.document().text() + "\n")
    }
  }
}
