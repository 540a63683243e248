import ArgumentParser
import UseCaseProject
import UseCaseReport
import UseCaseRules
import UseCaseSyntax

/// Which findings are known and not reported again.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The file of known findings, which are not reported; that of the settings, or \
      'usecase-baseline.json' in the model's folder if it is there.
      """, valueName: "file"), completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(
    defaultAsFlag: "", parsing: .next,
    help: ArgumentHelp(
      "Make all findings but syntax errors known ones, from now on.", valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var writeBaseline: String?

  @Flag(help: "Take what is not found any more out of the baseline.")
  var pruneBaseline = false

  @Flag(help: "Report known findings, too.")
  var noBaseline = false

  var writes: Bool { writeBaseline != nil || pruneBaseline }

  func validate() throws {
    if writeBaseline != nil, pruneBaseline {
      throw ValidationError("'--write-baseline' leaves nothing for '--prune-baseline' to take out")
    }
    if noBaseline, baseline != nil || writes {
      throw ValidationError("'--no-baseline' cannot stand beside options about one")
    }
    if baseline != nil, let writeBaseline, !writeBaseline.isEmpty {
      throw ValidationError("the baseline is named twice")
    }
  }

  /// Whatever follows '--write-baseline' and is no name of a baseline is a path to be checked.
  mutating func takePath() -> String? {
    guard let value = writeBaseline, !value.isEmpty, !value.hasSuffix(".json") else { return nil }
    writeBaseline = ""
    return value
  }

  /// What the findings of models come to beside their baselines, which are written or pruned first
  /// where that was asked for.
  func compare(_ models: [LocatedModel]) throws -> [KnownFindings] {
    let name = baseline ?? (writeBaseline?.isEmpty == false ? writeBaseline : nil)
    if let name, models.count > 1 {
      throw ProjectError(
        "'\(name)' cannot be the baseline of \(models.count) models",
        help: "check one model, or set 'baseline' in each 'usecase.toml'")
    }
    return try models.map { try compare($0, name) }
  }

  private func compare(_ model: LocatedModel, _ name: String?) throws -> KnownFindings {
    let compilation = model.compilation
    guard !noBaseline, let file = try file(of: model, name) else {
      return KnownFindings(new: compilation.findings)
    }
    var known = KnownFindings(new: compilation.findings, file: file.name)
    if writeBaseline != nil {
      let written = Baseline(compilation.findings)
      try file.write(written, on: Disk())
      known.writtenCount = written.count
    }
    guard let baseline = try file.read(on: Disk()) else { return known }
    let comparison = baseline.compare(compilation.findings, asked: compilation.rules)
    known.new = comparison.new
    known.known = comparison.known
    known.stale = comparison.stale
    known.isBroken = !compilation.brokenFiles.isEmpty
    known.isToBePruned = pruneBaseline
    if pruneBaseline, !known.isBroken, !known.stale.isEmpty {
      try file.write(comparison.pruned, on: Disk())
    }
    return known
  }

  /// Nil where texts without a folder have none.
  private func file(of model: LocatedModel, _ name: String?) throws -> BaselineFile? {
    if let name { return BaselineFile(at: name) }
    let folder = model.compilation.folder
    guard !folder.path.isEmpty else {
      guard !writes else {
        throw ProjectError("standard input alone has no baseline", help: "name a file")
      }
      return nil
    }
    return try BaselineFile(of: folder, shown: model.reported.shownPath, on: Disk())
  }
}

/// The findings of a model that are not known, and what is to be said about those that are.
struct KnownFindings {
  var new: [Diagnostic]
  /// What messages call the baseline.
  var file = ""
  var known: [Diagnostic] = []
  var stale: [BaselineEntry] = []
  /// How many were made known just now.
  var writtenCount: Int?
  var isToBePruned = false
  /// Whether syntax errors hide findings, so that nobody can tell what is not found any more.
  var isBroken = false

  init(new: [Diagnostic], file: String = "") {
    self.new = new
    self.file = file
  }

  /// How many stale entries are named.
  private static let shownCount = 5

  /// What is said behind the summary.
  var remarks: [String] {
    if let writtenCount { return ["wrote \(counted(writtenCount, "known finding")) to '\(file)'"] }
    guard !stale.isEmpty else { return [] }
    let count = stale.reduce(0) { $0 + $1.count }
    let gone = counted(count, "finding")
    let reason = "that \(count == 1 ? "is" : "are") not there any more"
    switch (isBroken, isToBePruned) {
    case (true, true): return ["syntax errors hide findings, so nothing was taken out of '\(file)'"]
    case (true, false): return []
    case (false, true): return ["took \(gone) out of '\(file)' \(reason)"]
    case (false, false): break
    }
    let shown = stale.prefix(KnownFindings.shownCount).map { entry in
      "  \(entry.element ?? entry.file) [\(entry.rule)]"
        + (entry.count > 1 ? ", \(entry.count) times" : "")
    }
    let rest = stale.count - shown.count
    return ["'\(file)' holds \(gone) \(reason):"] + shown
      + (rest > 0 ? ["  and \(rest) more"] : []) + ["help: '--prune-baseline' takes them out"]
  }
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
