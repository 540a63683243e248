import ArgumentParser
import UseCaseComparison
import UseCaseModel
import UseCaseProject
import UseCaseSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says what changed in meaning between two versions of a model, or between two journeys.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed in meaning between two versions of a model.",
    usage: """
      usecase diff [<old>] [<new>] [<options>]
      usecase diff --journeys <journey> <journey> [<path>] [<options>]
      """,
    discussion: """
      A version is a file or folder, or 'git:REVISION', such as 'git:HEAD~1' or \
      'git:main:path/to/model'; without a path, the place of the other version. The old version is \
      'git:HEAD' and the new one the current folder, unless others are named.

      Layout, comments and order are no difference. An element is the same where its kind, \
      namespace and name are; else where its kind and name are in but one other namespace; else \
      where at least three fifths of what it says are the same, and no other element resembles it \
      as much: then it was renamed. What names it is not changed by that.

      Exits with 0 where nothing changed, with 1 where something did, with 2 where a version could \
      not be read.
      """)

  enum Format: String, CaseIterable {
    case text, json, markdown
  }

  @Argument(
    help: ArgumentHelp(
      "The two versions; with '--journeys' the names of two journeys, then the model.",
      valueName: "version"),
    completion: .versions)
  var versions: [String] = []

  @Flag(help: "Compare two journeys of one model, such as the one as it is and as it shall be.")
  var journeys = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How it is put: text, json, markdown.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: chosen)
  var format = Format.text

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always, never.", valueName: "when"),
    completion: .list(ColorChoice.allCases.map(\.rawValue)), transform: chosen)
  var color = ColorChoice.auto

  @OptionGroup var day: DayOption

  @Flag(help: "Exit with 0 also where something changed.")
  var exitZero = false

  @Flag(name: .shortAndLong, help: "Say nothing but the difference.")
  var quiet = false

  func validate() throws {
    if journeys {
      guard versions.count < 2 || versions.count > 3 else { return }
      throw ValidationError("'--journeys' needs the names of two journeys, and at most one path")
    }
    guard versions.count > 2 else { return }
    throw ValidationError("there are two versions at most: the old one and the new one")
  }

  func run() throws {
    let report = journeys ? try journeyReport() : try versionReport()
    let text =
      switch format {
      case .text: report.text(isColored: color.isColored(output == nil ? STDOUT_FILENO : nil))
      case .json: report.document.text() + "\n"
      case .markdown: report.markdown
      }
    if let output {
      try Disk().write(Array(text.utf8), to: output)
    } else {
      try Console.write(text)
    }
    if !quiet { Console.say(report.summary) }
    if !report.difference.isEmpty, !exitZero { throw ExitCode(1) }
  }

  private func versionReport() throws -> DifferenceReport {
    let names = [versions.first ?? "git:HEAD", versions.dropFirst().first ?? "."]
    let (old, new) = (try ModelSpecification(names[0]), try ModelSpecification(names[1]))
    let today = try day.orNow()
    let before = try old.compilation(beside: new, today: today)
    let after = try new.compilation(beside: old, today: today, after: before)
    return DifferenceReport(
      ModelDifference(from: before.version, to: after.version), old: names[0], new: names[1])
  }

  private func journeyReport() throws -> DifferenceReport {
    let specification = try ModelSpecification(versions.dropFirst(2).first ?? ".")
    let compilation = try specification.compilation(beside: nil, today: try day.orNow())
    let old = try journey(versions[0], in: compilation.model)
    let new = try journey(versions[1], in: compilation.model)
    return DifferenceReport(
      ModelDifference(between: old, and: new, of: compilation.version), old: old.key, new: new.key)
  }

  private func journey(_ name: String, in model: Model) throws(ProjectError) -> Journey {
    let journeys = model.all(Journey.self)
    if let exact = journeys.first(where: { $0.element.qualifiedName == name }) { return exact }
    let found = journeys.filter { $0.name == name }
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      throw ProjectError(
        "several journeys are called '\(name)'",
        help: "name one of \(listed(found.map { "'\($0.element.qualifiedName)'" }, with: "or"))")
    }
    throw ProjectError(
      "there is no journey '\(name)'",
      help: nearest(to: name, among: journeys.map(\.element.qualifiedName)).map {
        "did you mean '\($0)'?"
      })
  }
}
