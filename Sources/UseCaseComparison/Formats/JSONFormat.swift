import UseCaseSyntax

/// The version of the document's form; it changes when a reader of the old form would stumble.
public let differenceDocumentSchema = 1

extension DifferenceReport {
  /// Everything for other programs; a whole document also where nothing changed.
  public var document: JSONValue {
    [
      "schema": .integer(differenceDocumentSchema),
      "old": .string(old),
      "new": .string(new),
      "isEmpty": .boolean(difference.isEmpty),
      "elements": .array(difference.elements.map(document)),
      "coverage": .array(difference.figures.map(document)),
      "findings": [
        "new": .array(difference.newFindings.map(document)),
        "gone": .array(difference.goneFindings.map(document)),
      ],
    ]
  }

  private func document(_ change: ElementChange) -> JSONValue {
    [
      "change": .string(change.verb),
      "kind": .string(change.kind.keyword),
      "isRenamed": .boolean(change.isRenamed),
      "isMoved": .boolean(change.isMoved),
      "old": change.old.map(document) ?? .null,
      "new": change.new.map(document) ?? .null,
      "details": .array(change.details.map(document)),
    ]
  }

  private func document(_ element: ElementSummary) -> JSONValue {
    [
      "key": .string(element.key), "title": .string(element.title), "file": .string(element.file),
      "line": .integer(element.line),
    ]
  }

  private func document(_ detail: Detail) -> JSONValue {
    func side(_ side: Detail.Side?) -> JSONValue {
      guard let side else { return .null }
      return ["part": .string(side.part), "text": .string(side.text)]
    }
    return [
      "change": .string(detail.kind.rawValue), "old": side(detail.old), "new": side(detail.new),
    ]
  }

  private func document(_ figure: FigureChange) -> JSONValue {
    func count(_ count: FigureChange.Count) -> JSONValue {
      [
        "covered": .integer(count.covered), "total": .integer(count.total),
        "percent": count.percent.map { .integer($0) } ?? .null,
      ]
    }
    return [
      "figure": .string(figure.name), "label": .string(figure.label),
      "part": JSONValue(figure.part), "old": count(figure.old), "new": count(figure.new),
    ]
  }

  private func document(_ finding: FindingSummary) -> JSONValue {
    [
      "rule": .string(finding.rule), "severity": .string(finding.severity.name),
      "message": .string(finding.message), "element": JSONValue(finding.element),
      "file": .string(finding.file), "line": .integer(finding.line),
    ]
  }
}
