import Foundation
import TestSupport
import Testing

/// `check --fix`, `--unsafe-fixes` and `--diff`: what changes, what is said, and what is left alone.
@Suite struct FixTests {
  let folder: TemporaryFolder

  static let misspelt = "actor Reader\n\nusecase Read {\n    actor Raeder\n    status draft\n}\n"
  static let mended = "actor Reader\n\nusecase Read {\n    actor Reader\n    status draft\n}\n"
  /// An exception that resumes: it may be meant as an alternative.
  static let unsure = """
    usecase Write {
        actor Reader
        success guarantee "it is written"
        flow {
            1. Reader begins
            2. System answers
            3. Reader ends
        }
        exception 2a when "nobody answers" {
            1. System says so
            resume 1
        }
    }

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "usecase.toml")
    try folder.write(FixTests.misspelt, to: "a.usecase")
  }

  private func check(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try Command.run(["check"] + arguments, in: folder.path, input: input)
  }

  @Test func safeFixesAreAppliedAndTheRestIsReported() throws {
    try folder.write(FixTests.unsure, to: "b.usecase")
    let outcome = try check("--fix", "--output-format=concise")
    #expect(outcome.code == 1)
    #expect(try folder.read("a.usecase") == FixTests.mended)
    #expect(try folder.read("b.usecase") == FixTests.unsure)
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasSuffix(" (unsafely fixable) [exception-succeeds]\n"))
    #expect(
      outcome.messages == """
        1 warning in 2 files
        1 finding fixed in 1 file, 1 more with '--unsafe-fixes'

        """)
    let all = try check("--unsafe-fixes")
    #expect(all.code == 0)
    #expect(all.messages == "no findings in 2 files\n1 finding fixed in 1 file\n")
    #expect(try folder.read("b.usecase").contains("    alternative 2a when"))
    #expect(try check("--fix", "-q").messages.isEmpty)
  }

  @Test func whatCanBeFixedIsSaid() throws {
    try folder.write(FixTests.unsure, to: "b.usecase")
    let outcome = try check()
    #expect(outcome.output.contains("\n  = fix: replace it by 'Reader'\n"))
    #expect(outcome.output.contains("\n   = unsafe fix: make it an 'alternative'\n"))
    #expect(
      outcome.messages.hasSuffix(
        "\n1 finding can be fixed with '--fix', 1 more with '--unsafe-fixes'\n"))
    #expect(try folder.read("a.usecase") == FixTests.misspelt)
    let concise = try check("--output-format=concise")
    #expect(concise.output.contains(" (fixable) [unknown-reference]\n"))
  }

  @Test func aFileThatWasNotLaidOutKeepsItsLayout() throws {
    let untidy = FixTests.misspelt.replacing("actor Reader", with: "actor   Reader")
    try folder.write(untidy, to: "a.usecase")
    #expect(try check("--fix").code == 0)
    #expect(try folder.read("a.usecase") == untidy.replacing("Raeder", with: "Reader"))
  }

  // MARK: Patches

  @Test func gitAppliesTheDiff() throws {
    let files = [
      "a.usecase": FixTests.misspelt,
      "sub/with blanks.usecase": "usecase B { actor Raeder\n  status draft }",
      "sub/ünïcode \"quoted\".usecase": "usecase C {\r\n  actor Raeder\r\n  status draft\r\n}\r\n",
    ]
    for (name, text) in files { try folder.write(text, to: name) }
    let patch = try check("--diff")
    #expect(patch.code == 1)
    #expect(patch.messages == "3 findings would be fixed in 3 files\n")
    for (name, text) in files { #expect(try folder.read(name) == text) }
    try folder.write(patch.output, to: "patch")
    let below = try Command.run("check", "--diff", in: folder.path + "/sub")
    #expect(below.output == patch.output)
    let applied = try Command.shell(
      "rm -rf .git && git init -q && git -c core.whitespace=cr-at-eol apply patch", in: folder.path)
    #expect(applied.code == 0, "\(applied.messages)")
    for (name, text) in files {
      #expect(try folder.read(name) == text.replacing("Raeder", with: "Reader"))
    }
    let done = try check("--diff")
    #expect(done.code == 0)
    #expect(done.output.isEmpty)
    #expect(done.messages == "0 findings would be fixed\n")
  }

  @Test func gitAppliesTheDiffBelowTheTopAndBesideARepository() throws {
    try folder.write(
      "usecase B {\n    actor Raeder\n    status draft\n}\n", to: "sub/b.usecase")
    let patch = try Command.run("check", "--diff", in: folder.path + "/sub")
    #expect(patch.output.contains("\n--- a/sub/b.usecase\n"))
    try folder.write(patch.output, to: "sub/patch")
    let applied = try Command.shell(
      "cd .. && rm -rf .git && git init -q && cd sub && git apply patch", in: folder.path + "/sub")
    #expect(applied.code == 0, "\(applied.messages)")
    #expect(try folder.read("sub/b.usecase").contains("actor Reader"))
    #expect(try folder.read("a.usecase") == FixTests.misspelt)
    try FileManager.default.removeItem(atPath: folder.path + "/.git")
    let bare = try check("--diff")
    #expect(bare.output.hasPrefix("diff --git a/a.usecase b/a.usecase\n"))
    let elsewhere = try Command.run("check", "--diff", folder.path, in: "/usr")
    #expect(elsewhere.messages.hasPrefix("the paths of the patch begin in '\(folder.path)'\n"))
    #expect(elsewhere.output == bare.output)
    let refused = try check("--diff", "--output-file=x")
    #expect(refused.code == 2)
  }

  // MARK: What is left alone

  @Test func filesWithSyntaxErrorsAreLeftAlone() throws {
    let broken = "usecase B {\n    actor Raeder\n"
    try folder.write(broken, to: "b.usecase")
    let outcome = try check("--fix")
    #expect(outcome.code == 1)
    #expect(try folder.read("b.usecase") == broken)
    #expect(try folder.read("a.usecase") == FixTests.mended)
    #expect(
      outcome.messages.contains("\n'b.usecase' has syntax errors, so nothing in it was fixed\n"))
    #expect(!outcome.output.contains("= fix:"))
  }

  /// `Guest` would be what the extension lacks: one error for another is no improvement.
  @Test func aFixThatBringsAnErrorToLightIsNotApplied() throws {
    let text = """
      actor Reader
      usecase Order { actor Reader; status draft }
      usecase Help { extend Oder at Totals when "asked"; status draft }

      """.replacing(";", with: "\n")
    try folder.write(text, to: "a.usecase")
    let outcome = try check("--fix")
    #expect(outcome.code == 1)
    #expect(try folder.read("a.usecase") == text)
    #expect(
      outcome.messages.contains(
        "\n1 fix not applied: an error would appear that is not there now\n0 findings fixed\n"))
  }

  @Test func modesAndLinksStay() throws {
    let path = folder.path + "/a.usecase"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try folder.write(
      FixTests.unsure.replacing("Reader\n", with: "Raeder\n"), to: ".hidden/b.usecase")
    try folder.link("b.usecase", to: ".hidden/b.usecase")
    #expect(try check("--fix").code == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try folder.read(".hidden/b.usecase") == FixTests.unsure)
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path + "/b.usecase")
    #expect(target == ".hidden/b.usecase")
    #expect(!(try folder.names()).contains { $0.hasSuffix(".tmp") })
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func whatCannotBeWrittenStopsAll() throws {
    try folder.write("usecase B {\n    actor Raeder\n    status draft\n}\n", to: "sub/b.usecase")
    let sub = folder.path + "/sub"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: sub)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sub)
    }
    let outcome = try check("--fix")
    #expect(outcome.code == 2)
    #expect(try folder.read("a.usecase") == FixTests.misspelt)
  }

  // MARK: Standard input

  @Test func standardInput() throws {
    let text = "actor Reader\nusecase U {\n  actor Raeder\n  status draft\n}\n"
    let alone = try check("-", "--fix", input: text)
    #expect(alone.code == 0)
    #expect(alone.output == text.replacing("Raeder", with: "Reader"))
    #expect(alone.messages.hasSuffix("1 finding fixed in 1 file\n"))
    // The other file of the model is wrong, too, and is not to be touched.
    let within = try check(
      "-", "--fix", "--stdin-filename=b.usecase", "--output-format=concise",
      input: "usecase B {\n  actor Raeder\n  status draft\n}\n")
    #expect(within.code == 1)
    #expect(within.output == "usecase B {\n  actor Reader\n  status draft\n}\n")
    #expect(within.messages.hasPrefix("a.usecase:4:11: error: "))
    #expect(try folder.read("a.usecase") == FixTests.misspelt)
    #expect(try !folder.names().contains("b.usecase"))
    let broken = try check("-", "--fix", "--output-format=concise", input: "actor {\n")
    #expect(broken.code == 1)
    #expect(broken.output == "actor {\n")
    #expect(broken.messages.hasPrefix("<stdin>:1:"))
    let patch = try check("-", "--diff", "--stdin-filename=a.usecase", input: FixTests.misspelt)
    #expect(patch.code == 1)
    #expect(patch.output == (try check("--diff").output))
  }
}

/// `--report`: the whole model is analysed, and some files are reported on.
@Suite struct ReportedFilesTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "usecase.toml")
    try folder.write("actor Reader\n", to: "sub/a.usecase")
    try folder.write(
      "actor Cataloguer\nusecase U {\n    actor Reader\n    status draft\n}\n", to: "b.usecase")
    try folder.write("usecase V {\n    actor Reader\n    status drft\n}\n", to: "c.usecase")
  }

  private func check(_ arguments: String...) throws -> Outcome {
    try Command.run(["check", "--output-format=concise"] + arguments, in: folder.path)
  }

  @Test func onlySomeFilesAreReportedOn() throws {
    let outcome = try check("--report", "b.usecase", "sub")
    #expect(outcome.lines.count == 1)
    #expect(outcome.output.hasPrefix("b.usecase:1:7: warning: "))
    #expect(outcome.code == 1)
    #expect(try check("--report", "sub/a.usecase").code == 0)
    let last = try check(".", "--report", "c.usecase")
    #expect(last.output.contains(" [invalid-value]\n"))
    #expect(last.lines.allSatisfy { $0.hasPrefix("c.usecase:") })
  }

  @Test func onlyTheseAreFixed() throws {
    let text = try folder.read("c.usecase")
    #expect(try check("--fix", "--report", "b.usecase").code == 1)
    #expect(try folder.read("c.usecase") == text)
    let outcome = try check("--fix", "--report", "c.usecase")
    #expect(outcome.code == 0)
    #expect(try folder.read("c.usecase") == text.replacing("drft", with: "draft"))
  }

  @Test func filesThatAreNotChecked() throws {
    try folder.write("edition = 1\n", to: "other/usecase.toml")
    try folder.write("actor A\n", to: "other/a.usecase")
    let foreign = try check("sub", "--report", "other/a.usecase")
    #expect(foreign.code == 2)
    #expect(foreign.messages == "error: 'other/a.usecase' does not belong to what is checked\n")
    #expect(try check(".", "--report", "other/a.usecase").messages == "1 warning in 4 files\n")
    #expect(try check(".", "--report", "missing.usecase").code == 2)
    let both = try check("--report", "other/a.usecase", "sub/a.usecase")
    #expect(both.lines.allSatisfy { $0.hasPrefix("other/a.usecase:") })
    #expect(both.messages.hasPrefix("1 warning in 4 files\n"))
  }
}
