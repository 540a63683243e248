import UseCaseSyntax

/// The objects of `json`, each on a line of its own; no line where there are no findings.
public enum JSONLinesFormat: ReportFormat {
  public static let name = "jsonl"
  public static let purpose = "one JSON object a line for each finding, for programs"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    var text = ""
    for model in report.models {
      let locations = Locations(of: model.findings, in: model.sources)
      for finding in model.findings {
        text += findingDocument(finding, in: model, locations).text(.compact) + "\n"
      }
    }
    return text
  }
}
