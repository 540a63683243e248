import Testing
import UseCaseProject
import UseCaseRules
import UseCaseSyntax

/// Which rules are in force, how severe they are, and what their options say.
@Suite struct RuleSettingsTests {
  private func rule(_ name: String, _ text: String) throws -> AnyRule? {
    try SettingsTests.settings(text).rules().first { $0.info.name == name }
  }

  @Test(
    arguments: [
      ("", Severity.warning), ("[rules]\ntoo-many-steps = 'error'", .error),
      ("rules.too-many-steps.severity = 'info'", .info),
      ("[rules.too-many-steps]\nseverity = 'error'\nmost = 5", .error),
      ("[rules]\ntoo-many-steps = { severity = \"info\" }", .info),
      ("[categories]\nflow = 'info'", .info),
      ("[categories]\nflow = 'off'\n[rules]\ntoo-many-steps = 'error'", .error),
      ("[categories]\nflow = 'info'\n[rules.too-many-steps]\nmost = 5", .info),
      ("[categories]\nflow = 'off'", nil), ("[rules]\n'too-many-steps' = 'off'", nil),
      ("[categories]\nflow = 'error'\n[rules]\ntoo-many-steps = 'off'", nil),
      ("[categories]\ncoverage = 'off'", .warning),
    ] as [(String, Severity?)])
  func severities(text: String, severity: Severity?) throws {
    let rule = try rule("too-many-steps", text)
    #expect(rule?.severity == severity)
    #expect((rule == nil) == (severity == nil))
  }

  @Test func optionsReachTheRule() throws {
    let given = try #require(
      try rule("too-many-steps", "[rules]\ntoo-many-steps = { most = 5, severity = 'info' }"))
    #expect(given.options.first { $0.name == "most" }?.value == .number(5))
    #expect(given.severity == .info)
    let standard = try #require(try rule("too-many-steps", ""))
    #expect(standard.options.first { $0.name == "most" }?.value != .number(5))
  }

  @Test(arguments: [
    (
      "[rules]\nunusd-allow = 'off'", "3:1: there is no rule 'unusd-allow'",
      "did you mean 'unused-allow'?"
    ),
    ("[rules]\nxyzzy = 'off'", "3:1: there is no rule 'xyzzy'", "'usecase config show' lists them"),
    (
      "[rules]\nunused-allow = 'of'", "3:16: 'rules.unused-allow' cannot be 'of'",
      "did you mean 'off'?"
    ),
    (
      "[rules]\nunused-allow = false",
      "3:16: 'rules.unused-allow' takes one of 'error', 'warning', 'info', 'off'",
      "for example: [rules], then unused-allow = \"info\""
    ),
    (
      "[rules.too-many-steps]\nmots = 5",
      "3:1: there is no option 'mots' in 'rules.too-many-steps'",
      "did you mean 'most'?"
    ),
    (
      "[rules.unused-allow]\nmost = 5", "3:1: there is no option 'most' in 'rules.unused-allow'",
      "the options are 'severity'"
    ),
    (
      "rules.too-many-steps = { most = 1 }",
      "2:33: 'rules.too-many-steps.most' takes a whole number from 2 to 100",
      "for example: [rules.too-many-steps], then most = 9"
    ),
    (
      "[rules]\ntoo-many-steps.most = '9'",
      "3:23: 'rules.too-many-steps.most' takes a whole number from 2 to 100",
      "for example: [rules.too-many-steps], then most = 9"
    ),
    ("[categories]\nflows = 'off'", "3:1: there is no category 'flows'", "did you mean 'flow'?"),
    (
      "[rules]\nflow = 'off'", "3:1: there is no rule 'flow'", "'flow' stands in '[categories]'"
    ),
    (
      "too-many-steps = 'off'", "2:1: there is no setting 'too-many-steps'",
      "'too-many-steps' stands in '[rules]'"
    ),
  ])
  func whatIsWrong(text: String, message: String, help: String) {
    let problem = SettingsTests.problem("edition = 1\n" + text)
    #expect(problem?.message == "usecase.toml:" + message)
    #expect(problem?.help == help)
  }

  /// A rule that is off by default stays off for its category and its options, not for its name.
  @Test func rulesThatAreOffByDefault() throws {
    guard let off = RuleCatalog.all.first(where: { !$0.info.isOn })?.info else { return }
    #expect(try rule(off.name, "[categories]\n\(off.category.rawValue) = 'error'") == nil)
    #expect(try rule(off.name, "[rules]\n\(off.name) = 'info'")?.severity == .info)
  }

  @Test func ofSomeRulesThoseInForce() throws {
    let settings = try SettingsTests.settings("[rules]\nunknown-reference = 'off'")
    let names = settings.rules(among: RuleCatalog.errors).map(\.info.name)
    #expect(names == RuleCatalog.errors.map(\.info.name).filter { $0 != "unknown-reference" })
  }
}
