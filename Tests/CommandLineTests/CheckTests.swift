import Foundation
import TestSupport
import Testing

/// `check`: exit codes, streams, formats, paths.
@Suite struct CheckTests {
  let folder: TemporaryFolder

  /// A model without errors or warnings, one with a syntax error, and one with a warning.
  private static let good = "actor Reader\nusecase Read {\nactor Reader\nstatus draft\n}\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "good/usecase.toml")
    try folder.write(CheckTests.good, to: "good/a.usecase")
    try folder.write("edition = 1\n", to: "bad/usecase.toml")
    try folder.write("actor Reader {\n", to: "bad/a.usecase")
    try folder.write("edition = 1\n", to: "odd/usecase.toml")
    try folder.write("actor Reader\n", to: "odd/sub/a.usecase")
  }

  private func check(_ arguments: String..., input: String? = nil) throws -> Outcome {
    try Command.run(["check"] + arguments, in: folder.path, input: input)
  }

  @Test func withoutErrorsItIsSilentAndExitsWith0() throws {
    let outcome = try check("good")
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("error"))
    #expect(outcome.messages.hasSuffix("in 1 file\n"))
  }

  @Test func findingsGoToStandardOutputAndTheSummaryBeside() throws {
    let outcome = try check("bad")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("error[syntax]: "))
    #expect(outcome.output.contains(" --> bad/a.usecase:1:14\n"))
    #expect(outcome.messages.contains("1 error"))
    #expect(try Command.run("check", "bad", "-q", in: folder.path).messages.isEmpty)
  }

  @Test(arguments: [("warning", 1), ("info", 1), ("error", 0), ("never", 0)])
  func theSeverityThatFails(level: String, code: Int32) throws {
    #expect(try check("odd", "--fail-on=\(level)").code == code)
  }

  @Test func warningsFailUnlessSaidOtherwise() throws {
    #expect(try Command.run("check", "odd", in: folder.path).code == 1)
    #expect(try Command.run("check", "bad", "--fail-on=never", in: folder.path).code == 0)
  }

  @Test func concise() throws {
    let outcome = try check("bad", "--output-format=concise")
    #expect(outcome.code == 1)
    let line = outcome.lines.first { $0.hasSuffix(" [syntax]") }
    #expect(line?.hasPrefix("bad/a.usecase:1:14: error: ") == true)
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("bad/a.usecase:1:") })
  }

  @Test(arguments: ["good", "bad"]) func json(model: String) throws {
    let outcome = try check(model, "--output-format=json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let findings = (object as? [String: Any])?["findings"] as? [[String: Any]]
    let files = findings?.filter { $0["severity"] as? String == "error" }
      .map { $0["file"] as? String }
    #expect(files == (model == "bad" ? ["bad/a.usecase"] : []))
  }

  @Test func findingsToAFile() throws {
    let outcome = try check("bad", "--output-file=report.txt")
    #expect(outcome.code == 1)
    #expect(outcome.output.isEmpty)
    #expect(try folder.read("report.txt").contains("error[syntax]: "))
    let failed = try check("bad", "--output-file=missing/report.txt")
    #expect(failed.code == 2)
    #expect(failed.messages == "error: cannot write 'missing/report.txt': it does not exist\n")
  }

  @Test func aModelIsCheckedOnceAndPathsLeadToIt() throws {
    let outcome = try check("odd/sub/a.usecase", "odd/sub")
    #expect(outcome.lines.filter { $0.contains("--> odd/sub/a.usecase") }.count == 1)
    let inside = try Command.run(
      "check", "--output-format=concise", in: folder.path + "/odd/sub")
    #expect(inside.lines.contains { $0.hasPrefix("a.usecase:1:7: ") })
    let absolute = try Command.run(
      "check", folder.path + "/odd", "--output-format=concise", in: "/")
    #expect(absolute.lines.contains { $0.contains("odd/sub/a.usecase:1:7: ") })
  }

  @Test func severalModels() throws {
    let outcome = try check("good", "bad")
    #expect(outcome.code == 1)
    #expect(outcome.messages.contains("in 2 files"))
  }

  @Test func standardInput() throws {
    let alone = try check(
      "-", "--output-format=concise", input: "usecase U { actor A }\nactor A {\n")
    #expect(alone.code == 1)
    #expect(alone.lines.contains { $0.hasPrefix("<stdin>:2:9: error: ") })
    let within = try Command.run(
      "check", "-", "--stdin-filename", "good/a.usecase", "--output-format=concise",
      in: folder.path, input: "usecase U { actor B }\nactor B {\n")
    #expect(within.lines.contains { $0.hasPrefix("good/a.usecase:2:9: error: ") })
    let new = try Command.run(
      "check", "-", "--stdin-filename", "good/new.usecase", "--fail-on=error", in: folder.path,
      input: "usecase Write { actor Reader }\n")
    #expect(new.code == 0)
    #expect(new.messages.contains("in 2 files"))
    #expect(try folder.names().contains("good/new.usecase") == false)
  }

  @Test(arguments: [
    ("missing", "error: there is no file or folder 'missing'\n"),
    (
      "good/usecase.toml", "error: 'good/usecase.toml' is no '.usecase' file\n"
    ),
  ])
  func pathsThatAreNoModel(path: String, message: String) throws {
    let outcome = try check(path)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == message)
  }

  @Test func aFolderWithoutFiles() throws {
    try folder.makeFolder("empty")
    let outcome = try check("empty")
    #expect(outcome.code == 2)
    #expect(
      outcome.messages == """
        error: there are no '.usecase' files in 'empty'
        help: 'usecase init' writes a small model to begin with

        """)
    #expect(try Command.run("check", in: folder.path + "/empty").code == 2)
  }

  @Test func aFileInTheCompanyOfOthers() throws {
    try folder.write("actor Reader\nusecase Lend { actor Reader }\n", to: "loose/mine.usecase")
    try folder.write("actor Reader\n", to: "loose/theirs/other.usecase")
    let note = """
      note: all 2 files below '\(folder.path)/loose' were read as one model, because no \
      'usecase.toml' says where it begins; '--report' chooses whose findings are shown

      """
    #expect(try check("loose/mine.usecase").messages.hasSuffix(note))
    // Whoever names the folder knows, and so does whoever sees findings of that file only.
    #expect(try !check("loose").messages.contains("note:"))
    #expect(try !check("--report", "loose/mine.usecase").messages.contains("note:"))
    try folder.write("edition = 1\n", to: "loose/usecase.toml")
    #expect(try !check("loose/mine.usecase").messages.contains("note:"))
  }

  @Test func withoutPathsEveryModelBelowIsChecked() throws {
    let outcome = try check("--output-format=concise")
    #expect(outcome.code == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("bad/a.usecase:1:14: error: ") })
    #expect(outcome.lines.contains { $0.hasPrefix("odd/sub/a.usecase:1:7: ") })
    #expect(outcome.messages.contains("in 3 files"))
    #expect(try check("--report", "good/a.usecase").code == 0)
    // What is about one model wants one to be named.
    let built = try Command.run("build", "-o", "site", in: folder.path)
    #expect(built.code == 2)
    #expect(
      built.messages.hasSuffix(
        "help: name one of the models in it: 'bad', 'good', 'odd'\n"), "\(built.messages)")
  }

  @Test func aFolderInPlaceOfAFile() throws {
    try folder.makeFolder("good/usecase.toml.usecase")
    #expect(try check("good").code == 0)
    try folder.write("edition = 1\nedtion = 2", to: "odd/usecase.toml")
    let outcome = try check("odd")
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("odd/usecase.toml:2:1: there is no setting 'edtion'\n"))
    #expect(outcome.messages.contains("help: did you mean 'edition'?\n"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read every file"))
  func aFileThatMayNotBeRead() throws {
    let path = folder.path + "/good/a.usecase"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try check("good")
    #expect(outcome.code == 2)
    #expect(outcome.messages == "error: cannot read '\(path)': permission denied\n")
  }

  @Test func unsafeNamesAreShownEscaped() throws {
    try folder.write("actor A {\n", to: "\u{1B}[31m/a.usecase")
    let outcome = try check("\u{1B}[31m")
    #expect(outcome.output.contains("\\u{1B}[31m/a.usecase"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try !check("\u{1B}[2J").messages.contains("\u{1B}"))
  }

  @Test func verboseSaysWhatWasRead() throws {
    let outcome = try check("good", "-v")
    #expect(outcome.messages.hasPrefix("read the model in '\(folder.path)/good': 1 file"))
  }
}

/// The reports of `check` that are not for people, and its table of rules.
@Suite struct ReportTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "usecase.toml")
    try folder.write(
      "actor Reader\nactor Lender\nusecase Read {\n    actor Reader\n    status drft\n}\n",
      to: "a.usecase")
  }

  private func check(_ arguments: String...) throws -> Outcome {
    try Command.run(["check"] + arguments, in: folder.path)
  }

  static let formats = ["json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"]

  @Test(arguments: formats) func everyFormatNamesTheFinding(format: String) throws {
    let outcome = try check("--output-format", format)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("invalid-value"))
    #expect(outcome.output == (try check("--output-format", format)).output)
    let file = try check("--output-format", format, "--output-file=report", "-q")
    #expect(file.output.isEmpty)
    #expect(try folder.read("report") == outcome.output)
  }

  @Test func sarifKnowsTheProgramAndItsRules() throws {
    let outcome = try check("--output-format=sarif")
    let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let run = (log?["runs"] as? [[String: Any]])?.first
    let driver = (run?["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let version = try Command.run("--version").output
    #expect(driver?["version"] as? String == version.split(separator: "\n").first.map(String.init))
    let rules = (driver?["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
    #expect(rules.first == "syntax")
    #expect(rules.contains("invalid-value"))
    let listed = try Command.run("rules", "--format=json").output
    #expect(rules.dropFirst().allSatisfy { listed.contains("\"\($0)\"") })
  }

  @Test func junitFailsWhereTheCommandDoes() throws {
    #expect(try check("--output-format=junit").output.contains(" failures=\"3\""))
    let never = try check("--output-format=junit", "--fail-on=never")
    #expect(never.code == 0)
    #expect(!never.output.contains("<failure"))
  }

  @Test func statistics() throws {
    let outcome = try check("--statistics")
    #expect(outcome.code == 1)
    #expect(outcome.lines.first == "severity  findings  fixable  unsafely  rule")
    #expect(outcome.lines.contains("error            1        1         0  invalid-value"))
    #expect(outcome.messages.contains("1 finding can be fixed with '--fix'\n"))
    let refused = try check("--statistics", "--output-format=sarif")
    #expect(refused.code == 2)
    #expect(refused.messages.hasPrefix("error: '--statistics' is a table for people; "))
  }

  @Test func aMisspeltFormat() throws {
    let outcome = try check("--output-format=sarf")
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("did you mean 'sarif'?"))
  }
}
