import Foundation
import TestSupport
import Testing

/// What happens where output goes, or cannot go.
@Suite struct StreamTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("actor Reader {\n", to: "a.usecase")
  }

  @Test(arguments: [["check", "a.usecase"], ["rules"], ["--help"], ["completions", "bash"]])
  func aClosedPipeEndsItQuietly(arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try run(arguments, pipe.fileHandleForWriting)
    #expect(outcome.hasExited)
    #expect(outcome.code == 2)
    #expect(outcome.messages.isEmpty)
  }

  @Test(arguments: [
    ["check", "a.usecase"], ["rules"], ["--version"], ["explain", "unused-allow"],
  ])
  func aFullDeviceIsAnError(arguments: [String]) throws {
    guard let device = FileHandle(forWritingAtPath: "/dev/full") else { return }
    let outcome = try run(arguments, device)
    #expect(outcome.code == 2)
    #expect(
      outcome.messages == "error: cannot write to standard output: no space is left on the disk\n")
  }

  private func run(_ arguments: [String], _ output: FileHandle) throws -> Outcome {
    try Command.run(arguments, in: folder.path, output: output)
  }

  @Test func closedStandardOutputIsAnError() throws {
    let outcome = try Command.shell("\"$USECASE\" check a.usecase >&-", in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.messages.hasPrefix("error: cannot write to standard output: "))
  }

  @Test(arguments: [
    ([:], false), (["NO_COLOR": "1", "FORCE_COLOR": "1"], false), (["FORCE_COLOR": "1"], true),
    (["CLICOLOR_FORCE": "1"], true), (["FORCE_COLOR": "0"], false), (["NO_COLOR": ""], false),
    (["TERM": "dumb", "FORCE_COLOR": "1"], true),
  ])
  func coloursInAFile(environment: [String: String], isColored: Bool) throws {
    let outcome = try Command.run(
      "check", "a.usecase", in: folder.path, environment: environment)
    #expect(outcome.output.contains("\u{1B}[") == isColored)
  }

  @Test func theFlagLeads() throws {
    let always = try Command.run(
      "check", "a.usecase", "--color=always", in: folder.path, environment: ["NO_COLOR": "1"])
    #expect(always.output.contains("\u{1B}["))
    let never = try Command.run(
      "check", "a.usecase", "--color=never", in: folder.path, environment: ["FORCE_COLOR": "1"])
    #expect(!never.output.contains("\u{1B}["))
  }

  @Test(arguments: [
    (["TERM": "xterm"], true), (["TERM": "dumb"], false),
    (["TERM": "xterm", "NO_COLOR": "1"], false),
  ])
  func coloursOnATerminal(environment: [String: String], isColored: Bool) throws {
    // `script` runs it on a terminal of its own; every Debian has it.
    let outcome = try Command.shell(
      "script -qec '\"$USECASE\" check a.usecase' /dev/null </dev/null", in: folder.path,
      environment: environment)
    #expect(outcome.output.contains("[syntax]"), "\(outcome.messages)")
    #expect(outcome.output.contains("\u{1B}[") == isColored)
  }

  @Test func aFullDiskLeavesTheFileAsItWas() throws {
    try folder.write("actor   Reader\n", to: "a.usecase")
    let outcome = try Command.shell(
      "trap '' XFSZ; ulimit -f 0; \"$USECASE\" format a.usecase 2>/dev/full", in: folder.path)
    #expect(outcome.code == 2)
    #expect(try folder.read("a.usecase") == "actor   Reader\n")
    #expect(try folder.names() == ["a.usecase"])
  }
}
