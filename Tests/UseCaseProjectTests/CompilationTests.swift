import Foundation
import TestSupport
import Testing
import UseCaseProject
import UseCaseSyntax

@Suite struct CompilationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func compile(
    _ path: String = "", on disk: any FileSystem = Disk(), after earlier: Compilation? = nil
  ) throws -> Compilation {
    let model = try ModelFolder(at: folder.path + path, on: disk)
    return try Compilation(model, on: disk, after: earlier)
  }

  @Test func filesSeeEachOther() throws {
    try folder.write("actor Customer\n", to: "a.usecase")
    try folder.write("usecase Pay { actor Customer }\n", to: "b/c.usecase")
    let compilation = try compile()
    #expect(compilation.sources.map(\.path) == ["a.usecase", "b/c.usecase"])
    #expect(compilation.model.unresolved.isEmpty)
    #expect(compilation.model.element(key: "usecase Pay") != nil)
  }

  @Test func syntaxErrorsAreFindings() throws {
    try folder.write("actor {\n", to: "a.usecase")
    #expect(try compile().findings.contains { $0.severity == .error })
  }

  @Test func otherTextsLieOverTheDisk() throws {
    try folder.write("actor A\n", to: "a.usecase")
    let texts = [
      folder.path + "/a.usecase": Array("actor B\n".utf8),
      folder.path + "/new.usecase": Array("actor C: B\n".utf8),
    ]
    let disk = Overlay(texts, over: Disk())
    let compilation = try compile(on: disk)
    #expect(compilation.sources.map(\.path) == ["a.usecase", "new.usecase"])
    #expect(compilation.model.unresolved.isEmpty)
    #expect(try compile("/new.usecase", on: disk).sources.count == 2)
  }

  @Test func treesOfUnchangedTextsAreShared() throws {
    try folder.write("actor A\n", to: "a.usecase")
    try folder.write("actor B\n", to: "b.usecase")
    let first = try compile()
    try folder.write("actor C\n", to: "b.usecase")
    let second = try compile(after: first)
    #expect(second.model.trees[0] === first.model.trees[0])
    #expect(second.model.trees[1] !== first.model.trees[1])
    #expect(second.model.element(key: "actor C") != nil)
  }

  @Test func aModelBuildsOnOthers() throws {
    try folder.write("edition = 1\nbuilds-on = [\"../shared\"]", to: "shop/usecase.toml")
    try folder.write("usecase Send { actor Shared.Carrier }\n", to: "shop/a.usecase")
    try folder.write("edition = 1", to: "shared/usecase.toml")
    try folder.write("model Shared\nactor Carrier\n", to: "shared/b.usecase")
    let compilation = try compile("/shop")
    #expect(compilation.model.unresolved.isEmpty)
    #expect(compilation.sources.map(\.path) == ["a.usecase", "../shared/b.usecase"])
  }

  @Test(arguments: [
    ("../missing", "there is no folder '../missing' to build on"),
    (".", "a model cannot build on itself"),
    ("../bare", "'../bare' is no model's folder"),
  ])
  func whatCannotBeBuiltOn(path: String, message: String) throws {
    try folder.write("edition = 1\nbuilds-on = [\"\(path)\"]", to: "shop/usecase.toml")
    try folder.write("actor A\n", to: "shop/a.usecase")
    try folder.write("actor B\n", to: "bare/b.usecase")
    #expect {
      _ = try compile("/shop")
    } throws: { error in
      (error as? ProjectError)?.message == "\(folder.path)/shop/usecase.toml: \(message)"
    }
  }

  @Test func filesThatCannotBeReadAreErrors() throws {
    try folder.write("actor A\n", to: "a.usecase")
    let model = try ModelFolder(at: folder.path, on: Disk())
    try FileManager.default.removeItem(atPath: folder.path + "/a.usecase")
    try folder.makeFolder("a.usecase")
    #expect {
      _ = try Compilation(model, on: Disk())
    } throws: { error in
      (error as? ProjectError)?.message == "'\(folder.path)/a.usecase' is not a file"
    }
  }

  @Test func filesOver64MegabytesAreRefused() throws {
    let file = folder.path + "/a.usecase"
    try folder.write("", to: "a.usecase")
    #expect(truncate(file, largestFile + 1) == 0)
    #expect {
      _ = try compile()
    } throws: { error in
      (error as? ProjectError)?.message == "'\(file)' is larger than 64 MB"
    }
  }
}
