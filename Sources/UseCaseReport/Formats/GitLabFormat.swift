import UseCaseSyntax

/// GitLab's Code Quality report: a list of issues, which tells new ones by their fingerprints.
public enum GitLabFormat: ReportFormat {
  public static let name = "gitlab"
  public static let purpose = "Code Quality report of GitLab"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    var text = "["
    var isFirst = true
    var fingerprints = Fingerprints()
    for model in report.models {
      let locations = Locations(of: model.findings, in: model.sources)
      for finding in model.findings {
        let issue = issue(finding, fingerprints.next(finding), in: model, locations)
        text += (isFirst ? "\n  " : ",\n  ") + issue.text(level: 1)
        isFirst = false
      }
    }
    return text + (isFirst ? "]\n" : "\n]\n")
  }

  private static func issue(
    _ finding: Diagnostic, _ fingerprint: String, in model: ReportedModel, _ locations: Locations
  ) -> JSONValue {
    let path = finding.place.path
    let start = locations.position(finding.place.range.lowerBound, in: path)?.line ?? 1
    let end = locations.position(finding.place.range.upperBound, in: path)?.line ?? start
    return [
      "description": .string(visible(finding.message)),
      "check_name": .string(finding.rule),
      "fingerprint": .string(fingerprint),
      "severity": .string(severity(finding.severity)),
      "location": [
        "path": .string(model.shownPath(path)),
        "lines": ["begin": .integer(start), "end": .integer(end)],
      ],
    ]
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
