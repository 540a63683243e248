import Foundation
import TestSupport
import Testing

/// The arguments themselves, and the commands that need no model.
@Suite struct UsageTests {
  @Test(arguments: [
    (["chekc"], "error: there is no command 'chekc'\nhelp: did you mean 'check'?\n"),
    (["formt"], "help: did you mean 'format'?"),
    (["xyzzy"], "help: 'usecase --help' lists the commands"),
    (["check", "--output-format=jsn"], "did you mean 'json'?"),
    (["check", "--fail-on=waring"], "did you mean 'warning'?"),
    (["check", "--color=blue"], "one of 'auto', 'always', 'never'"),
    (["check", "--colr=never"], "Did you mean '--color'?"),
    (["check", "--today=2026-02-30"], "a day of the calendar, such as '2026-10-01'"),
    (["build", "--today=yesterday", "-o", "x"], "a day of the calendar, such as '2026-10-01'"),
    (["explain", "unusd-allow"], "help: did you mean 'unused-allow'?"),
    (["explain", "--format=html"], "one of 'text', 'markdown'"),
    (
      ["debug", "reference", "grammar"], "there is a reference of 'rules' and one of the 'language'"
    ),
    (["completions", "fihs"], "did you mean 'fish'?"),
    (["debug", "tre", "x"], "did you mean 'tree'?"),
    (["check", "-", "a"], "error: '-' cannot stand beside other paths"),
    (["check", "--stdin-filename=a"], "error: '--stdin-filename' needs the path '-'"),
    (["debug", "tree", "missing"], "error: there is no file or folder 'missing'"),
  ])
  func wrongUsageExitsWith2(arguments: [String], message: String) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("error: "))
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test(arguments: [["--help"], ["check", "--help"], ["help", "format"], ["diff", "--help"], []])
  func helpGoesToStandardOutput(arguments: [String]) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("USAGE: usecase"))
    #expect(outcome.messages.isEmpty)
  }

  @Test func theVersion() throws {
    let outcome = try Command.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func everyRuleOfTheListIsExplained() throws {
    let list = try Command.run("rules", "--output-format=json")
    let object = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
    let rules = try #require((object as? [String: Any])?["rules"] as? [[String: Any]])
    let names = rules.compactMap { $0["name"] as? String }
    #expect(names.contains("unused-allow"))
    let table = try Command.run("rules").output
    for name in names {
      #expect(table.contains("  \(name) "))
      let explained = try Command.run("explain", name)
      #expect(explained.code == 0)
      #expect(explained.output.hasPrefix("\(name)\n\n"))
    }
  }

  @Test func rulesThatAreOffSaySo() throws {
    let lines = try Command.run("rules").lines
    #expect(lines.contains { $0.contains(" review-missing ") && $0.contains("  off ") })
    #expect(lines.contains { $0.contains(" review-overdue ") && $0.contains("  warning ") })
    let explained = try Command.run("explain", "review-missing").output
    #expect(explained.contains("    Severity  info, off unless settings say otherwise\n"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreReadByTheirShell(
    shell: String
  ) throws {
    let outcome = try Command.run("completions", shell)
    #expect(outcome.code == 0)
    for word in ["check", "explain", "concise", "unused-allow"] {
      #expect(outcome.output.contains(word))
    }
    let folder = try TemporaryFolder()
    try folder.write(outcome.output, to: "script")
    // Not every machine has every shell; `Tests/run` installs them.
    let read = try Command.shell(
      "command -v \(shell) >/dev/null || exit 0; \(shell) -n script", in: folder.path)
    #expect(read.code == 0, "\(read.messages)")
  }

  @Test(arguments: ["tokens", "tree", "model", "graph", "dot"]) func everyStageIsShown(
    stage: String
  ) throws {
    let text = "actor A\nusecase U { actor A flow { } }\nusecase V {\nflow {\n1. A acts\n}\n}\n"
    let outcome = try Command.run("debug", stage, "-", input: text)
    #expect(outcome.code == 0)
    let expected = [
      "tokens": "0..5 word \"actor\"\n", "tree": "  0..7 declaration \"actor A\"\n",
      "model": "actor A \"A\" <stdin>:6..7\n", "graph": "usecase V\n",
      "dot": "digraph ",
    ]
    #expect(outcome.output.contains(expected[stage] ?? "?"), "\(outcome.output)")
  }

  @Test func theModelIsExported() throws {
    let folder = try TemporaryFolder()
    try folder.write("actor Reader\n", to: "a.usecase")
    let outcome = try Command.run("export", "json", folder.path)
    #expect(outcome.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    #expect((object as? [String: Any])?["schema"] as? Int == 1)
    let file = folder.path + "/model.json"
    #expect(try Command.run("export", "json", folder.path, "-o", file).output.isEmpty)
    #expect(try folder.read("model.json") == outcome.output)
  }
}
