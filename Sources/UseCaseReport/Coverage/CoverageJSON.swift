import UseCaseRules
import UseCaseSyntax

/// One object with all figures, of the model and of its parts, and all gaps with their places.
public enum CoverageJSON: CoverageFormat {
  public static let name = "json"
  public static let purpose = "all figures, parts and gaps, for programs"

  public static func render(_ report: CoverageReport, options: CoverageOptions) -> String {
    let figures = report.coverage.figures.map { document($0, report.minimums[$0.name]) }
    var text = "{\n  \"schema\": 1,\n  \"title\": \(JSONValue.string(report.title).text()),\n"
    text += "  \"figures\": \(JSONValue.array(figures).text(level: 1)),\n"
    text += "  \"parts\": ["
    // Parts and gaps are written one by one: as one value they could take gigabytes.
    append(report.coverage.parts.lazy.map { document($0, report.coverage.parts) }, to: &text)
    text += ",\n  \"gaps\": ["
    let findings = report.coverage.figures.lazy.flatMap(\.gaps).flatMap(\.findings)
    let locations = Locations(of: findings, in: report.model.sources)
    append(
      report.coverage.figures.lazy.flatMap { figure in
        figure.gaps.lazy.map { document($0, figure, report.model, locations) }
      }, to: &text)
    return text + "\n}\n"
  }

  private static func append(_ documents: some Sequence<JSONValue>, to text: inout String) {
    var isFirst = true
    for document in documents {
      text += isFirst ? "\n    " : ",\n    "
      text += document.text(level: 2)
      isFirst = false
    }
    text += isFirst ? "]" : "\n  ]"
  }

  private static func document(_ figure: CoverageFigure, _ minimum: Int?) -> JSONValue {
    .object(
      [
        .init("name", .string(figure.name)),
        .init("title", .string(figure.title)),
        .init("rules", .array(figure.info.rules.map { .string($0) })),
      ] + members(figure.count) + [.init("minimum", minimum.map { .integer($0) } ?? .null)])
  }

  private static func members(_ count: CoverageCount) -> [JSONValue.Member] {
    [
      .init("covered", .integer(count.covered)),
      .init("total", .integer(count.total)),
      .init("allowed", .integer(count.allowed)),
      .init("percent", count.percent.map { .integer($0) } ?? .null),
    ]
  }

  /// Figures that have nothing to cover there are left out.
  private static func document(_ part: CoveragePart, _ parts: [CoveragePart]) -> JSONValue {
    let figures = FigureCatalog.all.compactMap { figure -> JSONValue.Member? in
      let count = part.counts[figure]
      guard count.total > 0 || count.allowed > 0 else { return nil }
      return JSONValue.Member(figure.name, .object(members(count)))
    }
    return [
      "element": .string(part.key), "title": .string(part.title),
      "within": JSONValue(part.parent.map { parts[$0].key }), "figures": .object(figures),
    ]
  }

  private static func document(
    _ gap: CoverageGap, _ figure: CoverageFigure, _ model: ReportedModel, _ locations: Locations
  ) -> JSONValue {
    let findings = gap.findings.map { finding in
      ["rule": .string(finding.rule), "message": .string(finding.message)] as JSONValue
    }
    return [
      "figure": .string(figure.name), "element": .string(gap.element),
      "file": .string(model.shownPath(gap.place.path)),
      "range": rangeDocument(gap.place, locations), "findings": .array(findings),
    ]
  }
}
