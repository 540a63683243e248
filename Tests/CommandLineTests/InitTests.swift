import Foundation
import TestSupport
import Testing

/// `init`: what it writes stands up to every other command; what is there stays.
@Suite struct InitTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., in path: String = "") throws -> Outcome {
    try Command.run(arguments, in: folder.path + path)
  }

  private static let names = ["journey.usecase", "model.usecase", "usecase.toml"]

  @Test func theModelIsCleanFormattedDrawnAndBuilt() throws {
    let outcome = try run("init")
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("wrote 'usecase.toml'\nwrote 'model.usecase'\n"))
    #expect(try folder.names() == InitTests.names)
    // The day of the tests, and a year later.
    for day in ["2026-07-01", "2027-07-01"] {
      let checked = try run("check", "--fail-on=info", "--today", day)
      #expect(checked.code == 0, "\(checked.output)")
      #expect(checked.messages == "no findings in 2 files\n")
    }
    #expect(try run("format", "--check").code == 0)
    #expect(try run("build", "-o", "site").code == 0)
    #expect(try folder.names().contains("site/index.html"))
    for arguments in [["use-cases"], ["flow", "OrderCake"], ["journey"]] {
      let drawn = try Command.run(["draw"] + arguments, in: folder.path)
      #expect(drawn.output.hasPrefix("<svg "), "\(arguments): \(drawn.messages)")
    }
  }

  @Test func whatItSaysToDoNextWorks() throws {
    let outcome = try run("init", "my model/one")
    let commands = outcome.messages.split(separator: "\n").filter { $0.hasPrefix("  usecase ") }
    #expect(commands.count == 3)
    for line in commands {
      // What the command is for stands behind two spaces.
      let words = line.dropFirst("  usecase".count).components(separatedBy: "  ")[0]
      let result = try Command.shell("\"$USECASE\"\(words)", in: folder.path)
      #expect(result.code == 0, "\(words): \(result.messages)")
    }
    #expect(try folder.names().contains("flow.svg"))
    #expect(try folder.names().contains("site/index.html"))
  }

  @Test(arguments: [
    ("usecase.toml", "'usecase.toml'"), ("mine.usecase", "'mine.usecase'"),
    (".pre-commit-config.yaml", "'.pre-commit-config.yaml'"),
  ])
  func nothingIsReplaced(file: String, named: String) throws {
    try folder.write("mine\n", to: file)
    let outcome = try run("init", "--hooks")
    #expect(outcome.code == 2)
    #expect(
      outcome.messages == """
        error: nothing was written, because there is \(named) already
        help: name another folder: 'usecase init FOLDER'

        """)
    #expect(try folder.names() == [file])
    #expect(try folder.read(file) == "mine\n")
  }

  @Test func linksThatLeadNowhereAreNotWrittenThrough() throws {
    try folder.link("model.usecase", to: "nowhere.usecase")
    #expect(try run("init").code == 2)
    #expect(try folder.names() == ["model.usecase"])
  }

  @Test func whatIsWantedBesideStandsAtTheRepositorysRoot() throws {
    try folder.makeFolder("inner")
    let outcome = try run("init", "it's", "--hooks", "--ci", "github", in: "/inner")
    #expect(outcome.code == 0, "\(outcome.messages)")
    let names = try folder.names().filter { !$0.hasSuffix("it's") && $0.contains(".") }
    #expect(
      names == [
        ".github", ".github/workflows", ".github/workflows/usecase.yml", ".pre-commit-config.yaml",
      ] + InitTests.names.map { "inner/it's/" + $0 })
    #expect(outcome.messages.contains("wrote '../.github/workflows/usecase.yml'\n"))
    #expect(try folder.read(names[2]).contains("model: 'inner/it''s'\n"))
    let more = try run("init", "other", "--ci=gitlab", "-q")
    #expect(more.code == 0)
    #expect(more.messages.isEmpty)
    #expect(try folder.read(".gitlab-ci.yml").contains("model: 'other'\n"))
    #expect(try run("check", "--fail-on=info").messages == "no findings in 4 files\n")
  }

  @Test func aFileInPlaceOfTheFolder() throws {
    try folder.write("", to: "file")
    let outcome = try run("init", "file")
    #expect(outcome.code == 2)
    #expect(outcome.messages == "error: cannot write to 'file': 'file' is no folder\n")
  }
}
