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

/// A model that was asked for, with the way to its folder as the reader of messages knows it.
struct LocatedModel {
  private(set) var compilation: Compilation
  let prefix: String
  /// The file, as findings call it, whose text came from standard input.
  private(set) var standardInputFile: String?
  private let currentFolder: String

  var reported: ReportedModel {
    ReportedModel(
      findings: compilation.findings, sources: compilation.sources,
      fileCount: compilation.folder.files.count, prefix: prefix, currentFolder: currentFolder,
      brokenFiles: Set(compilation.brokenFiles))
  }

  /// Without the findings that the baseline of the settings knows. Errors stay: with them no site is
  /// built, and nobody would see why.
  func reportedBesideBaseline() throws(ProjectError) -> ReportedModel {
    var reported = reported
    let file = try BaselineFile(
      of: compilation.folder, shown: reported.shownPath, on: Disk())
    guard let baseline = try file.read(on: Disk()) else { return reported }
    let rest = compilation.findings.filter { $0.severity < .error }
    let comparison = baseline.compare(rest, asked: compilation.rules)
    let known = Set(comparison.known)
    reported.findings.removeAll { known.contains($0) }
    reported.knownCount = comparison.known.count
    return reported
  }

  /// Which files were read as one model, where only their folder says so; nil where settings do, or
  /// where there is one file alone.
  var remarkOnWidth: String? {
    let folder = compilation.folder
    guard !folder.hasSettings, folder.files.count > 1 else { return nil }
    return "note: all \(folder.files.count) files below '\(folder.path)' were read as one model, "
      + "because no '\(Settings.fileName)' says where it begins"
  }

  /// The models that some paths stand for, each once; without a path, those of the current folder.
  static func load(
    _ paths: [String], rules: [AnyRule] = RuleCatalog.all, today: CalendarDate?
  ) throws(ProjectError) -> [LocatedModel] {
    var models: [LocatedModel] = []
    var seen: Set<String> = []
    for path in paths.isEmpty ? ["."] : paths {
      for folder in try ModelFolder.all(at: path, on: Disk())
      where seen.insert(folder.path).inserted {
        models.append(
          try LocatedModel(folder, named: path, on: Disk(), rules: rules, today: today))
      }
    }
    return models
  }

  /// The text on standard input: a model of its own, or a file within the model that `name` lies in.
  static func loadStandardInput(
    named name: String?, today: CalendarDate?
  ) throws(ProjectError) -> LocatedModel {
    let bytes = try Disk().readStandardInput()
    guard let name else {
      let text = SourceText(path: "<stdin>", bytes: bytes)
      return LocatedModel(text, today: today)
    }
    let folder = try Disk().resolve(Path.parent(of: name))
    let path = Path.join(folder, Path.name(of: name))
    let disk = Overlay([path: bytes], over: Disk())
    var model = try LocatedModel(
      try ModelFolder(at: path, on: disk), named: name, on: disk, today: today)
    model.standardInputFile = Path.relative(path, from: model.compilation.folder.path)
    return model
  }

  /// A model that can be drawn and built; where it has errors, they are shown, and the command ends
  /// with 1.
  static func loadSound(
    _ path: String, on disk: any FileSystem, rules: [AnyRule] = RuleCatalog.all,
    today: CalendarDate? = nil
  ) throws -> LocatedModel {
    let located = try LocatedModel(
      ModelFolder(at: path, on: disk), named: path, on: disk, rules: rules, today: today)
    var reported = located.reported
    reported.findings.removeAll { $0.severity < .error }
    guard !reported.findings.isEmpty else { return located }
    let report = Report(models: [reported])
    let options = ReportOptions(isColored: ColorChoice.auto.isColored(STDERR_FILENO))
    Console.show(FullFormat.render(report, options: options))
    Console.say(report.summary.text)
    throw ExitCode(1)
  }

  /// The same model with other texts.
  func with(_ compilation: Compilation) -> LocatedModel {
    var copy = self
    copy.compilation = compilation
    return copy
  }

  /// The absolute path of a file, without links.
  func location(of file: String) throws(ProjectError) -> String {
    if file == standardInputFile {
      let folder = compilation.folder.path
      return Path.join(folder.isEmpty ? try Disk().resolve(".") : folder, file)
    }
    return try Disk().location(of: file, in: compilation.folder)
  }

  private init(_ standardInput: SourceText, today: CalendarDate?) {
    compilation = Compilation([standardInput], today: today)
    prefix = ""
    standardInputFile = standardInput.path
    currentFolder = ""
  }

  private init(
    _ folder: ModelFolder, named path: String, on disk: any FileSystem,
    rules: [AnyRule] = RuleCatalog.all, today: CalendarDate?
  ) throws(ProjectError) {
    try self.init(
      Compilation(folder, on: disk, rules: rules, today: today), named: path)
  }

  /// A model that was read from the path that somebody gave.
  init(_ compilation: Compilation, named path: String) throws(ProjectError) {
    self.compilation = compilation
    let folder = compilation.folder
    let current = try Disk().resolve(".")
    // Paths are relative to the current folder, unless one was given as absolute and leads elsewhere.
    let isElsewhere = path.hasPrefix("/") && !Path.isInside(folder.path, current)
    let isInModel = Path.isInside(current, folder.path)
    let shown = isElsewhere ? folder.path : Path.relative(folder.path, from: current)
    prefix = shown.isEmpty || shown.hasSuffix("/") ? shown : shown + "/"
    currentFolder = isInModel && !isElsewhere ? Path.relative(current, from: folder.path) : ""
  }
}
