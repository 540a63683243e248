import TestSupport
import Testing
import UseCaseProject

@Suite struct ModelFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func find(_ path: String = "") throws -> ModelFolder {
    try ModelFolder(at: path.isEmpty ? folder.path : folder.path + "/" + path, on: Disk())
  }

  private func problem(_ path: String = "") -> ProjectError? {
    do {
      _ = try find(path)
      return nil
    } catch {
      return error as? ProjectError
    }
  }

  @Test func allFilesBelowInBytewiseOrder() throws {
    for name in ["b", "a/z", "a-b", "a.b", "Z", "ä"] {
      try folder.write("", to: name + ".usecase")
    }
    try folder.write("", to: "a/notes.md")
    let names = ["Z", "a-b", "a.b", "a/z", "b", "ä"].map { $0 + ".usecase" }
    #expect(try find().files == names)
  }

  @Test func hiddenAndBuildFoldersAndOtherModelsStayOut() throws {
    try folder.write("", to: "a.usecase")
    for path in [".build/x", ".x", "node_modules/x", "build/x", "dist/x", "b/.git/x"] {
      try folder.write("", to: path + ".usecase")
    }
    try folder.write("edition = 1", to: "other/usecase.toml")
    try folder.write("", to: "other/below/x.usecase")
    #expect(try find().files == ["a.usecase"])
  }

  @Test func theNearestSettingsUpwardsMakeTheModel() throws {
    try folder.write("edition = 1", to: "usecase.toml")
    try folder.write("", to: "a.usecase")
    try folder.write("", to: "b/c/d.usecase")
    try folder.write("edition = 1", to: "e/usecase.toml")
    try folder.write("", to: "e/f/g.usecase")
    #expect(try find("b/c").path == folder.path)
    #expect(try find("b/c/d.usecase").files == ["a.usecase", "b/c/d.usecase"])
    #expect(try find("e/f").path == folder.path + "/e")
    #expect(try find("e/f").hasSettings)
  }

  @Test func withoutSettingsTheFolderGivenIsTheModel() throws {
    try folder.write("", to: "a.usecase")
    try folder.write("", to: "b/c.usecase")
    #expect(try find("b").files == ["c.usecase"])
    #expect(try find("b/c.usecase").files == ["c.usecase"])
    #expect(try !find("b").hasSettings)
  }

  @Test func settingsAboveTheRepositoryDoNotCount() throws {
    try folder.write("edition = 1", to: "usecase.toml")
    try folder.makeFolder("inner/.git")
    try folder.write("", to: "inner/a/b.usecase")
    #expect(try find("inner/a").path == folder.path + "/inner/a")
  }

  @Test func linksAreFollowedWithinTheFolderOnlyAndEachFileCountsOnce() throws {
    let other = try TemporaryFolder()
    try other.write("", to: "outside.usecase")
    try folder.write("", to: "a.usecase")
    try folder.write("", to: ".hidden/b.usecase")
    try folder.write("", to: ".hidden/more/c.usecase")
    try folder.link("again.usecase", to: "a.usecase")
    try folder.link("shown.usecase", to: ".hidden/b.usecase")
    try folder.link("circle", to: ".")
    try folder.link("loop", to: "loop")
    try folder.link("more", to: ".hidden/more")
    try folder.link("outside", to: other.path)
    try folder.link("outside.usecase", to: other.path + "/outside.usecase")
    try folder.link("nowhere.usecase", to: "missing")
    let found = try find()
    #expect(found.files == ["a.usecase", "more/c.usecase", "shown.usecase"])
    #expect(found.leftOut == ["loop", "nowhere.usecase", "outside", "outside.usecase"])
  }

  @Test func problemsNameThePath() throws {
    try folder.write("", to: "notes.md")
    try folder.write("edition = 1", to: "model/usecase.toml")
    try folder.write("", to: "model/a.usecase")
    try folder.write("", to: "model/.hidden/b.usecase")
    #expect(problem("missing")?.message == "there is no file or folder '\(folder.path)/missing'")
    #expect(problem()?.message == "there are no '.usecase' files in '\(folder.path)'")
    #expect(problem()?.help == "name one of the models in it: '\(folder.path)/model'")
    #expect(problem("notes.md")?.message == "'\(folder.path)/notes.md' is no '.usecase' file")
    #expect(problem("model/.hidden/b.usecase")?.message.contains("does not belong") == true)
    #expect(problem("notes.md/x")?.message.hasPrefix("cannot reach '\(folder.path)") == true)
  }

  @Test func deepFoldersAreNoProblem() throws {
    let path = Array(repeating: "d", count: 500).joined(separator: "/")
    try folder.write("", to: path + "/a.usecase")
    #expect(try find().files == [path + "/a.usecase"])
  }

  private func models(_ path: String = "") throws -> [String] {
    try ModelFolder.all(at: path.isEmpty ? folder.path : folder.path + "/" + path, on: Disk())
      .map { String($0.path.dropFirst(folder.path.count)) }
  }

  @Test func aFolderStandsForAllModelsBelowIt() throws {
    for path in ["/b", "/a", "/a/inner/deep", "/c/d"] {
      try folder.write("edition = 1", to: path + "/usecase.toml")
      try folder.write("", to: path + "/x.usecase")
    }
    // Settings without files group what is below them, and a folder of other things is nothing.
    try folder.write("edition = 1\nexclude = [\"left\"]\n", to: "group/usecase.toml")
    try folder.write("edition = 1", to: "group/one/usecase.toml")
    try folder.write("", to: "group/one/x.usecase")
    try folder.write("edition = 1", to: "group/left/usecase.toml")
    try folder.write("", to: "group/left/x.usecase")
    try folder.write("edition = 1", to: "empty/usecase.toml")
    try folder.link("again", to: "b")
    let all = ["/a", "/a/inner/deep", "/b", "/c/d", "/group/one"]
    #expect(try models() == all)
    #expect(try models("a") == ["/a", "/a/inner/deep"])
    #expect(try models("a/inner") == ["/a", "/a/inner/deep"])
    #expect(try models("a/inner/deep") == ["/a/inner/deep"])
    #expect(try models("group") == ["/group/one"])
    #expect(try models("a/x.usecase") == ["/a"])
    let empty = ProjectError(
      "there are no '.usecase' files in '\(folder.path)/empty'",
      help: "'usecase init' writes a small model to begin with")
    #expect(throws: empty) { try models("empty") }
    // Files that belong to none of them are a model, too.
    try folder.write("", to: "loose/x.usecase")
    #expect(try models() == [""] + all)
    #expect(try ModelFolder.all(at: folder.path, on: Disk())[0].files == ["loose/x.usecase"])
  }
}
