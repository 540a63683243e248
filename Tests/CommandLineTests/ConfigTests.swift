import Foundation
import TestSupport
import Testing

/// `usecase.toml`: what it changes in what the commands do, and `config`.
@Suite struct ConfigTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("actor Reader\n", to: "a.usecase")
  }

  private func check(_ settings: String, _ arguments: String...) throws -> Outcome {
    try folder.write(settings, to: "usecase.toml")
    return try Command.run(
      ["check", "--output-format=concise"] + arguments, in: folder.path)
  }

  @Test func rulesAreSwitchedOffAndChanged() throws {
    #expect(try check("edition = 1\n").output.contains("warning: "))
    let off = try check("edition = 1\n[rules]\nactor-without-usecase = 'off'\n")
    #expect(off.code == 0)
    #expect(!off.output.contains("[actor-without-usecase]"))
    let error = try check("edition = 1\n[categories]\nstructure = 'error'\n")
    #expect(error.code == 1)
    #expect(error.output.contains("error: "))
    #expect(error.output.contains("[actor-without-usecase]"))
  }

  @Test func theSettingsSayWhatFailsUnlessTheOptionDoes() throws {
    let settings = "edition = 1\n[check]\nfail-on = 'error'\n"
    #expect(try check(settings).code == 0)
    #expect(try check(settings, "--fail-on=warning").code == 1)
  }

  @Test func anAllowanceOfARuleThatIsOffIsNotReported() throws {
    try folder.write(
      "// allow(missing-flow): in May\nactor Reader\n", to: "a.usecase")
    let text = "[unused-allow]"
    #expect(try check("edition = 1\n").output.contains(text))
    #expect(try !check("edition = 1\nrules.missing-flow = 'off'\n").output.contains(text))
    #expect(
      try check("edition = 1\nrules.unused-allow = 'error'\n").lines.contains {
        $0.contains("error: ") && $0.hasSuffix(text)
      })
  }

  @Test func whatIsExcludedIsNotRead() throws {
    try folder.write("actor {\n", to: "drafts/b.usecase")
    try folder.write("actor {\n", to: "c/old-c.usecase")
    #expect(try check("edition = 1\n").output.contains("[syntax]"))
    let settings = "edition = 1\nexclude = ['drafts', '**/old-*']\n"
    let outcome = try check(settings)
    #expect(!outcome.output.contains("[syntax]"))
    #expect(outcome.messages.hasSuffix("in 1 file\n"))
    let named = try check(settings, "drafts/b.usecase")
    #expect(named.code == 2)
    #expect(named.messages.contains("what 'exclude' names are left out"))
    #expect(try check("edition = 1\nexclude = ['**']\n").code == 2)
  }

  @Test(arguments: [
    ("edition = 2\n", "usecase.toml:1:11: this compiler knows no such edition of the language\n"),
    (
      "edition = 1\nruls = 1\n",
      "usecase.toml:2:1: there is no setting 'ruls'\nhelp: did you mean 'rules'?\n"
    ),
    ("edition = [[[", "usecase.toml:1:14: the text ends too early: here a value should stand\n"),
    ("edition = 1\n\"\\u001B[31m\" = 1\n", "usecase.toml:2:1: there is no setting '\\u{1B}[31m'\n"),
  ])
  func brokenSettings(text: String, message: String) throws {
    for command in [["check"], ["config", "show"], ["export", "json"]] {
      try folder.write(text, to: "usecase.toml")
      let outcome = try Command.run(command, in: folder.path)
      #expect(outcome.code == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
  }

  @Test func show() throws {
    try folder.write("edition = 1\nrules.too-many-steps.most = 12\n", to: "usecase.toml")
    let outcome = try Command.run("config", "show", in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.lines.first == "# what is in force with '\(folder.path)/usecase.toml'")
    #expect(outcome.lines.contains("most = 12  # usecase.toml:2"))
    #expect(outcome.lines.contains("fail-on = \"warning\"  # default"))
    // What it prints can stand in the file's place, and means the same.
    try folder.write(outcome.output, to: "usecase.toml")
    let again = try Command.run("config", "show", "a.usecase", in: folder.path)
    func values(_ outcome: Outcome) -> [Substring?] {
      outcome.lines.map { $0.split(separator: "  #").first }
    }
    #expect(values(again) == values(outcome))
  }

  @Test func showWithoutSettings() throws {
    let outcome = try Command.run("config", "show", in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.lines.first == "# what is in force without a 'usecase.toml'")
    #expect(outcome.lines.contains("edition = 1  # default"))
    #expect(try Command.run("config", "show", "missing", in: folder.path).code == 2)
  }

  @Test func schema() throws {
    let outcome = try Command.run("config", "schema", in: folder.path)
    #expect(outcome.code == 0)
    let file = packageRoot.appending(path: "Grammar/usecase.toml.schema.json")
    #expect(try outcome.output == String(contentsOf: file, encoding: .utf8))
  }
}
