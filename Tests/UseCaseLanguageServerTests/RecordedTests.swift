import TestSupport
import Testing
import UseCaseSyntax

@testable import UseCaseLanguageServer

/// What the server answers about a small model, word for word: `Tests/Fixtures/lsp`, one file for each
/// feature.
@Suite struct RecordedTests {
  /// A request about `shop.usecase`: at a word, some characters behind its beginning.
  struct Question: Sendable {
    let method: String
    var word = "system"
    var distance = 0
    var more: JSONValue = [:]
  }

  private static let whole: JSONValue = [
    "start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0],
  ]

  /// By the file that holds what is answered.
  static let questions: [(name: String, questions: [Question])] = [
    (
      "completion",
      [
        Question(method: "textDocument/completion", word: "    usecase TrackParcel"),
        Question(method: "textDocument/completion", word: "supporting", distance: 11),
        Question(method: "textDocument/completion", word: "1. Shop", distance: 3),
      ]
    ),
    (
      "hover",
      ["goal", "PayOrder", "PaymentProvidr", "Customer names", "TrackParcel\n", "🧺"].map {
        Question(method: "textDocument/hover", word: $0, distance: 1)
      }
    ),
    (
      "definition",
      ["Customer", "Payment provider", "TrackParcel\n", "Buy]]", "goal"].map {
        Question(method: "textDocument/definition", word: $0, distance: 1)
      }
    ),
    (
      "references",
      [
        Question(
          method: "textDocument/references", word: "Customer",
          more: ["context": ["includeDeclaration": true]]),
        Question(
          method: "textDocument/references", word: "PayOrder",
          more: ["context": ["includeDeclaration": false]]),
        Question(method: "textDocument/documentHighlight", word: "Customer"),
      ]
    ),
    (
      "rename",
      [
        Question(method: "textDocument/prepareRename", word: "PayOrder"),
        Question(method: "textDocument/prepareRename", word: "goal"),
        Question(
          method: "textDocument/rename", word: "PayOrder", more: ["newName": "SettleOrder"]),
        Question(method: "textDocument/rename", word: "Customer", more: ["newName": "Buyer"]),
        Question(method: "textDocument/rename", word: "PayOrder", more: ["newName": "Track"]),
        Question(method: "textDocument/rename", word: "PayOrder", more: ["newName": "1 2"]),
      ]
    ),
    (
      "symbols",
      [
        Question(method: "textDocument/documentSymbol"),
        Question(method: "workspace/symbol", more: ["query": "pay"]),
      ]
    ),
    (
      "actions",
      [
        Question(
          method: "textDocument/codeAction",
          more: ["range": whole, "context": ["diagnostics": []]]),
        Question(
          method: "workspace/executeCommand",
          more: ["command": "usecase.fixAnything", "arguments": []]),
      ]
    ),
    (
      "reading",
      [
        Question(method: "textDocument/semanticTokens/full"),
        Question(method: "textDocument/foldingRange"),
        Question(
          method: "textDocument/selectionRange",
          more: ["positions": [["line": 7, "character": 20]]]),
        Question(method: "textDocument/documentLink"),
        Question(method: "textDocument/codeLens"),
        Question(method: "textDocument/inlayHint", more: ["range": whole]),
        Question(method: "textDocument/formatting", more: ["options": [:]]),
      ]
    ),
    ("diagnostics", [Question(method: "textDocument/diagnostic")]),
  ]

  @Test(arguments: questions.map(\.name)) func answersAreThoseThatWereRead(_ name: String) throws {
    let files = ["shop.usecase", "people.usecase", "journey.usecase"]
    let desk = try Desk(
      try files.map { file in
        (
          file,
          try String(contentsOf: fixtures.appending(path: "lsp/shop/\(file)"), encoding: .utf8)
        )
      })
    var text = ""
    for question in Self.questions.first(where: { $0.name == name })?.questions ?? [] {
      let place = desk.place(question.word, question.distance)
      guard case .object(let more) = question.more else { continue }
      let document = JSONValue.Member("textDocument", ["uri": .string(desk.uri)])
      let answer = try desk.client.answer(
        to: try desk.client.request(
          question.method, .object([document, JSONValue.Member("position", place)] + more)))
      let result = answer["result"] ?? answer["error"] ?? .null
      let line = (place["line"]?.integer ?? 0) + 1
      let column = (place["character"]?.integer ?? 0) + 1
      text += "── \(question.method) \(line):\(column)\n\(Self.compact(result))\n"
    }
    text.replace(desk.folder.path, with: "/model")
    text.replace(/file:[^"#]*\/rules-[0-9.]+\.md/, with: { _ in "file:///cache/rules.md" })
    let difference = try differenceFromGolden(text, "lsp/\(name).txt")
    #expect(difference == nil)
  }

  @Test func everyFeatureIsRecorded() {
    let recorded = Set(Self.questions.flatMap(\.questions).map(\.method))
    #expect(FeatureCatalog.all.map { $0.method }.filter { !recorded.contains($0) } == [])
  }

  /// A line for each member or element, with small ones on one line.
  private static func compact(_ value: JSONValue, _ indentation: String = "") -> String {
    let short = value.text(.compact)
    let isPlain = value.array?.allSatisfy { $0.integer != nil } ?? false
    guard short.utf8.count > 100, !isPlain else { return indentation + short }
    let inner = indentation + "  "
    switch value {
    case .array(let elements):
      return ([indentation + "["] + elements.map { compact($0, inner) } + [indentation + "]"])
        .joined(separator: "\n")
    case .object(let members):
      let lines = members.map { member -> String in
        let text = compact(member.value, inner)
        return inner + "\"\(member.name)\": " + text.drop { $0 == " " }
      }
      return ([indentation + "{"] + lines + [indentation + "}"]).joined(separator: "\n")
    default: return indentation + short
    }
  }
}
