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
    try Console.write(script + "\n")
  }

  private var script: String {
    let script = UseCaseCommand.completionScript(for: shell.completed)
    guard shell == .fish else { return script }
    // Before its version 4 fish cannot tell where in a word the cursor is, says so aloud, and then
    // an argument is missing. Nothing here needs it.
    return script.replacing("(__usecase_tokens -tC)", with: "0")
  }
}
