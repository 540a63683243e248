import Foundation
import Testing
import UseCaseProject

@Suite struct OutputFolderTests {
  /// A folder of its own for each test, removed at the end.
  private final class Scratch {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("usecase-output-\(UUID().uuidString)").path

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ file: String) -> String? {
      try? String(contentsOfFile: path + "/" + file, encoding: .utf8)
    }

    func put(_ text: String, _ file: String) throws {
      try text.write(toFile: path + "/" + file, atomically: false, encoding: .utf8)
    }
  }

  private func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8))
  }

  @Test func writesLeavesAloneAndRemoves() throws {
    let scratch = try Scratch()
    let folder = scratch.path + "/a/b"
    let first = try OutputFolder(folder).write([file("x.css", "1"), file("p/q.html", "2")])
    #expect(first == OutputFolder.Summary(written: 2))
    #expect(scratch.text("a/b/p/q.html") == "2")
    let second = try OutputFolder(folder).write([file("x.css", "1"), file("n.html", "3")])
    #expect(second == OutputFolder.Summary(written: 1, unchanged: 1, removed: 1))
    #expect(scratch.text("a/b/p/q.html") == nil)
    #expect(!FileManager.default.fileExists(atPath: folder + "/p"))
    #expect(scratch.text("a/b/n.html") == "3")
  }

  @Test func keepsTheTimeOfUnchangedFiles() throws {
    let scratch = try Scratch()
    _ = try OutputFolder(scratch.path).write([file("x", "1")])
    let old = Date(timeIntervalSince1970: 1_000_000)
    let path = scratch.path + "/x"
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    _ = try OutputFolder(scratch.path).write([file("x", "1")])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.modificationDate] as? Date == old)
  }

  @Test func neverTouchesWhatItDidNotWrite() throws {
    let scratch = try Scratch()
    try scratch.put("mine", "index.html")
    try scratch.put("mine, too", "notes.txt")
    #expect(throws: ProjectError.self) {
      try OutputFolder(scratch.path).write([file("index.html", "theirs")])
    }
    #expect(scratch.text("index.html") == "mine")
    _ = try OutputFolder(scratch.path).write([file("other.html", "1")])
    _ = try OutputFolder(scratch.path).write([])
    #expect(scratch.text("notes.txt") == "mine, too")
    #expect(scratch.text("other.html") == nil)
  }

  @Test func goesOnAfterARunThatWasCutShort() throws {
    let scratch = try Scratch()
    try scratch.put("usecase output 1\nindex.html\nlost.html\n", ".usecase-manifest")
    try scratch.put("half of the run", "index.html")
    let summary = try OutputFolder(scratch.path).write([file("index.html", "whole")])
    #expect(summary.written == 1)
    #expect(scratch.text("index.html") == "whole")
  }

  @Test func aManifestNeverLeadsOutside() throws {
    let scratch = try Scratch()
    try scratch.put("keep", "precious")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/site", withIntermediateDirectories: true)
    try scratch.put(
      "usecase output 1\n../precious\n\(scratch.path)/precious\n", "site/.usecase-manifest")
    _ = try OutputFolder(scratch.path + "/site").write([file("a", "1")])
    #expect(scratch.text("precious") == "keep")
  }

  @Test func neverWritesThroughALink() throws {
    let scratch = try Scratch()
    for folder in ["site", "elsewhere"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/site/pages", withDestinationPath: scratch.path + "/elsewhere")
    #expect(throws: ProjectError.self) {
      try OutputFolder(scratch.path + "/site").write([file("pages/a.html", "1")])
    }
    #expect(scratch.text("elsewhere/a.html") == nil)
  }

  @Test func saysWhichPathIsInTheWay() throws {
    let scratch = try Scratch()
    try scratch.put("a file", "site")
    do {
      _ = try OutputFolder(scratch.path + "/site/deeper")
      Issue.record("a file was taken for a folder")
    } catch {
      #expect(error.message.contains("'\(scratch.path)/site' is no folder"))
    }
  }

  @Test func refusesTheManifestOfANewerVersion() throws {
    let scratch = try Scratch()
    try scratch.put("usecase output 2\nindex.html\n", ".usecase-manifest")
    #expect(throws: ProjectError.self) { try OutputFolder(scratch.path) }
  }
}
