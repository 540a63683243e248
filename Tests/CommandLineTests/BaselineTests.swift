import Foundation
import TestSupport
import Testing

/// Known findings: written, left out, pruned, refused.
@Suite struct BaselineTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "usecase.toml")
    try folder.write("actor Reader\nactor Clerk\n", to: "a.usecase")
  }

  private func check(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try Command.run(
      ["check", "--output-format=concise"] + arguments, in: folder.path, input: input)
  }

  @Test func whatIsKnownIsNotReportedAndWhatIsNewFails() throws {
    #expect(try check().code == 1)
    let written = try check("--write-baseline")
    #expect(written.code == 0)
    #expect(written.output.isEmpty)
    #expect(
      written.messages == """
        no findings in 1 file, without 2 known findings
        wrote 2 known findings to 'usecase-baseline.json'

        """)
    let known = try check()
    #expect(known.code == 0)
    #expect(known.output.isEmpty)
    #expect(known.messages == "no findings in 1 file, without 2 known findings\n")
    #expect(try check("-q").messages.isEmpty)
    #expect(try check("--no-baseline").lines.count == 2)
    try folder.write("actor Porter\n\n/// x\nactor Clerk\nactor Reader\n", to: "b.usecase")
    try FileManager.default.removeItem(atPath: folder.path + "/a.usecase")
    let new = try check()
    #expect(new.code == 1)
    #expect(new.lines.count == 1)
    #expect(new.lines.first?.hasPrefix("b.usecase:1:7: warning: actor 'Porter'") == true)
    #expect(new.messages == "1 warning in 1 file, without 2 known findings\n")
    let json = try check("--output-format=json").output
    #expect(json.contains("Porter"))
    #expect(!json.contains("Clerk"))
  }

  @Test func staleEntriesAreNamedAndPruned() throws {
    _ = try check("--write-baseline")
    let before = try folder.read("usecase-baseline.json")
    try folder.write("actor Reader\n", to: "a.usecase")
    let stale = try check()
    #expect(stale.code == 0)
    #expect(
      stale.messages == """
        no findings in 1 file, without 1 known finding
        'usecase-baseline.json' holds 1 finding that is not there any more:
          actor Clerk [actor-without-usecase]
        help: '--prune-baseline' takes them out

        """)
    #expect(try folder.read("usecase-baseline.json") == before)
    let pruned = try check("--prune-baseline")
    #expect(pruned.code == 0)
    #expect(
      pruned.messages.hasSuffix(
        "took 1 finding out of 'usecase-baseline.json' that is not there any more\n"))
    let entries = try folder.read("usecase-baseline.json").split(separator: "\n").filter {
      $0.contains("\"rule\"")
    }
    #expect(entries.count == 1)
    #expect(entries.first.map { before.contains($0) && $0.contains("Reader") } == true)
    #expect(try check().messages == "no findings in 1 file, without 1 known finding\n")
  }

  @Test func aSyntaxErrorIsReportedAndHidesWhatIsStale() throws {
    try folder.write("actor {\n", to: "b.usecase")
    let written = try check("--write-baseline")
    #expect(written.code == 1)
    #expect(written.lines.allSatisfy { $0.hasSuffix("[syntax]") })
    #expect(try !folder.read("usecase-baseline.json").contains("syntax"))
    try folder.write("actor Reader\n", to: "a.usecase")
    #expect(try !check().messages.contains("any more"))
    let before = try folder.read("usecase-baseline.json")
    let pruned = try check("--prune-baseline")
    #expect(pruned.messages.contains("syntax errors hide findings, so nothing was taken out of"))
    #expect(try folder.read("usecase-baseline.json") == before)
  }

  @Test func theFileIsNamedByOptionOrSettings() throws {
    #expect(try check("--write-baseline", "known.json").code == 0)
    #expect(try folder.names() == ["a.usecase", "known.json", "usecase.toml"])
    #expect(try check().code == 1)
    #expect(try check("--baseline", "known.json").code == 0)
    #expect(try check("--baseline=known.json", "--write-baseline").code == 0)
    try folder.write("edition = 1\nbaseline = 'of/all.json'\n", to: "usecase.toml")
    let missing = try check()
    #expect(missing.code == 2)
    #expect(
      missing.messages
        == "error: there is no baseline 'of/all.json'\n"
        + "help: 'usecase check --write-baseline' writes one\n")
    try folder.makeFolder("of")
    #expect(try check("--write-baseline").code == 0)
    #expect(try folder.read("of/all.json") == folder.read("known.json"))
    #expect(try check().code == 0)
    #expect(try Command.run("check", folder.path, "-q", in: "/").code == 0)
  }

  @Test func aPathBehindTheOptionIsStillAPath() throws {
    let outcome = try check("--write-baseline", "a.usecase")
    #expect(outcome.code == 0)
    #expect(try folder.read("a.usecase").hasPrefix("actor Reader"))
    #expect(try folder.names().contains("usecase-baseline.json"))
    #expect(try Command.run("check", "--write-baseline", folder.path, in: "/").code == 0)
  }

  @Test func eachOfSeveralModelsHasItsOwn() throws {
    try folder.write("edition = 1\n", to: "other/usecase.toml")
    try folder.write("actor Reader\n", to: "other/a.usecase")
    #expect(try check(".", "other", "--write-baseline").code == 0)
    #expect(try folder.read("other/usecase-baseline.json").contains("Reader"))
    #expect(try check(".", "other").code == 0)
    for option in ["--baseline=x.json", "--write-baseline=x.json"] {
      let outcome = try check(".", "other", option)
      #expect(outcome.code == 2)
      #expect(outcome.messages.hasPrefix("error: 'x.json' cannot be the baseline of 2 models\n"))
    }
  }

  @Test(arguments: [
    ("", "1:1: the text ends before the value does"),
    ("{\"schema\": 2}", "1:12: this compiler knows no such schema of baselines"),
    ("{\n\"schema\": 1,\n\"schema\": 1}", "3:1: 'schema' stands twice in a baseline"),
    (
      "{\"schema\": 1, \"baseline\": \n" + String(repeating: "[", count: 100_000),
      "2:8: the value is nested more than 8 levels deep"
    ),
  ])
  func brokenBaselines(text: String, message: String) throws {
    try folder.write(text, to: "usecase-baseline.json")
    let outcome = try check()
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("error: usecase-baseline.json:\(message)\n"))
    #expect(try check("--no-baseline").code == 1)
  }

  @Test func whatIsNoBaselineIsNotWrittenOver() throws {
    try folder.write("{\"name\": \"precious\"}\n", to: "package.json")
    let outcome = try check("--write-baseline=package.json")
    #expect(outcome.code == 2)
    #expect(
      outcome.messages
        == "error: 'package.json' is no baseline, so it is not written over\n")
    #expect(try folder.read("package.json") == "{\"name\": \"precious\"}\n")
    // Half of a merge is one.
    try folder.write("{\n<<<<<<< a\n  \"baseline\": [\n", to: "usecase-baseline.json")
    #expect(try check("--write-baseline").code == 0)
  }

  @Test func settingsLeadNowhereElse() throws {
    let other = try TemporaryFolder()
    try other.write("{\"schema\": 1, \"baseline\": []}", to: "x.json")
    try folder.link("far", to: other.path)
    try folder.link("usecase-baseline.json", to: other.path + "/x.json")
    for settings in ["baseline = 'far/x.json'", "baseline = 'far/new.json'", ""] {
      try folder.write("edition = 1\n" + settings, to: "usecase.toml")
      for arguments in [["--quiet"], ["--write-baseline"]] {
        let outcome = try Command.run(["check"] + arguments, in: folder.path)
        #expect(outcome.code == 2, "\(settings)")
        #expect(outcome.messages.hasSuffix("leads out of the model's folder\n"))
      }
    }
    #expect(try other.read("x.json") == "{\"schema\": 1, \"baseline\": []}")
    #expect(try other.names() == ["x.json"])
  }

  @Test func standardInput() throws {
    _ = try check("--write-baseline")
    let text = "actor Clerk\nactor Reader\n"
    #expect(try check("-", "--stdin-filename=a.usecase", input: text).code == 0)
    #expect(try check("-", "--baseline=usecase-baseline.json", input: text).code == 0)
    #expect(try check("-", input: text).code == 1)
    let refused = try check("-", "--write-baseline", input: text)
    #expect(refused.code == 2)
    #expect(refused.messages.hasPrefix("error: standard input alone has no baseline\n"))
  }

  @Test(arguments: [
    (["--write-baseline", "--prune-baseline"], "leaves nothing for '--prune-baseline'"),
    (["--no-baseline", "--baseline=x.json"], "'--no-baseline' cannot stand beside"),
    (["--no-baseline", "--write-baseline"], "'--no-baseline' cannot stand beside"),
    (["--baseline=x.json", "--write-baseline=y.json"], "the baseline is named twice"),
    (["--diff", "--write-baseline"], "'--diff' writes no baseline"),
    (["--baseline=missing.json"], "there is no baseline 'missing.json'"),
    (["--write-baseline=no/where.json"], "cannot write 'no/where.json': it does not exist"),
    (["--write-baseline", "nothing"], "there is no file or folder 'nothing'"),
  ])
  func wrongUsage(arguments: [String], message: String) throws {
    let outcome = try Command.run(["check"] + arguments, in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(try folder.names() == ["a.usecase", "usecase.toml"])
  }

  @Test func knownFindingsAreFixedToo() throws {
    try folder.write(
      "actor Reader\nusecase Read {\n  actor Raeder\n  status draft\n}\n", to: "a.usecase")
    #expect(try check("--write-baseline").code == 0)
    #expect(try check("--fix").messages.contains("1 finding fixed"))
    #expect(try folder.read("a.usecase").contains("actor Reader\n  status"))
  }

  /// A large model with defects is taken as it is; one more defect is the one that is reported.
  @Test func anImperfectModelIsAdopted() throws {
    let example = packageRoot.appending(path: "examples/fellmark").path
    try FileManager.default.copyItem(atPath: example, toPath: folder.path + "/shop")
    try folder.write(
      """
      actor Lonely
      actor AlsoLonely
      usecase Vague "Do stuff" {
        actor Lonely
        include Nothing, Nothing2
        flow {
          1. Nobody
        }
        exception 7a when "never" {
          1. Lonely waits
        }
      }
      """, to: "shop/defects.usecase")
    #expect(try check("shop").code == 1)
    #expect(try check("shop", "--write-baseline").code == 0)
    #expect(try check("shop").code == 0)
    #expect(try check("shop", "--fail-on=info").output.isEmpty)
    _ = try Command.run("format", "shop", in: folder.path)
    #expect(try check("shop", "--fail-on=info").output.isEmpty)
    let defects = try folder.read("shop/defects.usecase")
    try folder.write("\n\nactor Third\n\n" + defects, to: "shop/defects.usecase")
    let outcome = try check("shop", "--fail-on=info")
    #expect(outcome.code == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.lines.first?.contains("actor 'Third' takes part in no use case") == true)
  }
}
