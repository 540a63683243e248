import UseCaseSyntax

/// What tells findings apart wherever they stand in their file.
struct FindingKey: Hashable {
  let rule: String
  let path: String
  let message: String

  init(_ finding: Diagnostic) {
    rule = finding.rule
    path = finding.place.path
    message = finding.message
  }
}

/// Compares what is found before and after some findings were fixed.
struct FindingBalance {
  private let fixed: [FindingKey: Int]

  init(_ fixed: [Diagnostic]) {
    self.fixed = fixed.reduce(into: [:]) { $0[FindingKey($1), default: 0] += 1 }
  }

  /// Whether each fixed finding is gone, and no error is new.
  func holds(_ before: [Diagnostic], _ after: [Diagnostic]) -> Bool {
    let old = counts(before)
    return counts(after).allSatisfy { key, count in
      count <= (old[key] ?? 0) - (fixed[key] ?? 0)
    }
  }

  /// How many findings there are of those that matter here.
  private func counts(_ findings: [Diagnostic]) -> [FindingKey: Int] {
    var counts: [FindingKey: Int] = [:]
    for finding in findings {
      let key = FindingKey(finding)
      if finding.severity == .error || fixed[key] != nil { counts[key, default: 0] += 1 }
    }
    return counts
  }
}
