import Testing

@testable import UseCaseSyntax

@Suite struct TextTests {
  /// The text of the first clause of `actor A { note … }`.
  private func note(_ raw: String) -> TextSyntax? {
    let tree = parse(SourceText(path: "t", "actor A {\n    note \(raw)\n}\n"))
    return tree.root.first(.declaration).map(DeclarationSyntax.init)?.first(Keyword("note"))?.text
  }

  @Test func escapesAreResolved() {
    #expect(
      note(#""a \"b\" \\ \n \t \u{1F600} \u{e9} \[[x""#)?.string == "a \"b\" \\ \n \t 😀 é [[x")
  }

  @Test func otherEscapesAreErrorsAndStandForThemselves() {
    for raw in [
      #""\d""#, #""\u{}""#, #""\u{D800}""#, #""\u{110000}""#, #""\u{123456789}""#, #""\u12""#,
    ] {
      let tree = parse(SourceText(path: "t", "actor A { note \(raw) }"))
      #expect(tree.diagnostics.count == 1, "\(raw)")
      #expect(note(raw)?.string == String(raw.dropFirst().dropLast()))
    }
  }

  @Test func blockTextsLoseTheIndentationOfTheirLastLine() {
    #expect(note("\"\"\"\n      a\n        b\n\n      c\n      \"\"\"")?.string == "a\n  b\n\nc")
    #expect(note("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"")?.string == "a\nb")
    #expect(note("\"\"\"\r  a\r  \"\"\"")?.string == "a")
    #expect(note("\"\"\"a\"\"\"")?.string == "a")
    #expect(note("\"\"\"\n    a\n  \n    b\n    \"\"\"")?.string == "a\n\nb")
    #expect(note("\"\"\"\n\"\"\"")?.string == "")
    #expect(note("\"\"\"\n  \\\"\"\"\n  \"\"\"")?.string == "\"\"\"")
  }

  @Test func linksCutATextIntoSegments() throws {
    let text = try #require(note(#""See [[Pay]], [[Shop.Pay|the payment]] and \[[this]]""#))
    let segments = text.segments.map { segment in
      switch segment {
      case .words(let words): words
      case .link(let reference, let words): "<\(reference.name)|\(words ?? "")>"
      }
    }
    #expect(segments == ["See ", "<Pay|>", ", ", "<Shop.Pay|the payment>", " and [[this]]"])
    #expect(text.references.map(\.parts) == [["Pay"], ["Shop", "Pay"]])
  }

  @Test func aBrokenLinkIsAnError() {
    for raw in [#""[[""#, #""[[Pay""#, #""[[Pay]""#, #""[[1]]""#, #""[[Pay|x]""#, #""[[ Pay]]""#] {
      let tree = parse(SourceText(path: "t", "actor A { note \(raw) }"))
      #expect(
        tree.diagnostics.map(\.message) == [
          "this link is not written '[[Name]]' or '[[Name|words]]'"
        ])
    }
  }

  @Test func linksInMarkdownCodeAreNone() throws {
    let tree = parse(SourceText(path: "t", "/// `[[A]]` and [[B]]\nactor C\n"))
    let actor = try #require(tree.root.first(.declaration).map(DeclarationSyntax.init))
    #expect(actor.description?.references.map(\.name) == ["B"])
  }

  @Test func descriptionsLoseSlashesAndOneBlank() throws {
    let tree = parse(SourceText(path: "t", "/// a\n\n//no\n///   b  \r\n///\n///c\nactor C\n"))
    let actor = try #require(tree.root.first(.declaration).map(DeclarationSyntax.init))
    #expect(actor.description?.string == "a\n  b\n\nc")
  }

  @Test func namesLoseTheirBackticks() throws {
    let tree = parse(SourceText(path: "t", "actor `flow`: Shop.`end`\n"))
    let actor = try #require(tree.root.first(.declaration).map(DeclarationSyntax.init))
    #expect(actor.name == "flow")
    #expect(actor.parents.map(\.parts) == [["Shop", "end"]])
  }
}
