import UseCaseModel
import UseCaseReport
import UseCaseSyntax

/// A difference with what the reader calls the two versions.
public struct DifferenceReport: Sendable {
  public let difference: ModelDifference
  /// `git:HEAD`, `journey AsIs`
  public let old: String
  public let new: String

  public init(_ difference: ModelDifference, old: String, new: String) {
    self.difference = difference
    self.old = old
    self.new = new
  }

  /// "2 added, 1 renamed; 1 finding new" or "no difference"
  public var summary: String {
    let verbs = ["added", "removed", "renamed", "moved", "changed"]
    let counts = verbs.compactMap { verb in
      let count = difference.elements.count { $0.verb == verb }
      return count > 0 ? "\(count) \(verb)" : nil
    }
    let findings = [
      (difference.newFindings.count, "new"), (difference.goneFindings.count, "gone"),
    ].compactMap { $0.0 > 0 ? "\(counted($0.0, "finding")) \($0.1)" : nil }
    let figures = Set(difference.figures.map(\.name)).count
    let parts = [
      counts.joined(separator: ", "),
      figures > 0 ? "\(counted(figures, "figure")) of coverage" : "",
      findings.joined(separator: ", "),
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "no difference" : parts.joined(separator: "; ")
  }

  /// The changes by kind, in order.
  var groups: [(kind: ElementKind, changes: [ElementChange])] {
    var groups: [(kind: ElementKind, changes: [ElementChange])] = []
    for change in difference.elements {
      if groups.last?.kind == change.kind {
        groups[groups.count - 1].changes.append(change)
      } else {
        groups.append((change.kind, [change]))
      }
    }
    return groups
  }
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension ElementChange {
  /// `+`, `-` or `~`, which carries what colour only underlines.
  var sign: String { old == nil ? "+" : new == nil ? "-" : "~" }

  /// What became of it beyond its details: "renamed from usecase Pay", "moved from …".
  var origin: String? {
    guard let old, isRenamed || isMoved else { return nil }
    let verbs = [isMoved ? "moved" : nil, isRenamed ? "renamed" : nil].compactMap { $0 }
    return verbs.joined(separator: " and ") + " from " + old.key
  }
}

extension Detail {
  var sign: String {
    switch kind {
    case .added: "+"
    case .removed: "-"
    case .changed, .moved, .renumbered: "~"
    }
  }

  /// `step 3`, or `step 4 (was 3)`.
  var part: String {
    guard let new else { return old?.part ?? "" }
    guard let old, old.part != new.part else { return new.part }
    return new.part + " (was " + old.part + ")"
  }

  /// What it said and says; both where it changed.
  var texts: (old: String?, new: String?) {
    guard let old, let new, old.text == new.text else { return (old?.text, new?.text) }
    return (nil, new.text)
  }

  var verb: String? {
    switch kind {
    case .moved: "moved"
    case .renumbered: "renumbered"
    case .added, .removed, .changed: nil
    }
  }
}

extension FigureChange {
  /// `80 % (8 of 10) -> 90 % (9 of 10)`
  var text: String { FigureChange.shown(old) + " -> " + FigureChange.shown(new) }

  private static func shown(_ count: Count) -> String {
    guard let percent = count.percent else { return "nothing to cover" }
    return "\(percent) % (\(count.covered) of \(count.total))"
  }

  var direction: String? { hasRisen.map { $0 ? "risen" : "fallen" } }
}

extension FindingSummary {
  var text: String { "\(severity.name): \(message) [\(rule)]" }
}
