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

/// Finds what is wrong or missing in models.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds what is wrong or missing in a model.",
    discussion: """
      Reads the whole model that each path belongs to. Exits with 1 where there are findings \
      at or above '--fail-on', with 2 where the model could not be read.
      """)

  @Argument(
    help: "Files or folders of models, or '-' for standard input.",
    completion: .file(extensions: ["usecase"]))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "How findings are put: \(reportFormatNames.joined(separator: ", ")).", valueName: "format"),
    completion: .list(reportFormatNames), transform: chosenReportFormat)
  var outputFormat: any ReportFormat.Type = FullFormat.self

  @Option(
    help: ArgumentHelp("Write findings to this file.", valueName: "file"), completion: .file())
  var outputFile: String?

  @Option(
    help: ArgumentHelp(
      "The least severity that counts as failure: error, warning, info, never.",
      valueName: "severity"),
    completion: .list(FailureLevel.allCases.map(\.rawValue)), transform: chosen)
  var failOn = FailureLevel.warning

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @Option(
    help: ArgumentHelp(
      "The file that standard input stands for, within its model.", valueName: "file"),
    completion: .file(extensions: ["usecase"]))
  var stdinFilename: String?

  @Flag(name: .shortAndLong, help: "Say nothing but the findings.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say what was read, too.")
  var verbose = false

  func validate() throws {
    try refuseMixedInput(paths, stdinFilename: stdinFilename)
  }

  func run() throws {
    let models =
      paths == ["-"]
      ? [try LocatedModel.loadStandardInput(named: stdinFilename)]
      : try LocatedModel.load(paths)
    if verbose { describe(models) }
    let report = Report(models: models.map(\.reported))
    try write(report)
    if !quiet { Console.say(report.summary.text) }
    let worst = report.models.flatMap(\.findings).map(\.severity).max()
    if let worst, let least = failOn.severity, worst >= least { throw ExitCode(1) }
  }

  private func write(_ report: Report) throws {
    let stream = outputFile == nil ? STDOUT_FILENO : nil
    let options = ReportOptions(isColored: color.isColored(stream))
    let text = outputFormat.render(report, options: options)
    if let outputFile {
      try Disk().write(Array(text.utf8), to: outputFile)
    } else {
      try Console.write(text)
    }
  }

  private func describe(_ models: [LocatedModel]) {
    for model in models {
      let folder = model.compilation.folder
      Console.say("read the model in '\(folder.path)': \(folder.files.count) files")
      for link in folder.leftOut {
        Console.say("left out '\(model.prefix)\(link)', which does not lead into that folder")
      }
    }
  }
}

/// What makes `check` exit with 1.
enum FailureLevel: String, CaseIterable {
  case error, warning, info, never

  var severity: Severity? { Severity(name: rawValue) }
}

private let reportFormatNames = ReportFormatCatalog.all.map { $0.name }

@Sendable private func chosenReportFormat(_ name: String) throws -> any ReportFormat.Type {
  guard let format = ReportFormatCatalog.format(named: name) else {
    throw unknownChoice(name, among: reportFormatNames)
  }
  return format
}

/// Standard input is read once and stands alone.
func refuseMixedInput(_ paths: [String], stdinFilename: String?) throws {
  if paths.contains("-"), paths.count > 1 {
    throw ValidationError("'-' cannot stand beside other paths")
  }
  if stdinFilename != nil, paths != ["-"] {
    throw ValidationError("'--stdin-filename' needs the path '-'")
  }
}
