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
        text += value(finding, in: model, locations).text(level: 2)
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

  private static func value(
    _ finding: Diagnostic, in model: ReportedModel, _ locations: Locations
  ) -> JSONValue {
    func members(_ place: Place) -> [JSONValue.Member] {
      [
        .init("file", .string(model.shownPath(place.path))),
        .init("range", range(place, locations)),
      ]
    }
    let labels = finding.labels.map { label in
      JSONValue.object([.init("message", .string(label.message))] + members(label.place))
    }
    let fixes = finding.fixes.map { fix in
      let edits = fix.edits.map { edit in
        JSONValue.object(
          members(edit.place) + [.init("replacement", .string(edit.replacement))])
      }
      return ["title": .string(fix.title), "safe": .boolean(fix.isSafe), "edits": .array(edits)]
        as JSONValue
    }
    return .object(
      [
        .init("rule", .string(finding.rule)),
        .init("severity", .string(finding.severity.name)),
        .init("message", .string(finding.message)),
      ] + members(finding.place) + [
        .init("caption", .string(finding.caption)),
        .init("labels", .array(labels)),
        .init("notes", .array(finding.notes.map { .string($0) })),
        .init("help", .array(finding.help.map { .string($0) })),
        .init("fixes", .array(fixes)),
        .init("element", JSONValue(finding.element)),
      ])
  }

  /// Null where the file is not among the sources.
  private static func range(_ place: Place, _ locations: Locations) -> JSONValue {
    func value(_ offset: Int) -> JSONValue? {
      locations.position(offset, in: place.path).map { position in
        [
          "line": .integer(position.line), "column": .integer(position.column),
          "offset": .integer(offset),
        ]
      }
    }
    guard let start = value(place.range.lowerBound), let end = value(place.range.upperBound)
    else { return .null }
    return ["start": start, "end": end]
  }
}
