import UseCaseSyntax

/// One finding on its way to a SARIF result.
struct SARIFResult {
  /// What paths are relative to.
  static let base = "%SRCROOT%"

  let finding: Diagnostic
  let model: ReportedModel
  /// In UTF-16 code units.
  let locations: Locations

  func document(_ rule: Int?, _ fingerprint: String) -> JSONValue {
    var members: [JSONValue.Member] = [.init("ruleId", .string(finding.rule))]
    if let rule { members.append(.init("ruleIndex", .integer(rule))) }
    members += [
      .init("level", .string(SARIFRules.level(finding.severity))),
      .init("message", message(([finding.message] + finding.remarks).joined(separator: "\n"))),
      .init("locations", [location(finding.place, nil, finding.caption)]),
    ]
    if !finding.labels.isEmpty {
      let labels = finding.labels.enumerated().map { location($1.place, $0 + 1, $1.message) }
      members.append(.init("relatedLocations", .array(labels)))
    }
    members.append(.init("partialFingerprints", ["usecaseFinding/v1": .string(fingerprint)]))
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }
    if !fixes.isEmpty { members.append(.init("fixes", .array(fixes.map(fix)))) }
    return .object(members)
  }

  /// A text without embedded links: a name that looks like one leads nowhere.
  private func message(_ text: String) -> JSONValue {
    let lines = text.split(separator: "\n").map { visible(String($0)) }
    var result = String.UnicodeScalarView()
    for scalar in lines.joined(separator: "\n").unicodeScalars {
      if scalar == "(", result.last == "]" {
        result.removeLast()
        result.append(contentsOf: "\\]".unicodeScalars)
      }
      result.append(scalar)
    }
    return ["text": .string(String(result))]
  }

  private func location(_ place: Place, _ id: Int?, _ text: String) -> JSONValue {
    var physical: [JSONValue.Member] = [.init("artifactLocation", artifact(place.path))]
    if let region = region(place) { physical.append(.init("region", region)) }
    var members: [JSONValue.Member] = []
    if let id { members.append(.init("id", .integer(id))) }
    members.append(.init("physicalLocation", .object(physical)))
    if id == nil, let element = finding.element {
      members.append(
        .init("logicalLocations", [["fullyQualifiedName": .string(element)]]))
    }
    if !text.isEmpty { members.append(.init("message", message(text))) }
    return .object(members)
  }

  /// Nil where the file is not among the sources.
  private func region(_ place: Place) -> JSONValue? {
    guard let start = locations.position(place.range.lowerBound, in: place.path),
      let end = locations.position(place.range.upperBound, in: place.path)
    else { return nil }
    return [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
    ]
  }

  private func artifact(_ path: String) -> JSONValue {
    let path = model.shownPath(path)
    if path.hasPrefix("/") { return ["uri": .string("file://" + percentEncoded(path))] }
    return ["uri": .string(percentEncoded(path)), "uriBaseId": .string(SARIFResult.base)]
  }

  /// Everything but letters, digits and what stands for itself in a path is spelt as its bytes.
  private func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  private func fix(_ fix: Fix) -> JSONValue {
    var order: [String] = []
    var edits: [String: [Edit]] = [:]
    for edit in fix.edits {
      if edits[edit.place.path] == nil { order.append(edit.place.path) }
      edits[edit.place.path, default: []].append(edit)
    }
    let changes = order.map { path in
      [
        "artifactLocation": artifact(path),
        "replacements": .array((edits[path] ?? []).map(replacement)),
      ] as JSONValue
    }
    return [
      "description": message(fix.title), "artifactChanges": .array(changes),
      "properties": ["safe": .boolean(fix.isSafe)],
    ]
  }

  private func replacement(_ edit: Edit) -> JSONValue {
    [
      "deletedRegion": region(edit.place)
        ?? [
          "byteOffset": .integer(edit.place.range.lowerBound),
          "byteLength": .integer(edit.place.range.count),
        ],
      "insertedContent": ["text": .string(edit.replacement)],
    ]
  }
}
