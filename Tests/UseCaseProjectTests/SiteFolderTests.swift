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

  // MARK: Pictures of elements

  private static let png = [0x89] + Array("PNG\r\n\u{1A}\nrest".utf8)

  private func picture(_ path: String, _ bytes: [UInt8] = png) throws {
    let url = folder.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private func findings() throws -> [String] {
    let model = try ModelFolder(at: folder.path, on: Disk())
    return try Compilation(model, on: Disk()).findings.filter { $0.rule == "unusable-image" }
      .map { ([$0.message] + $0.help).joined(separator: "; ") }
  }

  @Test func aPictureIsTakenOver() throws {
    try picture("people/Ronja & co.PNG")
    try folder.write("persona Ronja { image \"../people/Ronja & co.PNG\" }\n", to: "who/b.usecase")
    let files = try build("")
    #expect(try findings() == [])
    #expect(files["images/people/Ronja & co.PNG"]?.hasSuffix("rest") == true)
    let page = try #require(files["persona-Ronja.html"])
    #expect(page.contains("src=\"images/people/Ronja%20%26%20co.PNG\" alt=\"Picture of Ronja\""))
  }

  @Test func aPictureThatIsGoneIsRemoved() throws {
    try picture("ronja.png")
    try folder.write("persona Ronja { image \"ronja.png\" }\n", to: "b.usecase")
    func write() throws -> OutputFolder.Summary {
      let model = try ModelFolder(at: folder.path, on: Disk())
      let site = try Compilation(model, on: Disk()).site()
      return try OutputFolder(folder.path + "/site").write(site.files)
    }
    #expect(try write().removed == 0)
    #expect(try folder.names().contains("site/images/ronja.png"))
    try folder.write("persona Ronja\n", to: "b.usecase")
    #expect(try write().removed == 1)
    #expect(try !folder.names().contains("site/images/ronja.png"))
  }

  @Test func aPictureThatIsNotThereIsFound() throws {
    try picture("people/ronja.png")
    try picture("../\(folder.url.lastPathComponent)-outside.png")
    defer { try? FileManager.default.removeItem(atPath: folder.path + "-outside.png") }
    try folder.link("link.png", to: folder.path + "-outside.png")
    try folder.write(
      """
      persona Ronja { image "../people/rona.png" }
      persona Stefan { image "../link.png" }
      persona Ida { image "../.hidden.png" }
      """, to: "who/b.usecase")
    #expect(
      try findings() == [
        "there is no picture 'people/rona.png' in the model's folder; "
          + "did you mean '../people/ronja.png'?",
        "there is no picture 'link.png' in the model's folder",
        "there is no picture '.hidden.png' in the model's folder",
      ])
    #expect(try build("").keys.filter { $0.hasPrefix("images/") } == [])
  }

  /// Capitals count where the site is built, even if they do not where it was written.
  @Test func aPictureWithOtherCapitalsIsNamedAsItIs() throws {
    try picture("People/Ronja.PNG")
    try folder.write("persona Ronja { image \"people/ronja.png\" }\n", to: "b.usecase")
    let model = try ModelFolder(at: folder.path, on: Disk())
    let found = try #require(
      try Compilation(model, on: Disk()).findings.first { $0.rule == "unusable-image" })
    #expect(found.help == ["'People/Ronja.PNG' is there: capitals count in the names of files"])
    #expect(found.fixes.map(\.title) == ["write it as 'People/Ronja.PNG'"])
    #expect(found.fixes.first?.edits.map(\.replacement) == ["\"People/Ronja.PNG\""])
    // Where two would do, nobody knows which.
    try picture("People/ronja.png")
    #expect(try findings().count == 1)
    let again = try Compilation(ModelFolder(at: folder.path, on: Disk()), on: Disk()).findings
    #expect(again.filter { $0.rule == "unusable-image" }.flatMap(\.fixes).isEmpty)
  }

  @Test func aPictureIsWhatItsNameSays() throws {
    try picture("ronja.png", Array("<script>".utf8))
    try folder.write("persona Ronja { image \"ronja.png\" }\n", to: "b.usecase")
    let found = [
      "'ronja.png' has the name of a PNG picture, but holds something else; "
        + "save it as PNG, JPEG, GIF or WebP, with the ending that belongs to it"
    ]
    #expect(try findings() == found)
    // Whoever switches the rule off has a page without it.
    #expect(try build("").keys.filter { $0.hasPrefix("images/") } == [])
    try picture("ronja.png", [0xFF, 0xD8, 0xFF, 0xE0])
    #expect(try findings() == found)
    try picture("ronja.png")
    #expect(try findings() == [])
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
