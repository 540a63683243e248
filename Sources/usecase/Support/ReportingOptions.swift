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

/// How findings are put, where they go, and which of them count as failure.
struct ReportingOptions: ParsableArguments {
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
      """
      The least severity that counts as failure: error, warning, info, never; that of the \
      settings, or warning.
      """, valueName: "severity"),
    completion: .list(FailureLevel.allCases.map(\.rawValue)), transform: chosen)
  var failOn: FailureLevel?

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @Flag(help: "Show how often each rule speaks instead of the findings.")
  var statistics = false

  func validate() throws {
    guard statistics, !outputFormat.isForPeople else { return }
    throw ValidationError(
      "'--statistics' is a table for people; '--output-format=\(outputFormat.name)' is for programs"
    )
  }

  /// A patch is all that standard output holds then.
  func refuseForPatch() throws {
    if outputFile != nil { throw ValidationError("'--diff' writes no findings to a file") }
    if statistics { throw ValidationError("'--diff' shows no statistics") }
  }

  /// Writes a report to the file that was asked for, else to a stream: standard output, or standard
  /// error where somebody reads a text from standard output.
  func write(_ report: Report, to stream: Int32 = STDOUT_FILENO) throws {
    let isColored = color.isColored(outputFile == nil ? stream : nil)
    let text =
      statistics ? Statistics(report).table(isColored: isColored) : render(report, isColored)
    if let outputFile {
      try Disk().write(Array(text.utf8), to: outputFile)
    } else if stream == STDOUT_FILENO {
      try Console.write(text)
    } else {
      Console.show(text)
    }
  }

  private func render(_ report: Report, _ isColored: Bool) -> String {
    var options = ReportOptions(isColored: isColored)
    if !outputFormat.isForPeople {
      options.rules = RuleDescription.all
      options.version = UseCaseCommand.configuration.version
    }
    return outputFormat.render(report, options: options)
  }

  /// The least severity that makes the command exit with 1; nil where nothing does.
  func leastFailure(of model: LocatedModel) -> Severity? {
    (failOn ?? model.compilation.folder.settings[SettingKeys.failOn]).severity
  }
}

private let reportFormatNames = ReportFormatCatalog.all.map { $0.name }

@Sendable private func chosenReportFormat(_ name: String) throws -> any ReportFormat.Type {
  guard let format = ReportFormatCatalog.format(named: name) else {
    throw unknownChoice(name, among: reportFormatNames)
  }
  return format
}
