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
      WatchCommand.self,
      ServeCommand.self,
      CoverageCommand.self,
      ExplainCommand.self,
      RulesCommand.self,
      ConfigCommand.self,
      ExportCommand.self,
      LanguageServerCommand.self,
      DoctorCommand.self,
      DebugCommand.self,
      CompletionsCommand.self,
      LayoutWorkerCommand.self,
    ])

  /// The command that the arguments name, with its options.
  ///
  /// A subcommand that understands its arguments is read alone: setting up the whole command with
  /// it would cost every start. What is asked for help, or not understood, the whole command answers.
  static func command(from arguments: [String]) throws -> any ParsableCommand {
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help" else {
      return try parseAsRoot(arguments)
    }
    guard let named = configuration.subcommands.first(where: { $0.names.contains(first) }) else {
      throw unknownCommand(first)
    }
    let rest = Array(arguments.dropFirst())
    if named == DrawCommand.self, let command = try? DiagramOptions.parse(rest), !command.isOfAll {
      return command
    }
    if named.configuration.subcommands.isEmpty, let command = try? named.parse(rest) {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// ArgumentParser would call a misspelt command an unexpected argument.
  private static func unknownCommand(_ name: String) -> ProjectError {
    let names = configuration.subcommands.flatMap { $0.names }
    return ProjectError(
      "there is no command '\(name)'",
      help: nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        ?? "'usecase --help' lists the commands")
  }
}

extension ParsableCommand {
  /// The words that call it.
  fileprivate static var names: [String] {
    [configuration.commandName ?? ""] + configuration.aliases
  }
}
