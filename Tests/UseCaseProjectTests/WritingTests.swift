import Foundation
import TestSupport
import Testing
import UseCaseProject

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
