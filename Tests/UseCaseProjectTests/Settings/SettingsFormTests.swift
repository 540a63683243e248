import Foundation
import TestSupport
import Testing
import UseCaseRules
import UseCaseSyntax

@testable import UseCaseProject

/// What is made of the one description: the listing, the JSON Schema, the examples.
@Suite struct SettingsFormTests {
  // MARK: The listing

  @Test func theListingSaysWhereValuesComeFrom() throws {
    let listing = try SettingsTests.settings(
      """
      exclude = ["drafts"]
      check.fail-on = "info"
      [categories]
      flow = "info"
      [rules]
      unused-allow = "off"
      too-many-steps = { most = 12 }
      """
    ).listing()
    let lines = Set(listing.split(separator: "\n"))
    for line in [
      "edition = 1  # usecase.toml:1", "exclude = [\"drafts\"]  # usecase.toml:2",
      "builds-on = []  # default", "fail-on = \"info\"  # usecase.toml:3",
      "flow = \"info\"  # usecase.toml:5", "unused-allow = \"off\"  # usecase.toml:7",
      "[rules.too-many-steps]", "severity = \"info\"  # usecase.toml:5, 'categories.flow'",
      "most = 12  # usecase.toml:8", "unknown-reference = \"error\"  # default",
    ] {
      #expect(lines.contains(Substring(line)), "\(line)")
    }
  }

  @Test(arguments: [
    "", "exclude = [\"a b\", 'c\"d\\', \"\\u0001\\n\u{1F680}\\u202E\"]\nbaseline = 'x.json'",
    "check.fail-on = 'never'\n[categories]\nflow = 'error'\nreferences = 'off'\n[rules]\ntoo-many-steps.most = 5",
    "[rules]\nunused-allow = 'off'\ntoo-few-steps = { severity = 'error' }\n[coverage]\ntouchpoints-owned = 100",
  ])
  func theListingReadsAsWhatItLists(text: String) throws {
    let settings = try SettingsTests.settings(text)
    let again = try Settings(Array(settings.listing().utf8), path: "listing")
    #expect(again[SettingKeys.exclude] == settings[SettingKeys.exclude])
    #expect(again[SettingKeys.baseline] == settings[SettingKeys.baseline])
    #expect(again[SettingKeys.failOn] == settings[SettingKeys.failOn])
    #expect(again.leastCoverage("touchpoints-owned") == settings.leastCoverage("touchpoints-owned"))
    let rules = settings.rules().map { "\($0.info.name) \($0.severity) \($0.options.map(\.value))" }
    #expect(
      again.rules().map { "\($0.info.name) \($0.severity) \($0.options.map(\.value))" } == rules)
  }

  // MARK: The examples

  @Test func everyExampleSetsItsSetting() throws {
    try check(SettingCatalog.all, at: [])
  }

  private func check(_ table: SettingTable, at path: [String]) throws {
    for info in table.settings {
      let full = path + [info.name]
      #expect(info.documentation.hasSuffix("."), "\(full)")
      #expect(!info.example.isEmpty, "\(full)")
      let text = full == ["edition"] ? info.example : "edition = 1\n" + info.example
      let settings = try Settings(Array(text.utf8), path: full.joined(separator: "."))
      #expect(settings.given.contains { $0.path.starts(with: full) }, "\(full)")
      switch info.shape {
      case .table(let inner), .severity(let inner): try check(inner, at: full)
      case .edition, .whole, .text, .texts, .choice: break
      }
    }
  }

  // MARK: The JSON Schema

  @Test func theFileOfTheSchemaIsUpToDate() throws {
    let text = settingsJSONSchema.text() + "\n"
    #expect(try differenceFromGolden(text, "../../Grammar/usecase.toml.schema.json") == nil)
  }

  // MARK: The page

  @Test func thePageIsUpToDate() throws {
    #expect(try differenceFromGolden(SettingCatalog.reference, "../../docs/settings.md") == nil)
  }

  private func violations(_ text: String) throws -> [String] {
    let table = try TOMLReader.read(TOMLText(Array(text.utf8)))
    return SchemaChecker(settingsJSONSchema).violations(of: table.json)
  }

  @Test(arguments: ["fellmark", "library", "compiler"])
  func theExamplesFitTheSchema(example: String) throws {
    let file = packageRoot.appending(path: "examples/\(example)/usecase.toml")
    #expect(try violations(String(contentsOf: file, encoding: .utf8)) == [])
  }

  @Test func theSchemaAcceptsWhatTheReaderAccepts() throws {
    for text in [
      "builds-on = ['../a']", "exclude = ['a/*.usecase', '..a', 'a../b']",
      "check.fail-on = 'never'",
      "[rules]\nunused-allow = 'off'\ntoo-many-steps = {severity = 'info', most = 2}",
      "[categories]\nflow = 'off'", "[coverage]\ntouchpoints-owned = 0", "baseline = 'a/b.json'",
    ] {
      #expect(try violations("edition = 1\n" + text) == [])
      #expect(SettingsTests.problem("edition = 1\n" + text) == nil)
    }
  }

  @Test func theSchemaRefusesWhatTheReaderRefuses() throws {
    for text in [
      "", "edition = 2", "edition = 'a'", "edition = 1\nx = 1", "edition = 1\nbuilds-on = [1]",
      "edition = 1\nbuilds-on = ['']", "edition = 1\nexclude = ['/a']",
      "edition = 1\nexclude = ['a/../b']", "edition = 1\nbaseline = '..'",
      "edition = 1\nbaseline = 1", "edition = 1\ncheck.fail-on = 'off'", "edition = 1\ncheck = 1",
      "edition = 1\n[rules]\nx = 'off'", "edition = 1\n[rules]\nunused-allow = 'x'",
      "edition = 1\n[rules]\nunused-allow.most = 1",
      "edition = 1\n[rules]\ntoo-many-steps.most = 1",
      "edition = 1\n[categories]\nrules = 'off'",
      "edition = 1\n[coverage]\ntouchpoints-owned = 101",
      "edition = 1\n[coverage]\ntouchpoints-owned = 1.5",
    ] {
      #expect(try !violations(text).isEmpty, "\(text)")
      #expect(SettingsTests.problem(text) != nil, "\(text)")
    }
  }
}
