import UseCaseSyntax

/// One line for each finding, as compilers write them and editors read them.
public enum ConciseFormat: ReportFormat {
  public static let name = "concise"
  public static let purpose = "one line for each finding"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    let palette = Palette(isColored: options.isColored)
    var text = ""
    let rest = report.forEachShown(limit: options.limit) { model, finding, locations in
      let path = finding.place.path
      text += visible(model.shownPath(path))
      if let position = locations.position(finding.place.range.lowerBound, in: path) {
        text += ":\(position.line):\(position.column)"
      }
      let severity = palette.paint(finding.severity.name, .severity(finding.severity))
      text += ": \(severity): \(visible(finding.message)) [\(finding.rule)]\n"
    }
    return text + rest
  }
}

extension Report {
  /// Goes through the findings that a format for people shows, in their order, the worst chosen
  /// first where they are too many; what is left is counted in the line that it returns.
  func forEachShown(
    limit: Int, _ body: (ReportedModel, Diagnostic, Locations) -> Void
  ) -> String {
    var room = limit
    var allowance: [Severity: Int] = [:]
    let counts = Dictionary(
      models.lazy.flatMap(\.findings).map { ($0.severity, 1) }, uniquingKeysWith: +)
    for severity in Severity.allCases.reversed() {
      let count = min(room, counts[severity, default: 0])
      allowance[severity] = count
      room -= count
    }
    for model in models {
      let shown = model.findings.filter { finding in
        guard let left = allowance[finding.severity], left > 0 else { return false }
        allowance[finding.severity] = left - 1
        return true
      }
      let locations = Locations(of: shown, in: model.sources)
      for finding in shown { body(model, finding, locations) }
    }
    let hidden = counts.values.reduce(0, +) - (limit - room)
    return hidden > 0 ? "… and \(counted(hidden, "further finding")), not shown\n" : ""
  }
}
