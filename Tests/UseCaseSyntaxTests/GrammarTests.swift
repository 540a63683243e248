import Foundation
import TestSupport
import Testing

@testable import UseCaseSyntax

@Suite struct GrammarTests {
  @Test func theFilesAreWhatTheVocabularyGives() throws {
    #expect(try differenceFromGolden(grammarEBNF(), "../../Grammar/usecase.ebnf") == nil)
    #expect(
      try differenceFromGolden(grammarTextMate(), "../../Grammar/vscode/usecase.tmLanguage.json")
        == nil)
    #expect(try differenceFromGolden(syntaxVim(), "../../Grammar/vim/syntax/usecase.vim") == nil)
    #expect(
      try differenceFromGolden(wordsEmacs(), "../../Grammar/emacs/usecase-words.el") == nil)
    #expect(
      try differenceFromGolden(snippetsJSON(), "../../Grammar/vscode/snippets.json") == nil)
  }

  @Test func everyNameIsDefinedAndReached() throws {
    let grammar = try EBNF(grammarEBNF())
    #expect(grammar.undefined == [])
    var maker = sentences(of: grammar, seed: 1)
    for rule in grammar.rules.keys.sorted() { _ = maker.sentence(of: rule) }
    for _ in 0..<400 { _ = maker.sentence(of: "file") }
    #expect(maker.used == Set(grammar.rules.keys))
  }

  @Test func sentencesOfTheGrammarAreAcceptedAndFormatted() throws {
    let grammar = try EBNF(grammarEBNF())
    var maker = sentences(of: grammar, seed: 2)
    var wrong = 0
    for _ in 0..<1_500 where wrong < 5 {
      let text = maker.sentence(of: "file")
      let tree = parse(SourceText(path: "t.usecase", text))
      #expect(describe(tree.diagnostics, in: tree.source) == "", "\(text)")
      let formatted = try #require(format(tree).bytes)
      let again = parse(SourceText(path: "t.usecase", bytes: formatted))
      #expect(describe(again.diagnostics, in: again.source) == "", "\(text)")
      #expect(format(again).bytes == formatted, "\(text)")
      wrong += tree.diagnostics.isEmpty ? 0 : 1
    }
  }

  private func sentences(of grammar: EBNF, seed: UInt64) -> SentenceMaker {
    SentenceMaker(
      grammar,
      samples: [
        "end": ["\n", "\n", "// c\n", "/* c */ \n", "\r\n", "\n\n"],
        "name": ["Alpha", "beta-2", "`flow`", "Größe", "_x"],
        "word": ["legal", "en-GB"],
        "reference": ["Alpha", "Shop.Pay", "`end`", "顧客"],
        "text": ["\"a\"", "\"a \\\"b\\\" [[Alpha]]\"", "\"\"\"\n  a\n  b\n  \"\"\"", "\"\""],
        "number": ["1", "4.5", "-2"], "whole number": ["1", "12"], "date": ["2026-10-01"],
        "unit": ["EUR", "‰", "€", "\"M lines\""], "anchor": ["3a", "2-4b", "*a"],
        "step number": ["\n1.", "\n12."],
        "prose": ["Customer pays, \"quickly\" {at once}", "x [[Alpha|y]] https://example.org"],
        "description": ["/// One. [[Alpha]]"],
      ], seed: seed)
  }

  @Test func everySnippetParsesAsItIsFilledIn() throws {
    let json = object(try JSONSerialization.jsonObject(with: Data(snippetsJSON().utf8)))
    #expect(json.count == Vocabulary.declarations.count + Vocabulary.flowBlocks.count)
    for (name, value) in json {
      let lines = try #require(object(value)["body"] as? [String])
      let body = expanded(lines.joined(separator: "\n"))
      let around = surroundings(of: try #require(object(value)["prefix"] as? String))
      let tree = parse(SourceText(path: "t.usecase", around.0 + body + around.1))
      #expect(describe(tree.diagnostics, in: tree.source) == "", "\(name): \(body)")
      #expect(!tree.nodes.contains { $0.isUnknownChoice }, "\(name): \(body)")
    }
  }

  /// A snippet with its first choices and its own words in the places to be filled in.
  private func expanded(_ snippet: String) -> String {
    snippet.replacing(/\$\{\d+:([^}]*)\}/) { $0.1 }
      .replacing(/\$\{\d+\|([^,|]*)[^}]*\}/) { $0.1 }.replacing("$0", with: "")
  }

  private func surroundings(of keyword: String) -> (String, String) {
    switch keyword {
    case "stage": ("journey J {\n", "\n}\n")
    case "touchpoint": ("journey J { stage S {\n", "\n} }\n")
    case "moment": ("journey J { stage S { touchpoint T {\n", "\n} } }\n")
    case "timebox": ("increment I {\n", "\n}\n")
    case "flow", "alternative", "exception": ("usecase U {\n", "\n}\n")
    default: ("", "\n")
    }
  }

  // MARK: Highlighting

  private struct Pattern {
    let expression: NSRegularExpression
    let scopes: [String]
  }

  private func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }

  /// Every expression of the grammar with its scopes, in the order written.
  private func patterns() throws -> [Pattern] {
    let json = try JSONSerialization.jsonObject(with: Data(grammarTextMate().utf8))
    let repository = object(object(json)["repository"])
    let top = object(json)["patterns"] as? [[String: String]] ?? []
    return try top.flatMap { entry in
      let name = (entry["include"] ?? "").dropFirst()
      let list = object(repository[String(name)])["patterns"] as? [[String: Any]] ?? []
      #expect(!list.isEmpty, "\(name)")
      return try list.compactMap { pattern -> Pattern? in
        // What is included stands elsewhere.
        guard let text = pattern["match"] as? String ?? pattern["begin"] as? String else {
          return nil
        }
        let captures = object(pattern["captures"])
        let scopes = captures.keys.sorted().compactMap { object(captures[$0])["name"] as? String }
        return Pattern(
          expression: try NSRegularExpression(pattern: text),
          scopes: (pattern["name"] as? String).map { [$0] } ?? scopes)
      }
    }
  }

  /// The scopes of the first expression that matches a line at its beginning.
  private func scopes(_ line: String, _ patterns: [Pattern]) -> [String] {
    let range = NSRange(line.startIndex..., in: line)
    for pattern in patterns {
      let match = pattern.expression.firstMatch(in: line, range: range)
      if match?.range.location == 0 { return pattern.scopes }
    }
    return []
  }

  @Test func everyClauseAndDeclarationIsHighlighted() throws {
    let patterns = try patterns()
    for info in Vocabulary.declarations {
      #expect(
        scopes(info.example, patterns).first == "storage.type.declaration.usecase",
        "\(info.example)")
      for clause in info.clauses where info.kind != .stage {
        let first = scopes("    " + clause.example, patterns).first
        let allowed = ["keyword.other.clause.usecase", "storage.type.declaration.usecase"]
        #expect(first.map(allowed.contains) == true, "\(clause.example)")
      }
    }
    for block in Vocabulary.flowBlocks {
      #expect(scopes("  " + block.example, patterns).first == "keyword.control.flow.usecase")
    }
    #expect(scopes("    resume 4", patterns).first == "keyword.control.closing.usecase")
    #expect(
      scopes("  3. include PayOrder", patterns).contains("keyword.control.include.usecase"))
    #expect(scopes("  3. Shop pays", patterns) == ["string.unquoted.step.usecase"])
    #expect(scopes("/// x", patterns) == ["comment.line.documentation.usecase"])
    #expect(scopes("kindly", patterns).isEmpty)
  }
}
