import UseCaseModel
import UseCaseSyntax

/// Fixes a model in rounds: chooses fixes, applies them, checks again.
struct FixingRun {
  /// A finding with the fix that is to be applied.
  private struct Candidate {
    let finding: Diagnostic
    let fix: Fix

    var key: FindingKey { FindingKey(finding) }
  }

  /// What the model was after some rounds.
  private struct State {
    let texts: [String: [UInt8]]
    let fixedCount: Int
  }

  /// More rounds than any chain of fixes needs that is not endless.
  private static let mostRounds = 16
  /// How often the model is checked to find out which of many fixes cannot be applied.
  private var attempts = 200

  private let original: Compilation
  private let scope: FixScope
  private var current: Compilation
  private var fixedCount = 0
  private var refused: Set<FindingKey> = []
  /// By path: whether a file was laid out before anything was fixed.
  private var isLaidOut: [String: Bool] = [:]
  private var states: [State]

  init(_ compilation: Compilation, _ scope: FixScope) {
    original = compilation
    current = compilation
    self.scope = scope
    states = [State(texts: [:], fixedCount: 0)]
  }

  mutating func run() {
    for _ in 0..<FixingRun.mostRounds {
      var kept: [Candidate] = []
      var next: Compilation?
      adopt(candidates()[...], onto: &kept, &next)
      guard let next else { return }
      current = next
      fixedCount += kept.count
      // Fixes that undo each other lead back to an earlier state; it stands.
      let texts = changedTexts
      if let earlier = states.first(where: { $0.texts == texts }) {
        fixedCount = earlier.fixedCount
        return
      }
      states.append(State(texts: texts, fixedCount: fixedCount))
    }
  }

  var result: Fixing {
    let findings = scope.pick(current.findings)
    let files = FixableFiles(current, scope)
    let obstacles = Set(findings.flatMap(files.obstacles))
    var unsafe = scope
    unsafe.includesUnsafe = true
    let all = FixableFiles(current, unsafe)
    return Fixing(
      compilation: current, changes: changes, fixedCount: fixedCount, refusedCount: refused.count,
      unsafeCount: scope.includesUnsafe
        ? 0 : findings.count { files.fix(for: $0) == nil && all.fix(for: $0) != nil },
      brokenFiles: files.broken.filter(obstacles.contains))
  }

  private var changes: [TextChange] {
    zip(original.model.ownTrees, current.model.ownTrees).compactMap { old, new in
      guard old !== new, old.source.bytes != new.source.bytes else { return nil }
      return TextChange(path: old.source.path, old: old.source.bytes, new: new.source.bytes)
    }
  }

  private var changedTexts: [String: [UInt8]] {
    Dictionary(changes.map { ($0.path, $0.new) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: A round

  /// The fixes of this round, which do not overlap, in the order of their findings.
  private func candidates() -> [Candidate] {
    let files = FixableFiles(current, scope)
    let all = scope.pick(current.findings).compactMap { finding in
      files.fix(for: finding).map { Candidate(finding: finding, fix: $0) }
    }.filter { !refused.contains($0.key) }
    var selection = FixSelection(among: all.map(\.fix))
    return all.filter { selection.take($0.fix) }
  }

  /// Adds to what is kept those of some candidates with which all goes well, and says what the model
  /// becomes. Where not all of them can be added, it tries one half and then the other.
  private mutating func adopt(
    _ more: ArraySlice<Candidate>, onto kept: inout [Candidate], _ result: inout Compilation?
  ) {
    guard let first = more.first, attempts > 0 else { return }
    attempts -= 1
    if let outcome = outcome(of: kept + more) {
      kept += more
      result = outcome
    } else if more.count == 1 {
      refused.insert(first.key)
    } else {
      let middle = more.startIndex + more.count / 2
      adopt(more[..<middle], onto: &kept, &result)
      adopt(more[middle...], onto: &kept, &result)
    }
  }

  /// The model with some fixes; nil where that breaks a promise.
  private mutating func outcome(of candidates: [Candidate]) -> Compilation? {
    let edits = Dictionary(grouping: candidates.flatMap(\.fix.edits), by: \.place.path)
    var trees: [String: SyntaxTree] = [:]
    for tree in current.model.ownTrees {
      guard let edits = edits[tree.source.path] else { continue }
      guard let new = self.tree(tree, edits) else { return nil }
      trees[tree.source.path] = new
    }
    let next = current.replacing(trees)
    return FindingBalance(candidates.map(\.finding)).holds(current.findings, next.findings)
      ? next : nil
  }

  /// A file with some edits, laid out if it was before; nil where it has syntax errors then.
  private mutating func tree(_ tree: SyntaxTree, _ edits: [Edit]) -> SyntaxTree? {
    let edited = parse(tree.source.applying(edits))
    guard !edited.hasErrors else { return nil }
    guard isLaidOut(tree) else { return edited }
    guard let bytes = format(edited).bytes else { return nil }
    if bytes == edited.source.bytes { return edited }
    let formatted = parse(SourceText(path: tree.source.path, bytes: bytes))
    return formatted.hasErrors ? nil : formatted
  }

  private mutating func isLaidOut(_ tree: SyntaxTree) -> Bool {
    if let known = isLaidOut[tree.source.path] { return known }
    let result = format(tree).bytes == tree.source.bytes
    isLaidOut[tree.source.path] = result
    return result
  }
}
