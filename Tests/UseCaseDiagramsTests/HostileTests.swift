import Graphviz
import Testing
import UseCaseModel
import UseCaseSyntax

@testable import UseCaseDiagrams

/// Texts that try to break out of DOT, SVG or HTML.
enum Payloads {
  private static let parts = [
    "</text><script>alert(1)</script>", "\" onload=\"alert(1)", "]]>", "<!--", "-->", "&amp;",
    "&#60;",
    "&lt;b&gt;", "&nosuch;", "<b>bold</b>", "<<TABLE>>", "\\N", "\\G", "\\E", "\\L", "\\n", "\\l",
    "\\r", "\\", "\\\\", "\\\"", "\"", "\"]; x -> y [label=\"", "}", "{", "|", "{a|b}", "'", "`",
    "$(rm)", "%s%n", "javascript:alert(1)", "data:text/html,x", "a;b", "// c", "/* c */", "# c",
    "\u{202E}abc", "\u{200D}", "a\u{FEFF}b", "\u{FFFE}", "\u{FFFF}", "\u{1}", "\u{1F}", "\u{7F}",
    "\u{85}", "a\tb", "𝕏", "👩‍👩‍👧", "سلام", "日本語のとても長い題名", "é", "e\u{301}",
  ]

  /// A hundred and more, alone and in company.
  static let all: [String] =
    parts + parts.enumerated().map { "x \($1) \(parts[($0 * 7 + 3) % parts.count]) y" }
}

@Suite struct HostileTests {
  @Test(arguments: Payloads.all)
  func nothingBreaksOut(_ payload: String) throws {
    let text = Self.quoted(payload)
    let model = model(
      """
      actor A \(text)
      system S \(text) {
      usecase U \(text) {
      actor A
      goal \(text)
      extension point P after 1
      flow {
      1. A does [[U]]
      }
      exception 1a when \(text) {
      1. S does it
      end failure
      }
      }
      usecase V \(text) {
      actor A
      extend U at P when \(text)
      }
      }
      channel C \(text)
      journey J \(text) {
      stage G \(text) {
      touchpoint T \(text) {
      channel C
      }
      }
      T -> completed 20% when \(text) carries \(text)
      }
      """)
    let requests = DiagramCatalog.requests(in: model)
    #expect(requests.count >= 6)
    for request in requests {
      if let dot = try? DiagramCatalog.dot(of: request) { _ = try layout(dot: dot) }
      let picture = try draw(request)
      let plain = try Markup(picture.svg { _ in payload })
      #expect(!plain.names.contains("script") && !plain.names.contains("b"))
      #expect(plain.attributes.allSatisfy { $0["onload"] == nil })
      #expect(plain.attributes.allSatisfy { $0["href"]?.contains("javascript:alert(1)") != true })
    }
  }

  /// The payload as a text of the language.
  static func quoted(_ payload: String) -> String {
    var text = "\""
    for scalar in payload.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "[": text += "\\["
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x85:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  @Test func aLargeModelBecomesAnOverview() throws {
    let useCases = (0..<300).map { "usecase U\($0) {\nactor A\($0 % 7)\n}" }
    var text = (0..<7).map { "actor A\($0)\n" }.joined()
    for part in 0..<3 {
      let list = useCases[(part * 100)..<(part * 100 + 100)].joined(separator: "\n")
      text += "system S\(part) {\n\(list)\n}\n"
    }
    let model = model(text)
    let picture = try draw(DiagramRequest(.useCases, in: model))
    #expect(picture.graph.nodes.count == 10)
    #expect(picture.graph.nodes.contains { $0.element?.key == "system S1" })
    let system = try #require(model.element(key: "system S1"))
    let part = try draw(DiagramRequest(.useCases, of: system, in: model))
    #expect(part.graph.nodes.contains { $0.element?.key == "actor A3" })
  }

  @Test func aLongChainOfInclusionsIsNoDeepCall() throws {
    let chain = (0..<3000).map { "usecase U\($0) {\ninclude U\(($0 + 1) % 3000)\n}" }
    let request = DiagramRequest(.useCases, in: model(chain.joined(separator: "\n")))
    var builder = UseCasesBuilder(
      title: "", scope: try UseCaseScope(request), coloring: nil)
    builder.build()
    #expect(builder.layout().nodes.count == 3000)
    // 80 of them, the one that the last of these includes, and how many more there are.
    #expect(try draw(request).graph.nodes.count == 82)
  }

  @Test func aWrongSubjectIsNamed() throws {
    let model = model("actor A")
    let actor = try #require(model.element(key: "actor A"))
    #expect(throws: DiagramError.wrongSubject(.flow, found: .actor, wanted: [.useCase])) {
      try DiagramCatalog.dot(of: DiagramRequest(.flow, of: actor, in: model))
    }
    #expect(throws: DiagramError.unknownKind(.funnel)) {
      try DiagramCatalog.dot(of: DiagramRequest(.funnel, in: model))
    }
    #expect(throws: DiagramError.nothingToShow(.useCases, title: "Use cases")) {
      try DiagramCatalog.dot(of: DiagramRequest(.useCases, in: model))
    }
  }
}
