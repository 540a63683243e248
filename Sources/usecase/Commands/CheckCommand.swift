import ArgumentParser
import UseCaseProject
import UseCaseReport

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

  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var day: DayOption

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
    let today = try day.orNow()
    let models =
      paths == ["-"]
      ? [try LocatedModel.loadStandardInput(named: stdinFilename, today: today)]
      : try LocatedModel.load(paths, today: today)
    if verbose { describe(models) }
    let report = Report(models: models.map(\.reported))
    try reporting.write(report)
    if !quiet { Console.say(report.summary.text) }
    if reporting.isFailure(report) { throw ExitCode(1) }
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

/// Standard input is read once and stands alone.
func refuseMixedInput(_ paths: [String], stdinFilename: String?) throws {
  if paths.contains("-"), paths.count > 1 {
    throw ValidationError("'-' cannot stand beside other paths")
  }
  if stdinFilename != nil, paths != ["-"] {
    throw ValidationError("'--stdin-filename' needs the path '-'")
  }
}
