import UseCaseModel
import UseCaseSyntax

extension ModelDifference {
  /// Findings are the same by rule, element and message, wherever they stand; where an element was
  /// renamed, its old name in a message counts as the new one.
  mutating func compareFindings(
    _ old: ModelVersion, _ new: ModelVersion, _ matching: ElementMatching
  ) {
    guard !old.findings.isEmpty || !new.findings.isEmpty else { return }
    let before = FindingKeys(matching.old, matching.oldNaming, renaming: matching.new)
    let after = FindingKeys(matching.new, matching.newNaming, renaming: nil)
    let left = before.keys(of: old.findings)
    let right = after.keys(of: new.findings)
    var places = Places()
    newFindings = without(right, left).map { FindingSummary($0, &places, new.model) }
    places = Places()
    goneFindings = without(left, right).map { FindingSummary($0, &places, old.model) }
  }

  /// The findings that others do not have, or have less often.
  private func without(
    _ findings: [(key: String, finding: Diagnostic)],
    _ others: [(key: String, finding: Diagnostic)]
  ) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for other in others { counts[other.key, default: 0] += 1 }
    return findings.compactMap { key, finding in
      guard let count = counts[key], count > 0 else { return finding }
      counts[key] = count - 1
      return nil
    }
  }
}

/// What makes a finding the same in another version.
private struct FindingKeys {
  private let side: Side
  private let naming: Naming
  /// The other version, whose names count.
  private let other: Side?
  private let elements: [String: Int]

  init(_ side: Side, _ naming: Naming, renaming other: Side?) {
    self.side = side
    self.naming = naming
    self.other = other
    elements = Dictionary(
      side.elements.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Only of the elements that are compared, or of everything where all are.
  func keys(of findings: [Diagnostic]) -> [(key: String, finding: Diagnostic)] {
    let isWhole = !side.isCompared.contains(false)
    return findings.compactMap { finding in
      guard let index = finding.element.flatMap({ elements[$0] }) else {
        guard isWhole else { return nil }
        return (finding.rule + "\u{1}\u{1}" + finding.message, finding)
      }
      guard side.isCompared[index] else { return nil }
      let key = [finding.rule, naming.token(side.elements[index]), message(finding, index)]
      return (key.joined(separator: "\u{1}"), finding)
    }
  }

  private func message(_ finding: Diagnostic, _ index: Int) -> String {
    guard let other, side.counterparts[index] >= 0 else { return finding.message }
    let (before, after) = (side.elements[index], other.elements[side.counterparts[index]])
    guard before.name != after.name else { return finding.message }
    return finding.message.replacing("'\(before.title)'", with: "'\(after.title)'")
      .replacing("'\(before.name)'", with: "'\(after.name)'")
  }
}

extension FindingSummary {
  fileprivate init(_ finding: Diagnostic, _ places: inout Places, _ model: Model) {
    self.init(
      rule: finding.rule, severity: finding.severity, message: finding.message,
      element: finding.element, file: finding.place.path,
      line: places.line(finding.place, of: model))
  }
}
