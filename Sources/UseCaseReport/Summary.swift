import UseCaseSyntax

/// How many findings of each severity there are, and in how many files they were looked for.
public struct Summary: Sendable, Hashable {
  public var errorCount = 0
  public var warningCount = 0
  public var infoCount = 0
  public var fileCount = 0
  /// Findings that are known, and left out for that.
  public var knownCount = 0

  public init() {}

  public mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .info: infoCount += 1
    }
  }

  /// One line: "2 errors, 1 warning in 3 files, without 40 known findings"; the files are those that
  /// were read.
  public var text: String {
    let counts = [(errorCount, "error"), (warningCount, "warning"), (infoCount, "info")]
    let found = counts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    let files = counted(fileCount, "file")
    return (found.isEmpty ? "no findings" : found.joined(separator: ", ")) + " in \(files)"
      + (knownCount > 0 ? ", without \(counted(knownCount, "known finding"))" : "")
  }
}

/// "1 error", "2 errors".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
