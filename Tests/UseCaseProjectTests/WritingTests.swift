import Foundation
import TestSupport
import Testing

@testable import UseCaseProject

@Suite struct WritingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func status(_ path: String) throws -> (mode: Int, number: Int) {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
    return (
      attributes[.posixPermissions] as? Int ?? 0, attributes[.systemFileNumber] as? Int ?? 0
    )
  }

  private func write(_ text: String, _ path: String) throws -> WriteResult {
    try Disk().write(Array(text.utf8), to: folder.path + "/" + path)
  }

  @Test func newFilesAndChangedFiles() throws {
    #expect(try write("one", "a") == .written)
    #expect(try write("two", "a") == .written)
    #expect(try folder.read("a") == "two")
    #expect(try folder.names() == ["a"])
  }

  @Test func unchangedFilesAreNotTouched() throws {
    _ = try write("one", "a")
    let before = try status("a").number
    #expect(try write("one", "a") == .unchanged)
    #expect(try status("a").number == before)
  }

  @Test func theModeIsKept() throws {
    _ = try write("one", "a")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o751], ofItemAtPath: folder.path + "/a")
    _ = try write("two", "a")
    #expect(try status("a").mode == 0o751)
  }

  @Test func linksAndFoldersAreNotWrittenTo() throws {
    _ = try write("one", "a")
    try folder.link("link", to: "a")
    try folder.makeFolder("b")
    for (path, reason) in [("link", "symbolic link"), ("b", "folder"), ("c/d", "not exist")] {
      #expect {
        _ = try write("two", path)
      } throws: { error in
        let message = (error as? ProjectError)?.message ?? ""
        return message.contains("'\(folder.path)/\(path)'") && message.contains(reason)
      }
    }
    #expect(try folder.read("a") == "one")
    #expect(try folder.names() == ["a", "b", "link"])
  }
}

/// New texts in the place of a model's files.
@Suite struct FixWritingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func changes(_ paths: String...) -> [TextChange] {
    paths.map { TextChange(path: $0, old: Array("actor A\n".utf8), new: Array("actor B\n".utf8)) }
  }

  private func model() throws -> ModelFolder { try ModelFolder(at: folder.path, on: Disk()) }

  @Test func aFileThatChangedIsNotOverwritten() throws {
    try folder.write("actor A\n", to: "a.usecase")
    try folder.write("actor A\n", to: "b.usecase")
    let model = try model()
    try folder.write("actor C\n", to: "b.usecase")
    #expect(throws: ProjectError.self) {
      try Disk().write(changes("a.usecase", "b.usecase"), in: model)
    }
    #expect(try folder.read("a.usecase") == "actor A\n")
    #expect(try folder.read("b.usecase") == "actor C\n")
    try Disk().write(changes("a.usecase"), in: model)
    #expect(try folder.read("a.usecase") == "actor B\n")
  }

  /// The second file cannot be written, for a folder has the name of the one beside it.
  @Test func whereOneCannotBeWrittenNoneIs() throws {
    try folder.write("actor A\n", to: "a.usecase")
    try folder.write("actor A\n", to: "sub/b.usecase")
    let taken = TemporaryFile(for: folder.path + "/sub/b.usecase").path
    try folder.makeFolder("sub/" + Path.name(of: taken))
    let model = try model()
    #expect(throws: ProjectError.self) {
      try Disk().write(changes("a.usecase", "sub/b.usecase"), in: model)
    }
    #expect(try folder.read("a.usecase") == "actor A\n")
    #expect(try folder.read("sub/b.usecase") == "actor A\n")
  }

  @Test func nothingIsWrittenThroughALinkThatLeadsOut() throws {
    let other = try TemporaryFolder()
    try other.write("actor A\n", to: "a.usecase")
    try folder.write("actor A\n", to: "a.usecase")
    try folder.write("actor A\n", to: "sub/a.usecase")
    let model = try model()
    try FileManager.default.removeItem(atPath: folder.path + "/sub")
    try folder.link("sub", to: other.path)
    #expect(throws: ProjectError.self) {
      try Disk().write(changes("a.usecase", "sub/a.usecase"), in: model)
    }
    #expect(try other.read("a.usecase") == "actor A\n")
    #expect(try folder.read("a.usecase") == "actor A\n")
  }
}
