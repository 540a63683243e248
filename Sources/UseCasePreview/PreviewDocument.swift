import UseCaseSyntax

extension PreviewBuild {
  /// What the script in the page reads.
  func document(revision: Int, showsEarlier: Bool) -> JSONValue {
    [
      "revision": .integer(revision),
      "isGood": .boolean(files != nil),
      "showsEarlier": .boolean(showsEarlier),
      "summary": .string(summary),
      "findings": .array(findings.map(\.document)),
      "hidden": .integer(hiddenFindings),
    ]
  }
}

extension PreviewFinding {
  fileprivate var document: JSONValue {
    [
      "severity": .string(severity), "rule": .string(rule), "message": .string(message),
      "location": .string(location), "details": .string(details), "page": JSONValue(page),
    ]
  }
}
