import UseCaseSyntax

/// The XML of Checkstyle, which most build servers read.
public enum CheckstyleFormat: ReportFormat {
  public static let name = "checkstyle"
  public static let purpose = "XML of Checkstyle"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    var xml = XML()
    xml.add("checkstyle", [("version", "8.0")]) { xml in
      for model in report.models {
        let locations = Locations(of: model.findings, in: model.sources)
        for (path, findings) in model.findingsByFile {
          xml.add("file", [("name", model.shownPath(path))]) { xml in
            for finding in findings { xml.add("error", attributes(finding, locations)) }
          }
        }
      }
    }
    return xml.text
  }

  private static func attributes(
    _ finding: Diagnostic, _ locations: Locations
  ) -> [(String, String)] {
    let start = locations.position(finding.place.range.lowerBound, in: finding.place.path)
    let place = start.map { [("line", "\($0.line)"), ("column", "\($0.column)")] } ?? []
    return place + [
      ("severity", finding.severity.name), ("message", finding.message),
      ("source", "usecase." + finding.rule),
    ]
  }
}

extension ReportedModel {
  /// The findings of each file that has some, files and findings in the order of the report.
  var findingsByFile: [(path: String, findings: [Diagnostic])] {
    var order: [String] = []
    var groups: [String: [Diagnostic]] = [:]
    for finding in findings {
      if groups[finding.place.path] == nil { order.append(finding.place.path) }
      groups[finding.place.path, default: []].append(finding)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }
}
