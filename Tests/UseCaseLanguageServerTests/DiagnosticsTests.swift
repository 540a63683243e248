import Foundation
import TestSupport
import Testing
import UseCaseSyntax

/// What is told of mistakes, and how they are mended.
@Suite struct DiagnosticsTests {
  @Test func aMistakeShowsWithItsPlaceAndIsMended() throws {
    let desk = try Desk([
      ("shop.usecase", "usecase PayOrder { actor Custmer }\n"),
      ("people.usecase", "actor Customer\n"),
    ])
    let found = try desk.diagnostics().first { $0["code"]?.string == "unknown-reference" }
    #expect(found?["severity"]?.integer == 1)
    #expect(found?["range"]?["start"] == desk.place("Custmer"))
    #expect(found?["source"]?.string == "usecase")
    let address = found?["codeDescription"]?["href"]?.string ?? ""
    let page = try #require(URL(string: address))
    #expect(page.fragment() == "unknown-reference")
    #expect(try String(contentsOf: page, encoding: .utf8).contains("### unknown-reference"))
    let actions =
      try desk.ask(
        "textDocument/codeAction",
        [
          "range": ["start": desk.place("Custmer"), "end": desk.place("Custmer")],
          "context": ["diagnostics": []],
        ]
      ).array ?? []
    let fix = actions.first { $0["kind"]?.string == "quickfix" }
    #expect(fix?["title"]?.string == "replace it by 'Customer'")
    let edit = fix?["edit"]?["documentChanges"]?.array?.first?["edits"]?.array?.first
    #expect(edit?["newText"]?.string == "usecase PayOrder { actor Customer }\n")
    #expect(fix?["edit"]?["documentChanges"]?.array?.first?["textDocument"]?["version"] == 1)
  }

  @Test func unsavedTextCountsInOtherFiles() throws {
    let desk = try Desk([
      ("people.usecase", "actor Customer\n"), ("shop.usecase", "usecase Pay { actor Customer }\n"),
    ])
    _ = try desk.diagnostics()
    try desk.type("actor Buyer\n")
    let other = desk.uri.replacing("people", with: "shop")
    var codes: [String] = []
    while !codes.contains("unknown-reference") {
      codes = try desk.client.diagnostics(of: other).compactMap { $0["code"]?.string }
    }
    try desk.type("actor Customer\n")
    while codes.contains("unknown-reference") {
      codes = try desk.client.diagnostics(of: other).compactMap { $0["code"]?.string }
    }
  }

  @Test func fixAllMakesWhatTheCommandMakes() throws {
    let text = "actor Customer\nusecase Pay { actor Custmer, Customr }\n"
    let desk = try Desk(text)
    let actions = try desk.ask(
      "textDocument/codeAction",
      [
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]],
        "context": ["diagnostics": [], "only": ["source.fixAll"]],
      ])
    let edit = actions.array?.first?["edit"]?["documentChanges"]?.array?.first?["edits"]?.array?
      .first
    let process = Process()
    process.executableURL = Client.command
    process.arguments = ["check", "-q", "--fix", desk.folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let written = try desk.folder.read("a.usecase")
    #expect(written != text)
    #expect("actor Customer\n" + (edit?["newText"]?.string ?? "") == written)
  }

  @Test func clientsThatPullAreNotPushedTo() throws {
    let desk = try Desk(
      "usecase Pay { actor Nobody }\n", capabilities: ["textDocument": ["diagnostic": [:]]])
    let report = try desk.ask("textDocument/diagnostic")
    #expect(report["kind"]?.string == "full")
    let codes = report["items"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("unknown-reference"))
    #expect(
      !desk.client.notifications.contains {
        $0["method"]?.string == "textDocument/publishDiagnostics"
      })
  }

  @Test func knownFindingsAreNotTold() throws {
    let text = "usecase Pay { actor Nobody }\n"
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.usecase")
    let process = Process()
    process.executableURL = Client.command
    process.arguments = ["check", "-q", "--write-baseline", folder.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let client = try Client()
    try client.initialize([folder.path])
    let uri = "file://\(folder.path)/a.usecase"
    try client.open(uri, text)
    #expect(try client.diagnostics(of: uri).isEmpty)
  }
}
