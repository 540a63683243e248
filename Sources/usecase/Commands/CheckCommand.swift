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
      Reads the whole model that each path belongs to, and all models of their own below a \
      folder. Exits with 1 where there are findings at or above '--fail-on', or where a figure of \
      coverage lies below what '[coverage]' in 'usecase.toml' asks of it; with 2 where a model \
      could not be read.

      '--fix' leaves files with syntax errors alone, keeps the layout of files that 'format' \
      would change, and applies no fix with which a new error would appear. What is left decides \
      the exit code; '--diff' reports no findings and exits with 1 where there is a difference.

      A baseline holds findings to live with for now. One about an element is known by its rule \
      and element, wherever that stands, any other by its rule, file and message. Known findings \
      are not reported and never fail; '--fix' mends them, too. Syntax errors are always reported, \
      because they hide other findings. Entries that are not found any more are named and fail \
      nothing.
      """)

  @Argument(
    help: "Files or folders of models, or '-' for standard input.",
    completion: .file(extensions: ["usecase"]))
  var paths: [String] = []

  @OptionGroup var reporting: ReportingOptions
  @OptionGroup var reportedFiles: ReportedFilesOption
  @OptionGroup var fixes: FixOptions
  @OptionGroup var baselines: BaselineOptions
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

  mutating func validate() throws {
    if let path = baselines.takePath() { paths.append(path) }
    try refuseMixedInput(paths, stdinFilename: stdinFilename)
    guard fixes.diff else { return }
    try reporting.refuseForPatch()
    if baselines.writes { throw ValidationError("'--diff' writes no baseline") }
  }

  func run() throws {
    let today = try day.orNow()
    var models = try load(today)
    if verbose { describe(models) }
    let files = try reportedFiles.files(of: models)
    var summary = FixSummary()
    if fixes.isAsked {
      let fixings = zip(models, files).map { model, files in
        fixes.fixing(model) { $0.standing(in: files) }
      }
      summary = FixSummary(fixings, of: models)
      if fixes.diff { return try showDifference(fixings, of: models, summary) }
      try fixes.write(fixings, of: models)
      models = zip(models, fixings).map { $0.with($1.compilation) }
    }
    try report(models, files, summary)
  }

  private func load(_ today: CalendarDate?) throws -> [LocatedModel] {
    if paths == ["-"] {
      return [try LocatedModel.loadStandardInput(named: stdinFilename, today: today)]
    }
    return try LocatedModel.load(paths.isEmpty ? reportedFiles.report : paths, today: today)
  }

  private func showDifference(
    _ fixings: [Fixing], of models: [LocatedModel], _ summary: FixSummary
  ) throws {
    let isDifferent = try fixes.showDifference(fixings, of: models)
    if !quiet {
      for line in summary.lines(isDry: true) { Console.say(line) }
    }
    if isDifferent { throw ExitCode(1) }
  }

  private func report(
    _ models: [LocatedModel], _ files: [Set<String>?], _ summary: FixSummary
  ) throws {
    var summary = summary
    let known = try baselines.compare(models)
    let reported = zip(zip(models, files), known).map { pair, known in
      let (model, files) = pair
      var reported = model.reported
      reported.findings = known.new.standing(in: files)
      reported.knownCount = known.known.standing(in: files).count
      reported.reportedFiles = files
      reported.leastFailure = reporting.leastFailure(of: model)
      if !fixes.isAsked { summary.left.add(FixableCount(reported.findings, in: model.compilation)) }
      return reported
    }
    let report = Report(models: reported)
    let writesText = fixes.isAsked && paths == ["-"]
    try reporting.write(report, to: writesText ? STDERR_FILENO : STDOUT_FILENO)
    if !quiet {
      Console.say(report.summary.text)
      if fixes.isAsked {
        for line in summary.lines(isDry: false) { Console.say(line) }
      } else if let hint = summary.hint {
        Console.say(hint)
      }
      for line in known.flatMap(\.remarks) { Console.say(line) }
      for line in try remarksOnCompany(models, reported) { Console.say(line) }
    }
    let isShort = showShortfalls(models)
    if report.hasFailures || isShort { throw ExitCode(1) }
  }

  /// Where only files were named and nothing says which model they belong to, what is complained of
  /// may stand in files that nobody thought of.
  private func remarksOnCompany(
    _ models: [LocatedModel], _ reported: [ReportedModel]
  ) throws -> [String] {
    let named = Set(try paths.filter { $0 != "-" }.map { path in try Disk().resolve(path) })
    return try zip(models, reported).compactMap { model, reported in
      let folder = model.compilation.folder
      guard !named.isEmpty, !named.contains(where: { Path.isInside(folder.path, $0) }),
        try reported.findings.contains(where: {
          try !named.contains(model.location(of: $0.place.path))
        })
      else { return nil }
      return model.remarkOnWidth.map { "\($0); '--report' chooses whose findings are shown" }
    }
  }

  /// Says which figures of coverage do not reach what settings ask of them; whether that is a
  /// failure. Where only some files are reported on, nothing is asked of the whole.
  private func showShortfalls(_ models: [LocatedModel]) -> Bool {
    guard paths != ["-"], reportedFiles.report.isEmpty else { return false }
    var isShort = false
    for model in models {
      let minimums = model.coverageMinimums()
      guard !minimums.isEmpty else { continue }
      let isFailure = reporting.leastFailure(of: model) != nil
      for shortfall in model.compilation.coverage().shortfalls(of: minimums) {
        Console.say(shortfall, isFailure: isFailure)
        if isFailure { isShort = true }
      }
    }
    return isShort
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

extension [Diagnostic] {
  /// Those that stand in some files; all where there is no choice.
  fileprivate func standing(in files: Set<String>?) -> [Diagnostic] {
    guard let files else { return self }
    return filter { files.contains($0.place.path) }
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
