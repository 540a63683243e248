import UseCaseSyntax

/// What is to be said: the findings of each model that was checked, in the order of the models.
public struct Report: Sendable {
  public var models: [ReportedModel]

  public init(models: [ReportedModel]) {
    self.models = models
  }

  /// Whether there is a finding that counts as failure.
  public var hasFailures: Bool {
    models.contains { model in model.findings.contains(where: model.isFailure) }
  }

  public var summary: Summary {
    var summary = Summary()
    for model in models {
      summary.fileCount += model.fileCount
      summary.knownCount += model.knownCount
      for finding in model.findings { summary.add(finding.severity) }
    }
    return summary
  }
}

/// The findings of one model, in their order, and the texts that they stand in.
public struct ReportedModel: Sendable {
  public var findings: [Diagnostic]
  public var sources: [SourceText]
  /// How many files were checked; the texts may be more, those of models that it builds on.
  public var fileCount: Int
  /// What stands before the paths of the model's files where they are shown: `examples/fellmark/`
  /// or nothing.
  public var prefix: String
  /// The current folder as the model's files name it, where it lies in the model's: `sub/below`.
  public var currentFolder: String
  /// The files that fixes leave alone, because they have syntax errors.
  public var brokenFiles: Set<String>
  /// The files that are reported on; nil where all are.
  public var reportedFiles: Set<String>?
  /// How many further findings are known, and left out for that.
  public var knownCount = 0
  /// The least severity that counts as failure; nil where nothing does.
  public var leastFailure: Severity? = .warning

  public init(
    findings: [Diagnostic], sources: [SourceText], fileCount: Int? = nil, prefix: String = "",
    currentFolder: String = "", brokenFiles: Set<String> = [], reportedFiles: Set<String>? = nil
  ) {
    self.findings = findings
    self.sources = sources
    self.fileCount = fileCount ?? sources.count
    self.prefix = prefix
    self.currentFolder = currentFolder
    self.brokenFiles = brokenFiles
    self.reportedFiles = reportedFiles
  }

  func isFailure(_ finding: Diagnostic) -> Bool {
    leastFailure.map { finding.severity >= $0 } ?? false
  }

  /// Whether the program can apply a fix.
  func isApplicable(_ fix: Fix) -> Bool {
    !fix.edits.isEmpty && fix.edits.allSatisfy { !brokenFiles.contains($0.place.path) }
  }

  /// Whether the program can fix a finding, and whether that is safe.
  func fixability(of finding: Diagnostic) -> Fixability? {
    let fixes = finding.fixes.filter(isApplicable)
    guard !fixes.isEmpty else { return nil }
    return fixes.contains(where: \.isSafe) ? .safe : .unsafe
  }

  /// The path that a reader can open; parts that lead up and down again are taken out.
  public func shownPath(_ path: String) -> String {
    if !currentFolder.isEmpty { return relativePath(path) }
    guard path.hasPrefix("..") else { return prefix + path }
    var parts: [Substring] = []
    for part in (prefix + path).split(separator: "/", omittingEmptySubsequences: false) {
      if part == "..", let last = parts.last, last != "..", last != "", last != "." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private func relativePath(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let here = currentFolder.split(separator: "/")
    let common = zip(parts, here).prefix { $0 == $1 }.count
    let up = repeatElement("..", count: here.count - common)
    return (up + parts[common...].map(String.init)).joined(separator: "/")
  }
}

/// How a finding can be fixed by the program.
enum Fixability {
  case safe, unsafe
}

/// How a report is put.
public struct ReportOptions: Sendable {
  /// Adds ANSI colours, which never say anything that the text does not say, too.
  public var isColored: Bool
  /// How many findings a format for people prints before it counts the rest.
  public var limit: Int
  /// The rules that may have spoken, for formats that describe them.
  public var rules: [RuleDescription]
  /// The version of the program.
  public var version: String

  public init(
    isColored: Bool = false, limit: Int = 1_000, rules: [RuleDescription] = [],
    version: String = ""
  ) {
    self.isColored = isColored
    self.limit = limit
    self.rules = rules
    self.version = version
  }
}

/// What a report says about a rule.
public struct RuleDescription: Sendable, Hashable {
  public var name: String
  public var severity: Severity
  public var category: String
  public var source: String
  /// Why the rule is there.
  public var rationale: String
  /// A small model in which the rule finds something, and the same model mended.
  public var bad: String
  public var good: String

  public init(
    name: String, severity: Severity, category: String, source: String, rationale: String,
    bad: String, good: String
  ) {
    self.name = name
    self.severity = severity
    self.category = category
    self.source = source
    self.rationale = rationale
    self.bad = bad
    self.good = good
  }
}
