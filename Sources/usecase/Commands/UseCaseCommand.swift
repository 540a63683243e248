import ArgumentParser
import UseCaseProject
import UseCaseSyntax

/// The command itself: its subcommands in the order in which help lists them.
struct UseCaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usecase",
    abstract: "A compiler for use-case models and customer journeys.",
    version: "0.1.0",
    subcommands: [
      InitCommand.self,
      CheckCommand.self,
      FormatCommand.self,
      DiffCommand.self,
      DrawCommand.self,
      BuildCommand.self,
      CoverageCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      ConfigCommand.self,
      ExportCommand.self,
      DoctorCommand.self,
      DebugCommand.self,
      CompletionsCommand.self,
    ])

  /// ArgumentParser would call a misspelt command an unexpected argument.
  static func refuseUnknownCommand(in arguments: [String]) throws(ProjectError) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = configuration.subcommands.flatMap { command in
      [command.configuration.commandName ?? ""] + command.configuration.aliases
    }
    guard first != "help", !names.contains(first) else { return }
    throw ProjectError(
      "there is no command '\(first)'",
      help: nearest(to: first, among: names).map { "did you mean '\($0)'?" }
        ?? "'usecase --help' lists the commands")
  }
}
