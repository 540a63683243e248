import ArgumentParser
import UseCaseProject
import UseCaseReport
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lays files out.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Lays files out in the one way that everybody's files have.",
    discussion: """
      Keeps every comment and the meaning. A file with syntax errors is left alone and \
      reported. Exits with 1 where there is such a file or, with '--check' or '--diff', one \
      that would change.
      """,
    aliases: ["fmt"])

  @Argument(
    help: "Files, or folders with files below them, or '-' for standard input.",
    completion: .file(extensions: ["usecase"]))
  var paths: [String] = []

  @Flag(help: "Change nothing, and name the files that would change.")
  var check = false

  @Flag(help: "Change nothing, and show what would change as a patch for 'git apply'.")
  var diff = false

  @Option(
    help: ArgumentHelp("The file that standard input stands for.", valueName: "file"),
    completion: .file(extensions: ["usecase"]))
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Say nothing but findings and changes.")
  var quiet = false

  func validate() throws {
    try refuseMixedInput(paths, stdinFilename: stdinFilename)
  }

  func run() throws {
    if paths == ["-"] { return try formatStandardInput() }
    var counts = Counts()
    var seen: Set<String> = []
    for path in paths.isEmpty ? ["."] : paths {
      for file in try modelFiles(at: path, on: Disk()) where seen.insert(file).inserted {
        try formatFile(file, &counts)
      }
    }
    if !quiet { Console.say(summary(counts)) }
    if counts.broken > 0 || (isDry && counts.changed > 0) { throw ExitCode(1) }
  }

  private var isDry: Bool { check || diff }

  private struct Counts {
    var changed = 0
    var unchanged = 0
    var broken = 0
  }

  private func formatFile(_ path: String, _ counts: inout Counts) throws {
    let source = SourceText(path: path, bytes: try Disk().read(path))
    let result = UseCaseSyntax.format(UseCaseSyntax.parse(source))
    try report(result.diagnostics, source, STDOUT_FILENO)
    guard let bytes = result.bytes else {
      counts.broken += 1
      return
    }
    guard bytes != source.bytes else {
      counts.unchanged += 1
      return
    }
    counts.changed += 1
    if isDry {
      try showChange(source, bytes)
    } else {
      try Disk().write(bytes, to: path)
    }
  }

  private func showChange(_ source: SourceText, _ bytes: [UInt8]) throws {
    if diff {
      try Console.write(unifiedDiff(source.path, from: source.bytes, to: bytes))
    } else {
      try Console.write(visible(source.path) + "\n")
    }
  }

  /// Findings go to standard error here, because whoever reads standard output wants the text.
  private func formatStandardInput() throws {
    let name = stdinFilename ?? "<stdin>"
    let source = SourceText(path: name, bytes: try Disk().readStandardInput())
    let result = UseCaseSyntax.format(UseCaseSyntax.parse(source))
    try report(result.diagnostics, source, STDERR_FILENO)
    guard let bytes = result.bytes else { throw ExitCode(1) }
    if isDry {
      guard bytes != source.bytes else { return }
      try showChange(source, bytes)
      throw ExitCode(1)
    }
    try Console.write(bytes)
  }

  private func report(
    _ findings: [Diagnostic], _ source: SourceText, _ stream: Int32
  ) throws {
    guard !findings.isEmpty else { return }
    let report = Report(models: [ReportedModel(findings: findings, sources: [source])])
    let text = FullFormat.render(
      report, options: ReportOptions(isColored: color.isColored(stream)))
    if stream == STDOUT_FILENO {
      try Console.write(text)
    } else {
      Console.show(text)
    }
  }

  private func summary(_ counts: Counts) -> String {
    var parts: [String] = []
    func add(_ count: Int, _ words: String) {
      if count > 0 { parts.append("\(count) file\(count == 1 ? "" : "s") \(words)") }
    }
    add(counts.changed, isDry ? "would change" : "changed")
    add(counts.unchanged, "left as \(counts.unchanged == 1 ? "it was" : "they were")")
    add(counts.broken, "not formatted")
    return parts.joined(separator: ", ")
  }
}
