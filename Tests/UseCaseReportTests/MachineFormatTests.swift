import Foundation
import Testing
import UseCaseReport
import UseCaseSyntax

/// The formats that programs read: what `Tests/Reports/run` checks with the programs themselves, as
/// far as it can be seen without them.
@Suite struct MachineFormatTests {
  static let hostile = "a%b\r\nc:d,e::f\"<&>'[x](http://y)\u{0}\u{202E}\u{FFFE}é😀]]>"

  /// A finding whose every text and path is hostile.
  static var hostileReport: Report {
    let text = MarkedText("\(hostile).usecase", "actor \"é😀⟦1x⟧1\"\r\nactor ⟦2B⟧2\n")
    let finding = Diagnostic(
      rule: "unknown-reference", severity: .error, message: hostile, at: text[1],
      caption: hostile, labels: [Label(hostile, at: text[2])], notes: [hostile],
      help: [hostile],
      fixes: [Fix(hostile, edits: [Edit(text[1], replacement: hostile)], isSafe: false)],
      element: "actor \(hostile)")
    return Samples.report([finding], text)
  }

  private func document(_ format: any ReportFormat.Type, _ report: Report) throws -> Any {
    let text = format.render(report, options: ReportOptions(rules: [Self.rule], version: "1.2.3"))
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  static let rule = RuleDescription(
    name: "unknown-reference", severity: .error, category: "References", source: "The language",
    rationale: "Names are checked.", bad: "usecase U { actor A }", good: "actor A")

  private func finding(
    _ message: String, _ severity: Severity, at place: Place, _ element: String? = nil
  )
    -> Diagnostic
  {
    Diagnostic(
      rule: "sample", severity: severity, message: message, at: place, element: element)
  }

  @Test func everyFormatIsValidWithoutFindings() throws {
    let empty = Report(models: [])
    #expect(JSONLinesFormat.render(empty, options: ReportOptions()).isEmpty)
    #expect(GitHubFormat.render(empty, options: ReportOptions()).isEmpty)
    #expect(GitLabFormat.render(empty, options: ReportOptions()) == "[]\n")
    for format in [JUnitFormat.self, CheckstyleFormat.self] as [any ReportFormat.Type] {
      let parser = XMLDocumentParser(format.render(empty, options: ReportOptions()))
      #expect(parser.isValid)
      #expect(parser.elements.count == 1)
    }
    let log = try #require(try document(SARIFFormat.self, empty) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  // MARK: JSON lines

  @Test func eachLineIsTheObjectThatJSONHas() throws {
    for sample in Samples.all {
      let lines = JSONLinesFormat.render(sample.report, options: ReportOptions())
        .split(separator: "\n")
      let whole = try #require(try document(JSONFormat.self, sample.report) as? [String: Any])
      let findings = try #require(whole["findings"] as? [NSDictionary])
      let objects = try lines.map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
      }
      #expect(objects == findings)
    }
  }

  // MARK: GitHub

  @Test func atMostTenOfEachLevelWithErrorsFirst() {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    let findings = (0..<60).map { number in
      finding("number \(number)", [.info, .warning, .error][number % 3], at: text[1])
    }
    let models = [findings.prefix(30), findings.suffix(30)].map {
      ReportedModel(findings: Array($0), sources: [text.source])
    }
    let lines = GitHubFormat.render(Report(models: models), options: ReportOptions())
      .split(separator: "\n")
    let levels = lines.dropLast().map { $0.prefix { $0 != " " } }
    #expect(
      levels == ["::error", "::warning", "::notice"].flatMap { Array(repeating: $0, count: 10) })
    #expect(lines.last == "and 30 further findings, not shown")
    #expect(lines.first?.hasSuffix("::number 2") == true)
  }

  @Test func commandsHoldHostileNames() throws {
    let text = GitHubFormat.render(Self.hostileReport, options: ReportOptions())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2)
    let command = try #require(lines[0].firstMatch(of: /^::error ([^:]*)::(.*)$/))
    let properties = command.1.split(separator: ",").map { $0.split(separator: "=")[0] }
    #expect(properties == ["file", "line", "endLine", "col", "endColumn", "title"])
    #expect(!text.contains("\r"))
    #expect(command.2.contains("%0Anote: a%25b"))
    #expect(command.1.contains("a%25b\\u{D}\\nc%3Ad%2Ce%3A%3Af"))
  }

  // MARK: GitLab

  @Test func fingerprintsAreUniqueAndFreeOfLines() throws {
    func issues(_ marked: String) throws -> [[String: Any]] {
      let text = MarkedText("a.usecase", marked)
      let findings = [
        finding("the flow has 11 steps", .warning, at: text[1], "usecase A"),
        finding("no actor is called 'X'", .error, at: text[1], "usecase A"),
        finding("no actor is called 'X'", .error, at: text[2], "usecase A"),
        finding("no actor is called 'Y'", .error, at: text[2], "usecase A"),
        finding("no actor is called 'X'", .error, at: text[2], "usecase B"),
        finding("no actor is called 'X'", .error, at: text[2]),
      ]
      let value = try document(GitLabFormat.self, Samples.report(findings, text))
      return try #require(value as? [[String: Any]])
    }
    let first = try issues("⟦1a⟧1 ⟦2b⟧2\n")
    let second = try issues("\n\n  ⟦1a⟧1\n\n\n⟦2b⟧2\n")
    let prints = first.compactMap { $0["fingerprint"] as? String }
    #expect(Set(prints).count == 6)
    #expect(prints.allSatisfy { $0.count == 32 })
    #expect(second.compactMap { $0["fingerprint"] as? String } == prints)
    #expect(
      Set(first[0].keys) == ["description", "check_name", "fingerprint", "severity", "location"])
    let counts = try issues("⟦1a⟧1 ⟦2b⟧2\n")
    #expect(counts[0]["fingerprint"] as? String == prints[0])
  }

  @Test func aCountIsNoPartOfTheFingerprint() throws {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    let prints = try ["has 11 steps", "has 9 steps", "has 'v9' steps", "has 'v8' steps"].map {
      message in
      let report = Samples.report([finding(message, .info, at: text[1])], text)
      let value = try document(GitLabFormat.self, report) as? [[String: Any]]
      return value?.first?["fingerprint"] as? String
    }
    #expect(prints[0] == prints[1])
    #expect(Set(prints).count == 3)
  }

  // MARK: SARIF

  private func run(_ report: Report) throws -> [String: Any] {
    let log = try #require(try document(SARIFFormat.self, report) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func columnsCountUTF16() throws {
    let results = try #require(try run(Self.hostileReport)["results"] as? [[String: Any]])
    let location = (results[0]["locations"] as? [[String: Any]])?.first
    let physical = location?["physicalLocation"] as? [String: Any]
    // 'é' is one unit, the face two.
    #expect(
      physical?["region"] as? [String: Int] == [
        "startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 12,
      ])
  }

  @Test func rulesAreNamedByTheirPlace() throws {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    var known = finding("x", .info, at: text[1])
    known.rule = "unknown-reference"
    let run = try run(Samples.report([finding("y", .warning, at: text[1]), known], text))
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(driver?["version"] as? String == "1.2.3")
    #expect(rules.map { $0["id"] as? String } == ["unknown-reference", "sample"])
    #expect(rules[0]["name"] as? String == "UnknownReference")
    #expect(results.map { $0["ruleIndex"] as? Int } == [1, 0])
    #expect(results.map { $0["level"] as? String } == ["warning", "note"])
  }

  @Test func pathsAreEncodedAndLinksAreNone() throws {
    let results = try #require(try run(Self.hostileReport)["results"] as? [[String: Any]])
    let message = (results[0]["message"] as? [String: Any])?["text"] as? String
    #expect(message?.contains("[x\\](http") == true)
    let text = SARIFFormat.render(Self.hostileReport, options: ReportOptions())
    let uris = text.matches(of: /"uri": "([^"]*)"/).map { String($0.1) }
    #expect(uris.count == 3)
    #expect(
      uris.allSatisfy { $0.hasPrefix("a%25b%0D%0Ac%3Ad%2Ce%3A%3Af%22%3C%26%3E%27%5Bx%5D%28") })
    let absolute = Report(models: [
      ReportedModel(findings: Samples.otherFile.models[0].findings, sources: [], prefix: "/x y/")
    ])
    #expect(
      SARIFFormat.render(absolute, options: ReportOptions())
        .contains("\"uri\": \"file:///x%20y/shop.usecase\""))
  }

  // MARK: XML

  @Test(arguments: [JUnitFormat.name, CheckstyleFormat.name]) func xmlHoldsHostileNames(
    name: String
  )
    throws
  {
    let format = try #require(ReportFormatCatalog.format(named: name))
    let text = format.render(Self.hostileReport, options: ReportOptions())
    let parser = XMLDocumentParser(text)
    #expect(parser.isValid)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    let element = parser.elements.first { ["error", "failure"].contains($0.name) }
    #expect(element?.attributes["message"]?.contains("\"<&>'") == true)
  }

  @Test func junitTellsPassedFromFailed() throws {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    let clean = MarkedText("b.usecase", "actor A\n")
    let hidden = MarkedText("c.usecase", "actor A\n")
    var report = Samples.report(
      [finding("x", .warning, at: text[1]), finding("y", .info, at: text[1])], text, clean, hidden)
    report.models[0].reportedFiles = ["a.usecase", "b.usecase"]
    let parser = XMLDocumentParser(JUnitFormat.render(report, options: ReportOptions()))
    let suites = parser.elements.filter { $0.name == "testsuite" }
    #expect(suites.map { $0.attributes["name"] } == ["a.usecase", "b.usecase"])
    #expect(suites.map { $0.attributes["tests"] } == ["2", "1"])
    #expect(suites.map { $0.attributes["failures"] } == ["1", "0"])
    #expect(parser.elements.first?.attributes["tests"] == "3")
    report.models[0].leastFailure = nil
    let never = JUnitFormat.render(report, options: ReportOptions())
    #expect(!never.contains("<failure"))
  }
}

@Suite struct StatisticsTests {
  @Test func theWorstFirst() {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    func finding(_ rule: String, _ severity: Severity, isSafe: Bool?) -> Diagnostic {
      let fixes = isSafe.map { [Fix("", edits: [Edit(text[1], replacement: "")], isSafe: $0)] }
      return Diagnostic(
        rule: rule, severity: severity, message: "", at: text[1], fixes: fixes ?? [])
    }
    let findings = [
      finding("b", .info, isSafe: nil), finding("a", .warning, isSafe: true),
      finding("c", .warning, isSafe: false), finding("c", .warning, isSafe: true),
      finding("d", .error, isSafe: nil),
    ]
    let table = Statistics(Samples.report(findings, text)).table()
    #expect(
      table == """
        severity  findings  fixable  unsafely  rule
        error            1        0         0  d
        warning          2        1         1  c
        warning          1        1         0  a
        info             1        0         0  b

        """)
    #expect(Statistics(Report(models: [])).table().isEmpty)
  }

  @Test func filesWithSyntaxErrorsAreNotFixable() {
    let text = MarkedText("a.usecase", "⟦1a⟧1\n")
    let fix = Fix("", edits: [Edit(text[1], replacement: "")])
    var report = Samples.report(
      [Diagnostic(rule: "a", severity: .info, message: "", at: text[1], fixes: [fix])], text)
    #expect(Statistics(report).rows.map(\.fixable) == [1])
    report.models[0].brokenFiles = ["a.usecase"]
    #expect(Statistics(report).rows.map(\.fixable) == [0])
    #expect(!ConciseFormat.render(report, options: ReportOptions()).contains("fixable"))
  }
}
