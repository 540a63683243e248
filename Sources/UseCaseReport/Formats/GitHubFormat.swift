import UseCaseSyntax

/// Workflow commands, which GitHub Actions shows beside the lines of a pull request.
///
/// GitHub shows ten of each level for a step and drops the rest: errors stand first, and what is
/// beyond ten is counted.
public enum GitHubFormat: ReportFormat {
  public static let name = "github"
  public static let purpose = "annotations of GitHub Actions"

  /// How many of each level GitHub shows.
  static let mostOfALevel = 10

  public static func render(_ report: Report, options: ReportOptions) -> String {
    var text = ""
    var hidden = 0
    for severity in Severity.allCases.reversed() {
      var room = mostOfALevel
      for model in report.models {
        let findings = model.findings.filter { $0.severity == severity }
        let shown = findings.prefix(room)
        let locations = Locations(of: shown, in: model.sources)
        for finding in shown { text += command(finding, in: model, locations) }
        room -= shown.count
        hidden += findings.count - shown.count
      }
    }
    if hidden > 0 { text += "and \(counted(hidden, "further finding")), not shown\n" }
    return text
  }

  private static func command(
    _ finding: Diagnostic, in model: ReportedModel, _ locations: Locations
  ) -> String {
    var properties = [("file", visible(model.shownPath(finding.place.path)))]
    let range = finding.place.range
    if let start = locations.position(range.lowerBound, in: finding.place.path),
      let end = locations.position(range.upperBound, in: finding.place.path)
    {
      properties += [("line", "\(start.line)"), ("endLine", "\(end.line)")]
      // Columns count only within one line.
      if start.line == end.line {
        properties += [("col", "\(start.column)"), ("endColumn", "\(end.column)")]
      }
    }
    properties.append(("title", visible(finding.rule)))
    let list = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
    let lines = finding.message.split(separator: "\n").map(String.init) + finding.remarks
    let message = lines.map { visible($0) }.joined(separator: "\n")
    return "::\(level(finding.severity)) \(list)::\(escaped(message))\n"
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// What would end the command.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// What would end a property, too.
  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
