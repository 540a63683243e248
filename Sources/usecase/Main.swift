import ArgumentParser
import UseCaseProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs the command that the arguments name, and turns what comes of it into an exit code.
///
/// 0: fine; 1: findings, or a difference; 2: it could not be done.
@main struct Main {
  static func main() {
    // A reader that has seen enough closes the pipe: that is an answer to `write`, not a death.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      // Swift reads them from '/proc': without it every command would be taken for a call for help.
      if CommandLine.arguments.isEmpty {
        throw ProjectError("the arguments cannot be read", help: "is '/proc' mounted?")
      }
      var command = try UseCaseCommand.command(from: arguments)
      try command.run()
      try Console.finish()
    } catch {
      exit(code(for: error))
    }
  }

  private static func code(for error: any Error) -> Int32 {
    switch error {
    case let error as ExitCode:
      do {
        try Console.finish()
        return error.rawValue
      } catch {
        return code(for: error)
      }
    case let error as ProjectError:
      Console.say("error: \(error.message)", help: error.help)
    case is ClosedPipe: break
    default: return answer(error)
    }
    return 2
  }

  /// Help that was asked for, or what is wrong with the arguments.
  private static func answer(_ error: any Error) -> Int32 {
    let text = UseCaseCommand.fullMessage(for: error)
    if UseCaseCommand.exitCode(for: error) == .success {
      do {
        try Console.write(text.isEmpty ? "" : text + "\n")
        try Console.finish()
        return 0
      } catch {
        return code(for: error)
      }
    }
    let message = text.hasPrefix("Error: ") ? text.dropFirst(7) : text[...]
    let first = message.prefix(1).lowercased()
    Console.say("error: \(first)\(message.dropFirst())")
    return 2
  }
}
