import Testing
import UseCaseProject

/// Settings that were broken by accident or on purpose: an error with its line, soon.
@Suite struct HostileSettingsTests {
  private func message(_ text: String) -> String? { SettingsTests.problem(text)?.message }

  @Test(arguments: [
    ("edition = 1\nedition = 1", "2:1: 'edition' is set twice"),
    (
      "edition = 1\ncheck.fail-on = 'info'\n[check]\nfail-on = 'info'",
      "3:2: 'check' is set twice"
    ),
    ("edition = [", "1:12: the text ends too early: here a value should stand"),
    ("edition = 1\nexclude = ['a'", "2:15: the text ends too early: here ',' or ']' should stand"),
    ("edition = 1\nexclude = [\n'a' 'b']", "3:5: here ',' or ']' should stand"),
    ("edition = 1\nexclude = ['a]\n", "2:15: here the text should end with '"),
    (
      "edition = 1\nexclude = ['''a]\n",
      "3:1: the text ends too early: here the text should end with three quotes"
    ),
    ("edition = 1\nexclude\n", "2:8: here '=' should stand"),
    ("edition = 1\nexclude =\n", "2:10: here a value should stand"),
    ("edition = 1\n= 2\n", "2:1: here the name of a setting should stand"),
    ("edition = 1\na.\n", "2:3: here the name of a setting should stand"),
    ("edition = 1\nédition = 1\n", "2:1: here the name of a setting should stand"),
    ("edition = 1\n[é]\n", "2:2: here the name of a setting should stand"),
    ("edition = 1\nbaseline = 1979-05-27TQ", "2:12: 'baseline' takes a text"),
    ("edition = 1\n[check\nfail-on = 1", "2:7: here the table's name should end with ']'"),
    ("edition = 1\n[[check]\nfail-on = 1", "2:9: here the table's name should end with ']]'"),
    ("edition = 1 builds-on = []", "1:23: here the line should end"),
    ("edition = 'a' b", "1:15: here the line should end"),
    ("edition = 1\nbaseline = \"\\u0000\"", "2:13: a text cannot hold NUL"),
    ("edition = 1\n\"baseline\\U00000000x\" = 'a'", "2:10: a text cannot hold NUL"),
    ("edition = 1\nbaseline = \"\\q\"", "2:13: TOML has no such escape"),
    ("edition = 1\nbaseline = \"\\u12\"", "2:13: TOML has no such escape"),
    ("edition = 1\nbaseline = \"\\ud800\"", "2:13: TOML has no such escape"),
    ("edition = 1\n[rules]\nx = 2026-13-01\n", "3:1: there is no rule 'x'"),
    ("edition = 1\n[check]\n[check]\n", "3:2: 'check' is set twice"),
    ("edition = 1\n\u{0}", "2:1: the file holds NUL, so it is no text"),
    ("\u{FEFF}edition = 1", "1:1: a byte order mark stands before the settings"),
    ("edition = 1\n# \u{7}\n", "2:3: a control character stands here"),
    ("edition = 1\r# x\n", "1:12: a control character stands here"),
  ])
  func brokenTexts(text: String, beginning: String) {
    let message = message(text)
    #expect(message?.hasPrefix("usecase.toml:" + beginning) == true, "\(message ?? "none")")
  }

  @Test func bytesThatAreNoUTF8() {
    let text = Array("edition = 1\n# é".utf8) + [0xFF] + Array("\n".utf8)
    #expect(
      SettingsTests.problem(text)?.message
        == "usecase.toml:2:4: the file is no text in UTF-8")
    #expect(SettingsTests.problem([0xC0, 0xAF])?.message.hasPrefix("usecase.toml:1:1: ") == true)
  }

  @Test(arguments: [
    ("edition = ", "["), ("edition = ", "{a="), ("edition = ", "[{a="), ("", "a."), ("[", "a."),
    ("[[", "a."), ("edition = 1\nexclude = [", "["), ("x = {", "a."),
  ])
  func nesting(start: String, repeated: String) {
    let text = start + String(repeating: repeated, count: 120_000 / repeated.utf8.count)
    #expect(message(text)?.contains("lie in each other more than 32 deep") == true)
  }

  @Test func aMegabyteIsRefusedWithTheLineWhereItIsTooMuch() {
    let comments = String(repeating: "# nothing\n", count: 100_000)
    let wanted = "usecase.toml:13108:3: the settings are longer than 128 KB, which end here"
    #expect(message(comments) == wanted)
  }

  /// As large as is allowed, and full of what takes longest.
  @Test(
    arguments: [
      { "x\($0) = 1\n" }, { "[t\($0)]\n" }, { "[a\($0).b]\n" }, { "rules.x\($0) = 'off'\n" },
      { "exclud\($0) = []\n" }, { _ in "# a comment\n" }, { "[[a\($0 % 7)]]\n" },
      { "'\\\($0)' = '''\n'''\n" }, { "a.b.c.d.e.f.g\($0) = 1\n" },
    ] as [@Sendable (Int) -> String])
  func largeFilesAreReadInGoodTime(line: @Sendable (Int) -> String) {
    var text = "edition = 1\n"
    var number = 0
    while text.utf8.count < 127 << 10 {
      text += line(number)
      number += 1
    }
    let clock = ContinuousClock()
    // A debug build on a busy machine; a release build takes a tenth.
    #expect(clock.measure { _ = message(text) } < .seconds(10))
  }
}
