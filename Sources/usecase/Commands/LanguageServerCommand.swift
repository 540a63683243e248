import ArgumentParser
import UseCaseLanguageServer
import UseCaseProject

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Serves editors.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serves an editor on standard input and output.",
    discussion: """
      Speaks the Language Server Protocol: editors start it, and end it when they end. \
      'docs/editors.md' says how to set them up. Writes nothing but a page about the rules, which \
      findings link to, into the folder of XDG_CACHE_HOME or '~/.cache'.
      """)

  @OptionGroup var day: DayOption

  /// What many editors say; it is so anyway.
  @Flag(help: .hidden)
  var stdio = false

  /// Some editors name their process so.
  @Option(name: .customLong("clientProcessId"), help: .hidden)
  var clientProcess: Int32?

  func run() throws {
    // Fails at once where the environment's day is no day.
    _ = try day.orNow()
    let version = UseCaseCommand.configuration.version
    let pages = RulePages(version: version)
    let server = LanguageServer(
      name: "usecase", version: version, today: { [day] in try? day.orNow() },
      addressOfRule: { pages?.address(of: $0) })
    let isFinished = server.run(
      input: STDIN_FILENO, output: STDOUT_FILENO, client: clientProcess)
    if !isFinished { throw ExitCode(1) }
  }
}
