import UseCaseSyntax

/// What `fix` may change.
public struct FixScope: Sendable {
  /// Whether fixes are applied, too, that may change what the author meant.
  public var includesUnsafe: Bool
  /// The only files that may change, by the paths that findings call them; nil for all of the model.
  public var files: Set<String>?
  /// Picks the findings that are to be fixed.
  public var pick: @Sendable ([Diagnostic]) -> [Diagnostic]

  public init(
    includesUnsafe: Bool = false, files: Set<String>? = nil,
    pick: @escaping @Sendable ([Diagnostic]) -> [Diagnostic] = { $0 }
  ) {
    self.includesUnsafe = includesUnsafe
    self.files = files
    self.pick = pick
  }
}

/// A file whose text is another one now.
public struct TextChange: Sendable, Hashable {
  /// As findings call it: relative to the model's folder.
  public let path: String
  public let old: [UInt8]
  public let new: [UInt8]

  public init(path: String, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.old = old
    self.new = new
  }
}

/// What fixing a model came to: a value, nothing is written.
public struct Fixing: Sendable {
  /// The model as it is with the fixes.
  public let compilation: Compilation
  /// In the order of the paths.
  public let changes: [TextChange]
  /// How many findings are gone because they were fixed.
  public let fixedCount: Int
  /// How many fixes were taken back, because with them the model would have an error that it does
  /// not have now, or would keep the finding.
  public let refusedCount: Int
  /// How many of the picked findings could be fixed unsafely only, where that was not asked for.
  public let unsafeCount: Int
  /// The files that were left alone because of syntax errors, although something in them could be
  /// fixed.
  public let brokenFiles: [String]
}

/// Applies the fixes of a model's findings, again and again until nothing is left to be fixed.
///
/// A fix is all of its edits or none. Where fixes overlap, the finding that stands first wins, and
/// the others get their turn when the model has been checked again. A file that was laid out as
/// `format` does it is laid out again; the layout of any other is left alone. No file with syntax
/// errors changes, and what is changed has none; there is no error that was not there before.
public func fix(_ compilation: Compilation, within scope: FixScope = FixScope()) -> Fixing {
  var run = FixingRun(compilation, scope)
  run.run()
  return run.result
}

/// How many findings of a list can be fixed in a model.
public struct FixableCount: Sendable, Hashable {
  public var safe = 0
  /// Those that can be fixed unsafely only.
  public var unsafe = 0

  public init() {}

  public init(_ findings: [Diagnostic], in compilation: Compilation) {
    let files = FixableFiles(compilation, FixScope(includesUnsafe: true))
    for finding in findings {
      guard let fix = files.fix(for: finding) else { continue }
      if fix.isSafe { safe += 1 } else { unsafe += 1 }
    }
  }

  public mutating func add(_ other: FixableCount) {
    safe += other.safe
    unsafe += other.unsafe
  }
}

extension Compilation {
  /// The paths of its own files that have syntax errors, in their order.
  public var brokenFiles: [String] {
    model.ownTrees.filter(\.hasErrors).map(\.source.path)
  }
}
