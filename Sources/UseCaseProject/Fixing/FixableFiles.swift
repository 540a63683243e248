import UseCaseSyntax

/// The files of a model that fixes may change.
struct FixableFiles {
  /// The files that have no syntax errors, by path.
  private(set) var trees: [String: SyntaxTree] = [:]
  /// Those that have some, in their order.
  private(set) var broken: [String] = []
  private var isBroken: Set<String> = []
  private let includesUnsafe: Bool

  init(_ compilation: Compilation, _ scope: FixScope) {
    includesUnsafe = scope.includesUnsafe
    for tree in compilation.model.ownTrees {
      let path = tree.source.path
      guard scope.files?.contains(path) ?? true else { continue }
      if tree.hasErrors { broken.append(path) } else { trees[path] = tree }
    }
    isBroken = Set(broken)
  }

  /// The fix to be applied for a finding: the first safe one, else the first.
  func fix(for finding: Diagnostic) -> Fix? {
    let fix = proposed(for: finding)
    return fix.flatMap { isApplicable($0) ? $0 : nil }
  }

  /// The files with syntax errors that keep a finding from being fixed.
  func obstacles(to finding: Diagnostic) -> [String] {
    proposed(for: finding)?.edits.map(\.place.path).filter(isBroken.contains) ?? []
  }

  private func proposed(for finding: Diagnostic) -> Fix? {
    finding.fixes.first(where: \.isSafe) ?? (includesUnsafe ? finding.fixes.first : nil)
  }

  private func isApplicable(_ fix: Fix) -> Bool {
    guard !fix.edits.isEmpty else { return false }
    let isInside = fix.edits.allSatisfy { edit in
      guard let tree = trees[edit.place.path] else { return false }
      return edit.place.range.upperBound <= tree.source.bytes.count
        && edit.place.range.lowerBound >= 0
    }
    return isInside && !fix.edits.overlap
  }
}

extension [Edit] {
  /// Whether two of them replace the same bytes.
  fileprivate var overlap: Bool {
    let ordered = inOrder
    return zip(ordered, ordered.dropFirst()).contains { left, right in
      left.place.path == right.place.path
        && right.place.range.lowerBound < left.place.range.upperBound
    }
  }

  /// By file and place; what is inserted stands before what is replaced there, and edits of one
  /// place keep their order.
  var inOrder: [Edit] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element.place, right.element.place)
      if a.path != b.path { return a.path < b.path }
      if a.range.lowerBound != b.range.lowerBound {
        return a.range.lowerBound < b.range.lowerBound
      }
      if a.range.upperBound != b.range.upperBound {
        return a.range.upperBound < b.range.upperBound
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}
