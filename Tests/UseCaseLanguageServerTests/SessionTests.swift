import Foundation
import TestSupport
import Testing
import UseCaseSyntax

/// Whole sessions with the example of the outdoor shop.
@Suite struct SessionTests {
  private static let shop = packageRoot.appending(path: "examples/fellmark")
  private static let pulling: JSONValue = ["textDocument": ["diagnostic": [:]]]

  /// A copy of the example, without its settings' folder above it.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files(in: Self.shop, withExtension: "usecase")
      + files(in: Self.shop, withExtension: "toml")
    {
      try folder.write(String(decoding: file.bytes, as: UTF8.self), to: file.path)
    }
    return folder
  }

  private func diagnostics(_ client: Client, _ uri: String) throws -> [JSONValue] {
    let report = try client.call("textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])
    return report["items"]?.array ?? []
  }

  /// What is typed: letters, words, half declarations, and what takes them away.
  private static let pieces = [
    "x", " ", "\n", "Customer ", "1. Customer waits\n", "{", "}", "\"", "actor Ghost\n",
    "priority must\n",
    "[[PayOrder]]", "👩‍👩‍👧", "resume 2\n", "", "", "",
  ]

  @Test(arguments: 0..<2) func editsInSmallStepsEqualOpeningTheResult(_ seed: UInt64) throws {
    let folder = try copy()
    var random = FixedSeed(seed)
    let names = ["shop.usecase", "actors.usecase", "journey.usecase"]
    let client = try Client()
    try client.initialize([folder.path], capabilities: Self.pulling)
    var texts: [String: [Character]] = [:]
    for name in names {
      texts[name] = Array(try folder.read(name))
      try client.open("file://\(folder.path)/\(name)", try folder.read(name))
    }
    for version in 2..<60 {
      let name = names.randomElement(using: &random) ?? names[0]
      var text = texts[name] ?? []
      let start = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 0..<4, using: &random))
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      try client.notify(
        "textDocument/didChange",
        [
          "textDocument": [
            "uri": .string("file://\(folder.path)/\(name)"), "version": .integer(version),
          ],
          "contentChanges": [
            [
              "range": ["start": Self.place(text, start), "end": Self.place(text, end)],
              "text": .string(piece),
            ]
          ],
        ])
      text.replaceSubrange(start..<end, with: Array(piece))
      texts[name] = Array(String(text))
      guard version.isMultiple(of: 8) else { continue }
      let fresh = try Client()
      try fresh.initialize([folder.path], capabilities: Self.pulling)
      for name in names {
        try fresh.open("file://\(folder.path)/\(name)", String(texts[name] ?? []))
      }
      for name in names {
        let uri = "file://\(folder.path)/\(name)"
        #expect(try diagnostics(client, uri) == diagnostics(fresh, uri))
      }
    }
  }

  private static func place(_ text: [Character], _ index: Int) -> JSONValue {
    let before = text[..<index]
    let line = before.count { $0.isNewline }
    let start = before.lastIndex { $0.isNewline }.map { $0 + 1 } ?? 0
    return [
      "line": .integer(line), "character": .integer(String(text[start..<index]).utf16.count),
    ]
  }

  @Test func everyFileOfTheExampleAnswersEverywhere() throws {
    let folder = try copy()
    let client = try Client()
    try client.initialize([folder.path])
    let text = try folder.read("shop.usecase")
    let uri = "file://\(folder.path)/shop.usecase"
    try client.open(uri, text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, content) in lines.enumerated().filter({ $0.offset.isMultiple(of: 7) }) {
      for method in ["completion", "hover", "definition", "prepareRename"] {
        let answer = try client.answer(
          to: try client.request(
            "textDocument/\(method)",
            [
              "textDocument": ["uri": .string(uri)],
              "position": [
                "line": .integer(line), "character": .integer(content.utf16.count / 2),
              ],
            ]))
        #expect(answer["result"] != nil, "\(method) in line \(line + 1)")
      }
    }
  }

  @Test func whatTheServerCanDoIsWrittenDown() throws {
    let client = try Client()
    let result = try client.initialize([])
    let text = (result["capabilities"] ?? .null).text() + "\n"
    let difference = try differenceFromGolden(text, "lsp/capabilities.json")
    #expect(difference == nil)
  }

  @Test func severalFoldersHoldSeveralModels() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    try first.write("edition = 1\n", to: "one/usecase.toml")
    try first.write("actor Customer\n", to: "one/a.usecase")
    try first.write("edition = 1\n", to: "two/usecase.toml")
    try first.write("usecase Pay { actor Customer }\n", to: "two/b.usecase")
    try second.write("usecase Look { actor Customer }\nactor Customer\n", to: "c.usecase")
    let client = try Client()
    try client.initialize([first.path, second.path])
    func unknown(_ folder: TemporaryFolder, _ name: String) throws -> Bool {
      let uri = "file://\(folder.path)/\(name)"
      try client.open(uri, try folder.read(name))
      return try client.diagnostics(of: uri).contains { $0["code"]?.string == "unknown-reference" }
    }
    #expect(try unknown(first, "two/b.usecase"))
    #expect(try !unknown(second, "c.usecase"))
    let found = try client.call("workspace/symbol", ["query": "Customer"]).array ?? []
    #expect(found.count == 2)
  }

  @Test func settingsThatCannotBeReadAreTold() throws {
    let folder = try TemporaryFolder()
    try folder.write("edition = \n", to: "usecase.toml")
    try folder.write("actor Customer\n", to: "a.usecase")
    let client = try Client()
    try client.initialize([folder.path])
    try client.open("file://\(folder.path)/a.usecase", "actor Customer\n")
    _ = try client.diagnostics(of: "file://\(folder.path)/a.usecase")
    let told = client.notifications.first { $0["method"]?.string == "window/showMessage" }
    #expect(told?["params"]?["message"]?.string?.contains("usecase.toml:1:") == true)
  }
}
