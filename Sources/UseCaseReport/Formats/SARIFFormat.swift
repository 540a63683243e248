import UseCaseSyntax

/// SARIF 2.1.0 (OASIS): findings with their rules, fingerprints and fixes, for code scanning.
///
/// Paths are relative to the folder in which the program ran, so that the same input gives the same
/// bytes wherever it lies. Braces in messages stand as they are, although the standard doubles them:
/// programs replace placeholders only where there are arguments, and show doubled braces as two.
public enum SARIFFormat: ReportFormat {
  public static let name = "sarif"
  public static let purpose = "SARIF 2.1.0, for code scanning"

  static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  public static func render(_ report: Report, options: ReportOptions) -> String {
    let rules = SARIFRules(options.rules, in: report)
    let head = head(rules, options).map { "      \"\($0.name)\": \($0.value.text(level: 3))" }
    var text = "{\n  \"$schema\": \"\(schema)\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n"
    text += head.joined(separator: ",\n") + ",\n      \"results\": ["
    var isFirst = true
    var fingerprints = Fingerprints()
    for model in report.models {
      let locations = Locations(of: model.findings, in: model.sources, unit: .utf16)
      for finding in model.findings {
        let result = SARIFResult(finding: finding, model: model, locations: locations)
        let value = result.document(rules.index(of: finding.rule), fingerprints.next(finding))
        text += (isFirst ? "\n        " : ",\n        ") + value.text(level: 4)
        isFirst = false
      }
    }
    return text + (isFirst ? "]\n" : "\n      ]\n") + "    }\n  ]\n}\n"
  }

  /// All of the run but its results.
  private static func head(_ rules: SARIFRules, _ options: ReportOptions) -> [JSONValue.Member] {
    var driver: [JSONValue.Member] = [.init("name", "usecase")]
    if !options.version.isEmpty {
      driver.append(.init("version", .string(options.version)))
      driver.append(.init("semanticVersion", .string(options.version)))
    }
    driver.append(.init("rules", .array(rules.documents)))
    let base: JSONValue = [
      SARIFResult.base: ["description": ["text": "The folder in which the program ran."]]
    ]
    return [
      .init("tool", ["driver": .object(driver)]),
      .init("columnKind", "utf16CodeUnits"),
      .init("newlineSequences", ["\r\n", "\n", "\r"]),
      .init("originalUriBaseIds", base),
    ]
  }
}
