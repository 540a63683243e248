import Foundation
import TestSupport
import Testing
import UseCaseProject

/// The files that a team adds to its site.
@Suite struct SiteFolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("term Basket\n", to: "a.usecase")
  }

  /// The files of the site by path, with settings below `[site]`.
  private func build(_ settings: String) throws -> [String: String] {
    try folder.write("edition = 1\n[site]\n" + settings + "\n", to: "usecase.toml")
    let model = try ModelFolder(at: folder.path, on: Disk())
    let compilation = try Compilation(model, on: Disk())
    let files = try compilation.site().files
    #expect(files.map(\.path) == compilation.sitePaths)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func message(_ settings: String) -> String {
    do {
      _ = try build(settings)
      return "nothing was wrong"
    } catch {
      return (error as? ProjectError)?.message.replacing(folder.path + "/", with: "") ?? "\(error)"
    }
  }

  @Test func aLogoIsTakenOver() throws {
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "art/mark.SVG")
    let files = try build("logo = \"art/mark.SVG\"")
    #expect(files["assets/logo.svg"] == "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    #expect(files["index.html"]?.contains("<img class=\"logo\" src=\"assets/logo.svg\"") == true)
  }

  @Test func pagesAndWordsAreTakenOver() throws {
    try folder.write("# Why\n\nBecause.\n", to: "why.md")
    let files = try build("pages = [\"why.md\"]\nfooter = \"The *end*\"\ntitle = \"Ours\"")
    #expect(files["page-why.html"]?.contains("<h1>Why</h1>") == true)
    #expect(files["index.html"]?.contains("The <em>end</em>") == true)
    #expect(files["index.html"]?.contains("<title>Ours</title>") == true)
  }

  @Test func whatCannotBeTakenOverIsToldWithItsLine() throws {
    try folder.write("x", to: "../\(folder.url.lastPathComponent)-outside.md")
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-outside.md") }
    try folder.link("link.md", to: folder.path + "-outside.md")
    try folder.write("x", to: "logo.exe")
    #expect(message("logo = \"a.png\"") == "usecase.toml:3: there is no file 'a.png'")
    #expect(
      message("logo = \"logo.exe\"")
        == "usecase.toml:3: 'logo.exe' is no picture that a page can show")
    #expect(
      message("title = \"x\"\npages = [\"link.md\"]")
        == "usecase.toml:4: 'link.md' leads out of the model's folder")
    #expect(message("accent = \"red\"").contains("'red' in 'site.accent' is no colour"))
    #expect(message("source = \"javascript:x\"").contains("is no address"))
    #expect(message("logo = \"../a.png\"").contains("leads out of the model's folder"))
  }
}
