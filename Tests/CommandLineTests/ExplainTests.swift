import Foundation
import TestSupport
import Testing

/// `explain`, `rules` and the pages of the manual.
@Suite struct ExplainTests {
  @Test func aRule() throws {
    let outcome = try Command.run("explain", "touchpoint-without-usecase")
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.hasPrefix("touchpoint-without-usecase\n\nA touchpoint on our systems"))
    #expect(outcome.output.contains("     --> model.usecase:2:31\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    let colored = try Command.run("explain", "touchpoint-without-usecase", "--color=always")
    #expect(colored.output.hasPrefix("\u{1B}[1mtouchpoint-without-usecase\u{1B}[0m\n"))
  }

  @Test(arguments: [["realized by"], ["realized", "by"], ["  realized  by "]])
  func wordsNeedNoQuotes(_ topic: [String]) throws {
    let outcome = try Command.run(["explain"] + topic)
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("realized by\n"))
  }

  @Test func withoutATopicItSaysWhatThereIs() throws {
    let outcome = try Command.run("explain")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("usecase explain syntax"))
    #expect(try Command.run("explain", "syntax").output.contains("error[syntax]: "))
  }

  @Test func markdown() throws {
    let outcome = try Command.run("explain", "missing-flow", "--format=markdown")
    #expect(outcome.output.hasPrefix("# missing-flow\n"))
    #expect(outcome.output.contains("\n## Why it matters\n"))
  }

  @Test(arguments: [
    ("touchpont", "help: did you mean 'touchpoint'?\n"),
    ("xyzzy", "help: 'usecase explain' says what there is\n"),
    ("\u{1B}[2J", "about '\\u{1B}[2J'\n"),
  ])
  func unknownTopics(topic: String, message: String) throws {
    let outcome = try Command.run("explain", topic)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test(arguments: [(50, 50), (200, 88)]) func linesAreAsWideAsTheTerminal(
    columns: Int, widest: Int
  ) throws {
    let folder = try TemporaryFolder()
    let command = "stty cols \(columns); \\\"$USECASE\\\" explain --color=never"
    let outcome = try Command.shell(
      "script -qec \"\(command)\" /dev/null </dev/null", in: folder.path,
      environment: ["TERM": "xterm"])
    let lengths = outcome.output.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("    ") }.map(\.count)
    let longest = lengths.max() ?? 0
    #expect(longest <= widest && longest > widest - 12, "\(longest): \(outcome.messages)")
  }

  @Test func theListOfRules() throws {
    let list = try Command.run("rules")
    #expect(list.code == 0)
    // One line each where another program may look for it.
    let line = list.lines.first { $0.contains("unverified-usecase") }
    #expect(line?.contains(" off ") == true)
    #expect(line?.hasSuffix("Nothing verifies a use case that is implemented.") == true)
    let old = try Command.run("rules", "--format=json")
    #expect(old.output == (try Command.run("rules", "--output-format=json")).output)
  }

  @Test(arguments: ["rules", "language"]) func theReference(_ name: String) throws {
    let outcome = try Command.run("debug", "reference", name)
    #expect(outcome.code == 0)
    let file = Command.root.appending(path: "docs/\(name).md")
    #expect(outcome.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func helpSaysWhatCanBeExplained() throws {
    let outcome = try Command.run("explain", "--help")
    #expect(outcome.output.contains("'realized by'"))
    #expect(try Command.run("rules", "--help").output.contains("--output-format"))
  }
}
