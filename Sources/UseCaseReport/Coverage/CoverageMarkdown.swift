import UseCaseRules
import UseCaseSyntax

/// A table in Markdown, for a comment on a pull request or a job's summary.
public enum CoverageMarkdown: CoverageFormat {
  public static let name = "markdown"
  public static let purpose = "a table for a pull request or a wiki"

  public static func render(_ report: CoverageReport, options: CoverageOptions) -> String {
    var text = "### \(escaped(report.title))\n\n"
    text += "| figure | covered | | what finds the rest |\n|---|--:|--:|---|\n"
    for figure in report.coverage.figures where figure.total > 0 { text += row(figure, report) }
    guard options.isVerbose else { return text }
    let findings = report.coverage.figures.lazy.flatMap { $0.gaps.prefix(options.limit) }
      .flatMap(\.findings)
    let locations = Locations(of: Array(findings), in: report.model.sources)
    for figure in report.coverage.figures where !figure.gaps.isEmpty {
      text += "\n**\(figure.info.label)**\n\n"
      for finding in figure.gaps.prefix(options.limit).flatMap(\.findings) {
        text += item(finding, report.model, locations)
      }
      let hidden = figure.gaps.count - options.limit
      if hidden > 0 { text += "- … and \(counted(hidden, "further place")), not shown\n" }
    }
    return text
  }

  private static func row(_ figure: CoverageFigure, _ report: CoverageReport) -> String {
    let label = figure.info.group == nil ? "**\(figure.info.label)**" : figure.info.label
    let minimum = report.minimums[figure.name]
    let isShort = report.isShort(figure)
    let percent = percentage(figure.count) + (minimum.map { isShort ? " (< \($0) %)" : "" } ?? "")
    let rules = figure.speakingRules.map { "`\($0.name)` (\($0.count))" }.joined(separator: ", ")
    return "| \(label) | \(isShort ? "**\(percent)**" : percent) "
      + "| \(figure.covered) of \(figure.total) | \(rules) |\n"
  }

  private static func item(
    _ finding: Diagnostic, _ model: ReportedModel, _ locations: Locations
  ) -> String {
    var place = model.shownPath(finding.place.path)
    if let start = locations.position(finding.place.range.lowerBound, in: finding.place.path) {
      place += ":\(start.line):\(start.column)"
    }
    return "- \(escaped(place)): \(escaped(finding.message))\n"
  }

  /// Every sign that Markdown or HTML might read is escaped; nothing hides.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in visible(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "@": result += "&#64;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~":
        result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
