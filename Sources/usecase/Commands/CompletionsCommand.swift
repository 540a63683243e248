import ArgumentParser

/// Prints what a shell needs to complete the command.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints the completions for a shell.",
    discussion: """
      bash: usecase completions bash > ~/.local/share/bash-completion/completions/usecase
      zsh:  usecase completions zsh > ~/.zfunc/_usecase
      fish: usecase completions fish > ~/.config/fish/completions/usecase.fish
      """)

  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var completed: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(
    help: "The shell: bash, zsh, fish.", completion: .list(Shell.allCases.map(\.rawValue)),
    transform: chosen)
  var shell: Shell

  func run() throws {
    try Console.write(UseCaseCommand.completionScript(for: shell.completed) + "\n")
  }
}
