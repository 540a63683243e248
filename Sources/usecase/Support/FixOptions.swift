import ArgumentParser
import UseCaseProject
import UseCaseReport
import UseCaseSyntax

/// Whether and how findings are fixed.
struct FixOptions: ParsableArguments {
  @Flag(help: "Apply the fixes that keep what was meant beyond doubt.")
  var fix = false

  @Flag(help: "Apply the other fixes, too.")
  var unsafeFixes = false

  @Flag(help: "Change nothing, and show what would be fixed as a patch for 'git apply'.")
  var diff = false

  var isAsked: Bool { fix || unsafeFixes || diff }

  /// Fixes the findings that are picked; writes nothing.
  func fixing(
    _ model: LocatedModel, pick: @escaping @Sendable ([Diagnostic]) -> [Diagnostic]
  ) -> Fixing {
    let scope = FixScope(
      includesUnsafe: unsafeFixes, files: model.standardInputFile.map { [$0] }, pick: pick)
    return UseCaseProject.fix(model.compilation, within: scope)
  }

  /// Puts the fixed texts in the place of the files, or on standard output where the text came from
  /// standard input.
  func write(_ fixings: [Fixing], of models: [LocatedModel]) throws {
    for (fixing, model) in zip(fixings, models) {
      if let file = model.standardInputFile {
        let text = fixing.compilation.sources.first { $0.path == file }
        try Console.write(text?.bytes ?? [])
      } else {
        try Disk().write(fixing.changes, in: model.compilation.folder)
      }
    }
  }

  /// Writes a patch to standard output; whether there is a difference.
  func showDifference(_ fixings: [Fixing], of models: [LocatedModel]) throws -> Bool {
    var changes: [(path: String, change: TextChange)] = []
    for (fixing, model) in zip(fixings, models) {
      for change in fixing.changes {
        changes.append((try model.location(of: change.path), change))
      }
    }
    let base = try PatchBase(for: changes.map(\.path))
    for (path, change) in changes {
      let patch = unifiedDiff(
        base.name(of: path), from: change.old, to: change.new, hasGitHeader: true)
      try Console.write(patch)
    }
    if let remark = base.remark { Console.say(remark) }
    return !changes.isEmpty
  }
}

/// What fixing came to, in words.
struct FixSummary {
  var fixed = 0
  var files = 0
  var refused = 0
  /// The findings left that could be fixed.
  var left = FixableCount()
  /// The paths of files that were left alone, as they are shown.
  var broken: [String] = []

  init() {}

  init(_ fixings: [Fixing], of models: [LocatedModel]) {
    for (fixing, model) in zip(fixings, models) {
      fixed += fixing.fixedCount
      files += fixing.changes.count
      refused += fixing.refusedCount
      left.unsafe += fixing.unsafeCount
      broken += fixing.brokenFiles.map { model.reported.shownPath($0) }
    }
  }

  /// One line for each thing that is to be said after fixing, or after showing what would be fixed.
  func lines(isDry: Bool) -> [String] {
    var lines = broken.map { "'\($0)' has syntax errors, so nothing in it was fixed" }
    if refused > 0 {
      lines.append(
        "\(counted(refused, "fix", "fixes")) not applied: an error would appear that is not there now"
      )
    }
    let done = isDry ? "would be fixed" : "fixed"
    var text = "\(counted(fixed, "finding")) \(done)"
    if fixed > 0 { text += " in \(counted(files, "file"))" }
    if left.unsafe > 0 { text += ", \(left.unsafe) more with '--unsafe-fixes'" }
    return lines + [text]
  }

  /// What is said where nothing was to be fixed; nil where nothing can be.
  var hint: String? {
    switch (left.safe, left.unsafe) {
    case (0, 0): nil
    case (0, let unsafe): "\(counted(unsafe, "finding")) can be fixed with '--unsafe-fixes'"
    case (let safe, 0): "\(counted(safe, "finding")) can be fixed with '--fix'"
    case (let safe, let unsafe):
      "\(counted(safe, "finding")) can be fixed with '--fix', \(unsafe) more with '--unsafe-fixes'"
    }
  }
}

/// "1 fix", "2 fixes".
private func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
