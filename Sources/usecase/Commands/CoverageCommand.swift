import ArgumentParser
import UseCaseProject
import UseCaseReport
import UseCaseRules
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shows the figures behind the gaps of a model.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Shows how much of what the rules expect is there.",
    discussion: """
      A figure counts what its rules expect, and is 100 % where they find nothing. What a \
      comment allows is not counted. '–' stands where there is nothing to count.

      Exits with 1 where a figure lies below '--min' or below what '[coverage]' in 'usecase.toml' \
      asks of it, with 2 where the model could not be read.

      'usecase explain' lists the figures, and 'usecase explain FIGURE' says what one counts; \
      'overall' is all of them as one.
      """)

  @Argument(help: "A file or folder of the model.", completion: .file(extensions: ["usecase"]))
  var path = "."

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "How the figures are put: \(formatNames.joined(separator: ", ")).", valueName: "format"),
    completion: .list(formatNames), transform: chosenFormat)
  var format: any CoverageFormat.Type = CoverageTable.self

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Fail where a figure lies below a percentage; may be repeated.",
      valueName: "figure=percent"),
    completion: .list(FigureCatalog.all.map { $0.name + "=" }), transform: chosenMinimum)
  var min: [CoverageMinimum] = []

  @Option(
    help: ArgumentHelp("The figure that a badge shows; overall.", valueName: "figure"),
    completion: .list(FigureCatalog.all.map(\.name)), transform: chosenFigure)
  var figure: FigureInfo?

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "List every place where something is missing, and all stages.")
  var verbose = false

  func validate() throws {
    if figure != nil, format.name != CoverageBadge.name {
      throw ValidationError("'--figure' needs '--format \(CoverageBadge.name)'")
    }
  }

  func run() throws {
    let models = try LocatedModel.load([path], rules: RuleCatalog.errors, today: nil)
    guard let located = models.first else { return }
    let minimums = located.coverageMinimums(overriddenBy: min)
    let coverage = located.compilation.coverage()
    try write(report(located, coverage, minimums))
    // Who names a file may not think of those beside it.
    if try Disk().kind(of: Disk().resolve(path)) == .file, let remark = located.remarkOnWidth {
      Console.say(remark)
    }
    warn(of: located.compilation.findings.count { $0.severity == .error })
    let shortfalls = coverage.shortfalls(of: minimums)
    for shortfall in shortfalls { Console.say(shortfall) }
    if !shortfalls.isEmpty { throw ExitCode(1) }
  }

  private func report(
    _ located: LocatedModel, _ coverage: Coverage, _ minimums: [CoverageMinimum]
  ) -> CoverageReport {
    let asked = Set(located.compilation.folder.settings.rules().map(\.info.name))
    return CoverageReport(
      title: located.title, coverage: coverage, model: located.reported,
      minimums: Dictionary(
        minimums.map { ($0.figure.name, $0.percent) }, uniquingKeysWith: { _, last in last }),
      unaskedRules: Set(RuleCatalog.all.map(\.info.name)).subtracting(asked),
      path: path == "." ? "" : path)
  }

  private func write(_ report: CoverageReport) throws {
    var options = CoverageOptions(
      isColored: color.isColored(output == nil ? STDOUT_FILENO : nil), isVerbose: verbose)
    if let figure { options.figure = figure }
    let text = format.render(report, options: options)
    if let output {
      try Disk().write(Array(text.utf8), to: output)
    } else {
      try Console.write(text)
    }
  }

  private func warn(of errors: Int) {
    guard errors > 0 else { return }
    Console.say(
      "warning: the model has \(errors) \(errors == 1 ? "error" : "errors"), so that the figures "
        + "may be wrong",
      help: "'usecase check' shows \(errors == 1 ? "it" : "them")")
  }
}

private let formatNames = CoverageFormatCatalog.all.map { $0.name }

@Sendable private func chosenFormat(_ name: String) throws -> any CoverageFormat.Type {
  guard let format = CoverageFormatCatalog.format(named: name) else {
    throw unknownChoice(name, among: formatNames)
  }
  return format
}

@Sendable private func chosenFigure(_ name: String) throws -> FigureInfo {
  if let figure = FigureCatalog.figure(named: name) { return figure }
  // They are too many to be listed here.
  let near = nearest(to: name, among: FigureCatalog.all.map(\.name))
  throw ValidationError(
    "there is no such figure; "
      + (near.map { "did you mean '\($0)'?" } ?? "'usecase explain' lists them"))
}

/// Reads `touchpoints-realised=90`.
@Sendable private func chosenMinimum(_ text: String) throws -> CoverageMinimum {
  let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  let figure = try chosenFigure(String(parts[0]))
  let digits = parts.count > 1 ? parts[1].hasSuffix("%") ? parts[1].dropLast() : parts[1] : ""
  guard let percent = Int(digits), (0...100).contains(percent) else {
    throw ValidationError("a figure and a whole number up to 100: '\(figure.name)=90'")
  }
  return CoverageMinimum(figure, percent: percent, origin: "'--min'")
}
