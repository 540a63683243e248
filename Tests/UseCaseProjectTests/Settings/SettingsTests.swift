import Testing
import UseCaseProject
import UseCaseRules

/// What a settings file says, and what is wrong with it.
@Suite struct SettingsTests {
  static func problem(_ text: String) -> ProjectError? { problem(Array(text.utf8)) }

  static func problem(_ bytes: [UInt8]) -> ProjectError? {
    do {
      _ = try Settings(bytes, path: "usecase.toml")
      return nil
    } catch {
      return error
    }
  }

  static func settings(_ text: String) throws -> Settings {
    try Settings(Array(("edition = 1\n" + text).utf8), path: "usecase.toml")
  }

  @Test func whatIsSaid() throws {
    let settings = try Settings(
      Array(
        """
        # ours
        edition = 1
        builds-on = ["../shared", '../other']
        exclude = [
          "drafts",  # still
          "**/old-*.usecase",
        ]
        baseline = "known/findings.json"
        check.fail-on = "error"
        [coverage]
        touchpoints-realised = 90
        """.utf8), path: "usecase.toml")
    #expect(settings.edition == 1)
    #expect(settings.buildsOn == ["../shared", "../other"])
    #expect(settings[SettingKeys.exclude] == ["drafts", "**/old-*.usecase"])
    #expect(settings[SettingKeys.baseline] == "known/findings.json")
    #expect(settings[SettingKeys.failOn] == .error)
    #expect(settings.leastCoverage("touchpoints-realised") == 90)
    #expect(settings.leastCoverage("touchpoints-owned") == nil)
    #expect(settings.line(of: ["check", "fail-on"]) == 9)
  }

  @Test func whatHoldsWithoutThem() throws {
    let settings = Settings()
    #expect(settings.edition == 1)
    #expect(settings.buildsOn == [])
    #expect(settings[SettingKeys.failOn] == .warning)
    #expect(settings.rules().map(\.info.name) == RuleCatalog.standard.map(\.info.name))
    #expect(try SettingsTests.settings("") != settings)
  }

  @Test(
    arguments: [
      (
        "", "1:1: the file does not state the edition of the language", "add the line 'edition = 1'"
      ),
      (
        "\nedition = 2\nnovelty = 1", "2:11: this compiler knows no such edition of the language",
        "write 'edition = 1', or use a newer compiler"
      ),
      (
        "edition = '1'", "1:11: this compiler knows no such edition of the language",
        "write 'edition = 1', or use a newer compiler"
      ),
      (
        "edition = 1\n\n  edtion = 1", "3:3: there is no setting 'edtion'",
        "did you mean 'edition'?"
      ),
      (
        "edition = 1\n[buildson]\nx = 1", "2:2: there is no setting 'buildson'",
        "did you mean 'builds-on'?"
      ),
      (
        "edition = 1\nwhatever.else = 1", "2:1: there is no setting 'whatever'",
        "the settings are 'edition', 'builds-on', 'exclude', 'baseline', 'check', 'categories', "
          + "'rules', 'coverage', 'site'"
      ),
      (
        "edition = 1\nbuilds-on = '../a'", "2:13: 'builds-on' takes a list of texts",
        "for example: builds-on = [\"../shared\"]"
      ),
      (
        "edition = 1\nbuilds-on = [\n  '../a',\n  1,\n]",
        "4:3: 'builds-on' takes a list of texts", "for example: builds-on = [\"../shared\"]"
      ),
      ("edition = 1\nbuilds-on = ['']", "2:14: '' in 'builds-on' names nothing", nil),
      (
        "edition = 1\nexclude = ['a', '/etc']",
        "2:17: '/etc' in 'exclude' is no path relative to the model's folder", nil
      ),
      (
        "edition = 1\nbaseline = 'a/../../b.json'",
        "2:12: 'a/../../b.json' in 'baseline' leads out of the model's folder", nil
      ),
      (
        "edition = 1\nbaseline = []", "2:12: 'baseline' takes a text",
        "for example: baseline = \"usecase-baseline.json\""
      ),
      (
        "edition = 1\n[check]\nfail-on = 'eror'", "3:11: 'check.fail-on' cannot be 'eror'",
        "did you mean 'error'?"
      ),
      (
        "edition = 1\ncheck = { fail-on = true }",
        "2:21: 'check.fail-on' takes one of 'error', 'warning', 'info', 'never'",
        "for example: [check], then fail-on = \"error\""
      ),
      (
        "edition = 1\ncheck = 'error'", "2:9: 'check' takes settings of its own",
        "for example: [check], then fail-on = \"error\""
      ),
      (
        "edition = 1\nfail-on = 'error'", "2:1: there is no setting 'fail-on'",
        "'fail-on' stands in '[check]'"
      ),
      (
        "edition = 1\n[check]\nfail-on = 'error'\nexclude = []",
        "4:1: there is no setting 'check.exclude'", "'exclude' stands above all tables"
      ),
      (
        "edition = 1\n[coverage]\ntouchpoints-realized = 90",
        "3:1: there is no figure of coverage 'touchpoints-realized'",
        "did you mean 'touchpoints-realised'?"
      ),
      (
        "edition = 1\n[coverage]\ntouchpoints-owned = 101",
        "3:21: 'coverage.touchpoints-owned' takes a whole number from 0 to 100",
        "for example: [coverage], then touchpoints-owned = 80"
      ),
      (
        "edition = 1\n[coverage]\ntouchpoints-owned = 9.5",
        "3:21: 'coverage.touchpoints-owned' takes a whole number from 0 to 100",
        "for example: [coverage], then touchpoints-owned = 80"
      ),
      ("edition = 1\n[[check]]\nfail-on = 'info'", "2:3: 'check' takes settings of its own", nil),
    ] as [(String, String, String?)])
  func whatIsWrong(text: String, message: String, help: String?) {
    let problem = SettingsTests.problem(text)
    #expect(problem?.message == "usecase.toml:" + message)
    if let help { #expect(problem?.help == help) }
  }

  @Test func theFirstMistakeInTheFileIsSaid() {
    let text = "edition = 1\n[rules]\nunused-allow = 'of'\nnonsense = 1\n[check]\nx = 1\n"
    #expect(
      SettingsTests.problem(text)?.message
        == "usecase.toml:3:16: 'rules.unused-allow' cannot be 'of'")
  }

  @Test func manyPatterns() throws {
    let patterns = (0...100).map { "'*\($0)'" }
    _ = try SettingsTests.settings("exclude = [\(patterns.dropFirst().joined(separator: ","))]")
    #expect(
      SettingsTests.problem("edition = 1\nexclude = [\(patterns.joined(separator: ","))]")?.message
        == "usecase.toml:2:11: 'exclude' takes at most 100 patterns with '*'")
  }
}
