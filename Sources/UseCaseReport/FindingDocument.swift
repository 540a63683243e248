import UseCaseSyntax

/// A finding as an object, with all its places, as `json` and `jsonl` write it.
func findingDocument(
  _ finding: Diagnostic, in model: ReportedModel, _ locations: Locations
) -> JSONValue {
  func members(_ place: Place) -> [JSONValue.Member] {
    [
      .init("file", .string(model.shownPath(place.path))),
      .init("range", rangeDocument(place, locations)),
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

/// Where a place begins and ends; null where the file is not among the sources.
func rangeDocument(_ place: Place, _ locations: Locations) -> JSONValue {
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
