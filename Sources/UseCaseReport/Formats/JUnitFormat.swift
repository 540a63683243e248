import UseCaseSyntax

/// The XML of JUnit: each file is a suite, each finding a test that failed, and a file without
/// findings a test that passed.
///
/// A finding that does not make the command fail is a test that passed and says so.
public enum JUnitFormat: ReportFormat {
  public static let name = "junit"
  public static let purpose = "XML of JUnit, each file a suite"

  private struct Suite {
    let path: String
    let findings: [Diagnostic]
    let failures: Int

    var testCount: Int { max(1, findings.count) }
  }

  public static func render(_ report: Report, options: ReportOptions) -> String {
    let models = report.models.map { ($0, suites(of: $0)) }
    let all = models.flatMap(\.1)
    let counts = attributes(all.reduce(0) { $0 + $1.testCount }, all.reduce(0) { $0 + $1.failures })
    var xml = XML()
    xml.add("testsuites", [("name", "usecase check")] + counts) { xml in
      for (model, suites) in models {
        let locations = Locations(of: model.findings, in: model.sources)
        for suite in suites { add(suite, of: model, locations, to: &xml) }
      }
    }
    return xml.text
  }

  /// Those of the model's own files that are reported on, then those of others that have findings.
  private static func suites(of model: ReportedModel) -> [Suite] {
    var groups = Dictionary(
      uniqueKeysWithValues: model.findingsByFile.map { ($0.path, $0.findings) })
    var suites: [Suite] = []
    func add(_ path: String) {
      let findings = groups.removeValue(forKey: path) ?? []
      let failures = findings.count(where: model.isFailure)
      suites.append(Suite(path: path, findings: findings, failures: failures))
    }
    for source in model.sources.prefix(model.fileCount)
    where model.reportedFiles?.contains(source.path) ?? true {
      add(source.path)
    }
    for (path, _) in model.findingsByFile where groups[path] != nil { add(path) }
    return suites
  }

  private static func attributes(_ tests: Int, _ failures: Int) -> [(String, String)] {
    [
      ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "0"), ("skipped", "0"),
      ("time", "0"),
    ]
  }

  private static func add(
    _ suite: Suite, of model: ReportedModel, _ locations: Locations,
    to xml: inout XML
  ) {
    let path = model.shownPath(suite.path)
    let counts = attributes(suite.testCount, suite.failures)
    xml.add("testsuite", [("name", path)] + counts) { xml in
      if suite.findings.isEmpty {
        xml.add("testcase", [("name", "no findings"), ("classname", path), ("time", "0")])
      }
      for finding in suite.findings {
        let name = [finding.rule, finding.element].compactMap { $0 }.joined(separator: ": ")
        let attributes = [("name", name), ("classname", path), ("time", "0")]
        let text = text(finding, model, locations)
        xml.add("testcase", attributes) { xml in
          if model.isFailure(finding) {
            let failure = [("message", finding.message), ("type", finding.severity.name)]
            xml.add("failure", failure, text: text)
          } else {
            xml.add("system-out", [], text: text)
          }
        }
      }
    }
  }

  /// What `concise` says, with notes and help below.
  private static func text(
    _ finding: Diagnostic, _ model: ReportedModel, _ locations: Locations
  ) -> String {
    var place = model.shownPath(finding.place.path)
    if let start = locations.position(finding.place.range.lowerBound, in: finding.place.path) {
      place += ":\(start.line):\(start.column)"
    }
    let head = "\(place): \(finding.severity.name): \(finding.message) [\(finding.rule)]"
    return ([head] + finding.remarks).joined(separator: "\n")
  }
}

extension Diagnostic {
  /// Notes and help as lines; what fixes do is help.
  var remarks: [String] {
    let all =
      notes.map { "note: " + $0 } + help.map { "help: " + $0 } + fixes.map { "help: " + $0.title }
    return all.flatMap { $0.split(separator: "\n").map(String.init) }
  }
}
