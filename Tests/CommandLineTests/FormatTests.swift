import Foundation
import TestSupport
import Testing

/// `format`: what it writes, and what it leaves alone.
@Suite struct FormatTests {
  let folder: TemporaryFolder
  static let untidy = "actor   Reader\n\nusecase Read{\nactor Reader\n}\n"
  static let tidy = "actor Reader\n\nusecase Read {\n    actor Reader\n}\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(FormatTests.untidy, to: "a.usecase")
    try folder.write(FormatTests.tidy, to: "sub/b.usecase")
  }

  @Test(arguments: ["format", "fmt"]) func filesAreLaidOut(command: String) throws {
    let outcome = try Command.run(command, in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages == "1 file changed, 1 file left as it was\n")
    #expect(try folder.read("a.usecase") == FormatTests.tidy)
    #expect(try folder.names() == ["a.usecase", "sub", "sub/b.usecase"])
  }

  @Test func checkNamesWhatWouldChange() throws {
    let outcome = try Command.run("format", "--check", ".", in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.output == "a.usecase\n")
    #expect(try folder.read("a.usecase") == FormatTests.untidy)
    #expect(try Command.run("format", "--check", "sub", in: folder.path).code == 0)
  }

  @Test func gitAppliesTheDiff() throws {
    var long = (0..<60).map { "actor A\($0)\n" }
    for index in [0, 3, 30, 59] { long[index] = "actor    A\(index)\n" }
    try folder.write(long.joined(), to: "sub/with blank.usecase")
    try folder.write("actor   \"Ä\"\\", to: "sub/broken.usecase")
    try folder.write("actor B\nactor   C", to: "sub/ünïcode \"quoted\".usecase")
    let patch = try Command.run("format", "--diff", ".", in: folder.path)
    #expect(patch.code == 1)
    try FileManager.default.removeItem(atPath: folder.path + "/sub/broken.usecase")
    let shown = try Command.run("format", "--diff", ".", in: folder.path)
    try folder.write(shown.output, to: "patch")
    let applied = try Command.shell(
      "rm -rf .git && git init -q && git apply patch", in: folder.path)
    #expect(applied.code == 0, "\(applied.messages)")
    let applicable = ["a", "sub/with blank", "sub/ünïcode \"quoted\""].map { $0 + ".usecase" }
    let byPatch = try applicable.map { try folder.read($0) }
    #expect(byPatch[0] == FormatTests.tidy)
    #expect(byPatch[2] == "actor B\nactor C\n")
    #expect(try Command.run("format", "--check", in: folder.path).code == 0)
  }

  @Test func filesWithSyntaxErrorsAreLeftAlone() throws {
    try folder.write("actor   A {\n", to: "sub/b.usecase")
    let outcome = try Command.run("format", in: folder.path)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains(" --> sub/b.usecase:1:11\n"))
    #expect(try folder.read("sub/b.usecase") == "actor   A {\n")
    #expect(try folder.read("a.usecase") == FormatTests.tidy)
    #expect(outcome.messages == "1 file changed, 1 file not formatted\n")
  }

  @Test func standardInput() throws {
    let outcome = try Command.run("format", "-", in: folder.path, input: FormatTests.untidy)
    #expect(outcome.code == 0)
    #expect(outcome.output == FormatTests.tidy)
    let broken = try Command.run(
      "format", "-", "--stdin-filename", "x.usecase", in: folder.path, input: "actor A {")
    #expect(broken.code == 1)
    #expect(broken.output.isEmpty)
    #expect(broken.messages.contains(" --> x.usecase:1:9\n"))
    let check = try Command.run("format", "-", "--check", input: FormatTests.untidy)
    #expect(check.code == 1)
    #expect(try Command.run("format", "-", "--check", input: FormatTests.tidy).code == 0)
  }

  @Test func theModeIsKept() throws {
    let path = folder.path + "/a.usecase"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try Command.run("format", "a.usecase", in: folder.path).code == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func linksAreNotWrittenThrough() throws {
    try folder.link("link.usecase", to: "a.usecase")
    let outcome = try Command.run("format", "link.usecase", in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.messages.hasPrefix("error: cannot write 'link.usecase': it is a symbolic link"))
    #expect(try folder.read("a.usecase") == FormatTests.untidy)
  }

  @Test func pathsThatAreNotThere() throws {
    let missing = try Command.run("format", "missing", in: folder.path)
    #expect(missing.code == 2)
    #expect(missing.messages == "error: there is no file or folder 'missing'\n")
    try folder.makeFolder("empty")
    #expect(try Command.run("format", "empty", in: folder.path).code == 2)
  }
}
