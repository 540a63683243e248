import Foundation
import TestSupport
import Testing
import UseCaseSyntax

@testable import UseCaseProject

/// Changes are noticed however a file is saved, and what does not matter is not.
@Suite struct FolderWatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("actor A", to: "a.usecase")
  }

  private func watch(_ method: FolderWatch.Method) -> FolderWatch {
    let watch = FolderWatch(method)
    #expect(watch.observe([folder.path]))
    return watch
  }

  private func sees(
    _ method: FolderWatch.Method, _ change: () throws -> Void
  ) throws -> Bool {
    let watch = watch(method)
    try change()
    let isSeen = watch.hasChange(within: .milliseconds(300))
    while watch.hasChange(within: .milliseconds(50)) {}
    #expect(!watch.hasChange(within: .milliseconds(1)))
    return isSeen
  }

  private func rename(_ old: String, _ new: String) throws {
    let old = folder.url.appending(path: old).path
    let new = folder.url.appending(path: new).path
    #expect(Foundation.rename(old, new) == 0)
  }

  @Test(arguments: [FolderWatch.Method.events, .looking])
  func filesThatAreNamedCountToo(method: FolderWatch.Method) throws {
    let watch = watch(method)
    #expect(watch.observe([folder.path], naming: ["about.md"]))
    #expect(!watch.observe([folder.path], naming: ["about.md"]))
    try folder.write("# Other", to: "other.md")
    #expect(!watch.hasChange(within: .milliseconds(300)))
    try folder.write("# About", to: "about.md")
    #expect(watch.hasChange(within: .milliseconds(300)))
  }

  @Test(arguments: [FolderWatch.Method.events, .looking])
  func everyWayToSaveIsSeen(method: FolderWatch.Method) throws {
    let path = folder.url.appending(path: "a.usecase")
    #expect(try sees(method) { try Data("actor BB".utf8).write(to: path) })
    #expect(try sees(method) { try Data("actor CCC".utf8).write(to: path, options: .atomic) })
    #expect(
      try sees(method) {
        let file = try FileHandle(forWritingTo: path)
        try file.seekToEnd()
        try file.write(contentsOf: Data("\nactor D".utf8))
        try file.close()
      })
    // As editors do that keep a copy: the old file steps aside, a new one takes its place.
    #expect(
      try sees(method) {
        try rename("a.usecase", "a.usecase~")
        try folder.write("actor E", to: "a.usecase")
      })
    #expect(
      try sees(method) {
        try folder.write("actor FF", to: ".a.usecase.new")
        try rename(".a.usecase.new", "a.usecase")
      })
    #expect(try sees(method) { try folder.write("actor G", to: "b.usecase") })
    #expect(try sees(method) { try rename("b.usecase", "c.usecase") })
    #expect(
      try sees(method) {
        try FileManager.default.removeItem(at: folder.url.appending(path: "c.usecase"))
      })
    #expect(try sees(method) { try folder.write("edition = 1\n", to: "usecase.toml") })
    #expect(try sees(method) { try folder.makeFolder("below") })
  }

  @Test(arguments: [FolderWatch.Method.events, .looking])
  func whatIsNoPartOfAModelIsNotSeen(method: FolderWatch.Method) throws {
    #expect(
      try !sees(method) {
        try folder.write("x", to: ".a.usecase.swp")
        try folder.write("x", to: "a.usecase~")
        try folder.write("x", to: "4913")
        try folder.write("x", to: "notes.md")
        try folder.makeFolder(".git/objects")
        try folder.makeFolder("build")
      })
  }

  @Test func aFolderThatComesBackIsObservedAgain() throws {
    let watch = watch(.events)
    try FileManager.default.removeItem(at: folder.url)
    #expect(watch.hasChange(within: .seconds(2)))
    #expect(!watch.observe([folder.path]))
    try folder.write("actor A", to: "a.usecase")
    #expect(watch.hasChange(within: .milliseconds(10)))
    _ = watch.observe([folder.path])
    while watch.hasChange(within: .milliseconds(50)) {}
    try folder.write("actor B", to: "a.usecase")
    #expect(watch.hasChange(within: .seconds(2)))
  }

  @Test func aBurstIsOneChange() throws {
    let watch = watch(.events)
    for number in 0..<200 { try folder.write("actor A\(number)", to: "f\(number).usecase") }
    watch.wait()
    #expect(!watch.hasChange(within: .milliseconds(1)))
  }
}

/// The model is read again where it differs, and only there.
@Suite struct WatchedModelTests {
  private let folder: TemporaryFolder
  private let model: WatchedModel

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("edition = 1\n", to: "usecase.toml")
    try folder.write("actor A", to: "a.usecase")
    try folder.write("actor B", to: "below/b.usecase")
    model = WatchedModel(at: folder.path)
  }

  private func titles(_ outcome: WatchedModel.Outcome?) throws -> [String]? {
    try outcome?.get().model.elements.map(\.title)
  }

  @Test func whatIsTheSameIsNotReadAgain() throws {
    #expect(try titles(model.read(today: nil)) == ["A", "B"])
    #expect(model.read(today: nil) == nil)
    try folder.write("actor A", to: "a.usecase")
    #expect(model.read(today: nil) == nil)
    try folder.write("actor C", to: "a.usecase")
    #expect(try titles(model.read(today: nil)) == ["C", "B"])
    #expect(model.read(today: nil) == nil)
    #expect(model.read(today: CalendarDate("2026-07-01")) != nil)
  }

  @Test func filesFoldersAndSettingsMayComeAndGo() throws {
    _ = model.read(today: nil)
    try folder.write("actor D", to: "new/d.usecase")
    #expect(try titles(model.read(today: nil)) == ["A", "B", "D"])
    try FileManager.default.removeItem(at: folder.url.appending(path: "below"))
    #expect(try titles(model.read(today: nil)) == ["A", "D"])
    try folder.write("edition = 1\nexclude = [\"new\"]\n", to: "usecase.toml")
    #expect(try titles(model.read(today: nil)) == ["A"])
  }

  @Test func aModelThatCannotBeReadIsSaidOnceAndComesBack() throws {
    _ = model.read(today: nil)
    try folder.write("edition = \n", to: "usecase.toml")
    #expect(throws: ProjectError.self) { try model.read(today: nil)?.get() }
    #expect(model.read(today: nil) == nil)
    try folder.write("edition = 1\n", to: "usecase.toml")
    #expect(try titles(model.read(today: nil)) == ["A", "B"])
    try FileManager.default.removeItem(at: folder.url)
    #expect(throws: ProjectError.self) { try model.read(today: nil)?.get() }
    try folder.write("actor E", to: "a.usecase")
    #expect(try titles(model.read(today: nil)) == ["E"])
  }

  @Test func treesOfUnchangedFilesAreTakenOver() throws {
    let before = try #require(try model.read(today: nil)?.get())
    try folder.write("actor C", to: "a.usecase")
    let after = try #require(try model.read(today: nil)?.get())
    #expect(before.model.trees[1] === after.model.trees[1])
    #expect(before.model.trees[0] !== after.model.trees[0])
  }

  @Test func aPageThatTheSettingsNameIsFollowed() throws {
    try folder.write("edition = 1\n[site]\npages = [\"about.md\"]\n", to: "usecase.toml")
    try folder.write("# About", to: "about.md")
    #expect(try model.read(today: nil)?.get() != nil)
    #expect(model.read(today: nil) == nil)
    try folder.write("# About us", to: "about.md")
    #expect(try model.read(today: nil)?.get() != nil)
    try folder.write("# Not named", to: "other.md")
    #expect(model.read(today: nil) == nil)
  }

  @Test func aModelThatAnotherOneBuildsOnIsFollowed() throws {
    try folder.write("edition = 1\nbuilds-on = [\"../shared\"]\n", to: "own/usecase.toml")
    try folder.write("system S { usecase U { actor Shared } }", to: "own/u.usecase")
    try folder.write("edition = 1\n", to: "shared/usecase.toml")
    try folder.write("actor Shared", to: "shared/s.usecase")
    let model = WatchedModel(at: folder.url.appending(path: "own").path)
    #expect(try model.read(today: nil)?.get() != nil)
    try folder.write("actor Other", to: "shared/s.usecase")
    let after = try #require(try model.read(today: nil)?.get())
    #expect(after.findings.contains { $0.rule == "unknown-reference" })
  }
}
