import Testing
import UseCaseManual
import UseCaseModel
import UseCaseReport
import UseCaseRules
import UseCaseSyntax

/// What can be explained, and how it is found.
@Suite struct ManualTests {
  private func text(on topic: String) throws -> String {
    try #require(Manual.article(on: topic), "\(topic)").text()
  }

  @Test(arguments: Manual.topics) func everyTopicHasAPage(_ topic: String) throws {
    let text = try text(on: topic)
    #expect(text.hasPrefix((topic == "carries" ? "transition" : topic) + "\n\n"))
    #expect(text.count > topic.count + 40)
    #expect(!text.contains("Optional("))
  }

  @Test(arguments: [
    ("use case", "usecase\n"), ("KPI", "kpi\n"), ("moments of truth", "moment\n"),
    (" realized  by ", "realized by\n"), ("Touchpoint", "touchpoint\n"),
    ("->", "transition\n"), ("start", "transition\n"), ("carries", "transition\n"),
    ("must", "must\n"),
  ])
  func topicsAsPeopleTypeThem(topic: String, beginning: String) throws {
    #expect(try text(on: topic).hasPrefix(beginning))
  }

  @Test(arguments: [
    ("touchpont", "touchpoint"), ("unusd-allow", "unused-allow"), ("realised by", "realized by"),
    ("touchpoints-realized", "touchpoints-realised"), ("sintax", "syntax"),
  ])
  func misspeltTopics(topic: String, meant: String) {
    #expect(Manual.article(on: topic) == nil)
    #expect(Manual.topic(near: topic) == meant)
  }

  @Test func nothingIsMadeUp() {
    for topic in ["", " ", "xyzzy", "\u{1B}[31m", String(repeating: "a", count: 100_000)] {
      #expect(Manual.article(on: topic) == nil)
      #expect(Manual.topic(near: topic) == nil)
    }
  }

  // MARK: Rules

  @Test(arguments: RuleCatalog.all.map(\.info.name)) func aRuleShowsItsFindingAsCheckPrintsIt(
    _ name: String
  ) throws {
    let rule = try #require(RuleCatalog.rule(named: name))
    let text = try text(on: name)
    let source = SourceText(path: "model.usecase", rule.info.bad + "\n")
    let model = resolve([parse(source)])
    let day = CalendarDate(year: 2026, month: 7, day: 1)
    let found = [nil, day].flatMap { check(model, rules: RuleCatalog.all, today: $0) }
    let finding = try #require(found.first { $0.rule == name })
    #expect(text.contains("    \(finding.severity.name)[\(name)]: \(visible(finding.message))\n"))
    for line in (rule.info.bad + "\n" + rule.info.good).split(separator: "\n") {
      #expect(text.contains("    \(visible(String(line)))\n"), "\(line)")
    }
    #expect(text.contains("// allow(\(name)): why\n"))
    #expect(text.contains(rule.info.isOn ? ", on unless" : ", off unless"))
    for option in rule.options { #expect(text.contains("    \(option.name) = "), "\(option.name)") }
  }

  @Test func datesAreSaid() throws {
    #expect(try text(on: "review-overdue").contains("On 2026-07-01, as '--today' would say,"))
    #expect(try !text(on: "missing-flow").contains("--today"))
  }

  @Test func theSettingsOfAPageChangeTheRule() throws {
    let text = try text(on: "too-many-steps")
    #expect(text.contains("    [rules.too-many-steps]\n    severity = \"info\"\n    most = 9\n"))
    #expect(try self.text(on: "unverified-usecase").contains("unverified-usecase = \"warning\""))
  }

  @Test func eachSyntaxExampleHasOneMistake() throws {
    let text = try text(on: "syntax")
    #expect(text.split(separator: "error[syntax]: ").count == 6)
    #expect(text.contains("no keyword in a use case; did you mean 'actor'?"))
  }

  // MARK: Words

  @Test func aDeclarationListsItsClauses() throws {
    let text = try text(on: "touchpoint")
    #expect(text.contains("    pain \"pain\" [answered by <use case>, …]\n        What hurts;"))
    #expect(text.contains("It stands in a stage. Moments of"))
    #expect(text.contains("What every declaration takes"))
    #expect(try self.text(on: "usecase").contains("    resume [<step>]\n"))
    #expect(try self.text(on: "journey").contains("    start, completed, abandoned\n"))
  }

  @Test func aWordOfSeveralMeaningsHasAllOfThem() throws {
    let actor = try text(on: "actor")
    #expect(actor.contains("As a clause\n\nIn a use case\n"))
    #expect(actor.contains("In a touchpoint\n"))
    #expect(try text(on: "include").contains("<number>. include <use case>"))
    #expect(try text(on: "include").contains("A clause of a use case."))
    #expect(try text(on: "by").contains("backstage \"activity\" [by <who or system>]"))
  }

  @Test func theOverviewNamesEverything() {
    let text = Manual.overview.text()
    for word in ["touchpoint", "realized by", "alternative", "overall", "usecase rules"] {
      #expect(text.contains(word))
    }
  }

  // MARK: The list of rules

  @Test func theListHasALineForEachRule() {
    let lines = RuleList.text().split(separator: "\n")
    for rule in RuleCatalog.all {
      let line = lines.first { $0.hasPrefix("  \(rule.info.name) ") }
      #expect(line?.hasSuffix("  " + rule.info.summary.replacing("`", with: "'")) == true)
      #expect(line?.contains("  \(rule.info.isOn ? rule.info.severity.name : "off") ") == true)
      let isFixed = line?.contains("  fix") == true
      #expect(isFixed == !rule.info.fixes.isEmpty, "\(rule.info.name)")
    }
    for line in RuleList.text(width: 80).split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func theListForPrograms() throws {
    let rules = try #require(RuleList.document()["rules"]?.array)
    #expect(rules.compactMap { $0["name"]?.string } == RuleCatalog.all.map(\.info.name))
    let steps = try #require(rules.first { $0["name"]?.string == "too-many-steps" })
    #expect(steps["options"]?.array?.first?["value"] == .integer(9))
    #expect(steps["on"] == .boolean(true))
    let verified = try #require(rules.first { $0["name"]?.string == "unverified-usecase" })
    #expect(verified["on"] == .boolean(false))
    #expect(verified["coverage"] == ["usecases-verified"])
  }
}
