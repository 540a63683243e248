import UseCaseSyntax

/// One object with all findings and their places in full; `schema` grows when its shape changes.
public enum JSONFormat: ReportFormat {
  public static let name = "json"
  public static let purpose = "one object with all findings, for programs"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    // Findings are written one by one: a million of them as one value would take gigabytes.
    var text = "{\n  \"schema\": 1,\n  \"findings\": ["
    var isFirst = true
    for model in report.models {
      let locations = Locations(of: model.findings, in: model.sources)
      for finding in model.findings {
        text += isFirst ? "\n    " : ",\n    "
        text += findingDocument(finding, in: model, locations).text(level: 2)
        isFirst = false
      }
    }
    let summary = report.summary
    let counts: JSONValue = [
      "errors": .integer(summary.errorCount), "warnings": .integer(summary.warningCount),
      "infos": .integer(summary.infoCount), "files": .integer(summary.fileCount),
    ]
    return text + (isFirst ? "" : "\n  ") + "],\n  \"summary\": \(counts.text(level: 1))\n}\n"
  }
}
