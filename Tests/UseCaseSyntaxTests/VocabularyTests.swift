import Testing

@testable import UseCaseSyntax

@Suite struct VocabularyTests {
  @Test func keywordHashesDoNotCollide() {
    let words =
      Vocabulary.keywords
      + Vocabulary.keywords.flatMap { $0.split(separator: " ").map(String.init) }
    var byHash: [UInt16: String] = [:]
    for word in words {
      let hash = Keyword(text: word).hash
      #expect(byHash[hash, default: word] == word)
      byHash[hash] = word
    }
  }

  @Test func declarationsStandAtThePlaceOfTheirKind() {
    for kind in ElementKind.allCases where kind != .extensionPoint {
      #expect(Vocabulary.declaration(kind)?.kind == kind)
    }
    #expect(Vocabulary.declaration(.extensionPoint) == nil)
  }

  @Test(arguments: Vocabulary.declarations.map(\.kind))
  func examplesParseInsideTheirDeclaration(_ kind: ElementKind) throws {
    let info = try #require(Vocabulary.declaration(kind))
    #expect(diagnostics(inside(kind, info.example, isMember: true)).isEmpty)
    for clause in info.clauses {
      let text = inside(kind, "\(kind.keyword) Example {\n    \(clause.example)\n}", isMember: true)
      let tree = parse(SourceText(path: "t", text))
      #expect(tree.diagnostics.isEmpty, "\(text)")
      #expect(
        tree.nodes.contains { $0.kind == .clause && $0.tag == clause.keyword.hash }, "\(text)")
    }
  }

  /// A declaration with whatever has to stand around it.
  private func inside(_ kind: ElementKind, _ text: String, isMember: Bool) -> String {
    guard !Vocabulary.fileLevel.contains(kind),
      let outer = Vocabulary.declarations.first(where: { $0.members.contains(kind) })
    else { return text }
    return inside(outer.kind, "\(outer.kind.keyword) Outer {\n\(text)\n}", isMember: true)
  }

  private func diagnostics(_ text: String) -> [Diagnostic] {
    parse(SourceText(path: "t", text)).diagnostics
  }

  @Test func everythingIsDocumentedInOneSentence() {
    for declaration in Vocabulary.declarations {
      expectSentence(declaration.documentation)
      for clause in declaration.clauses {
        expectSentence(clause.documentation)
        #expect(clause.example.hasPrefix(clause.text))
        #expect(clause.arguments.allSatisfy { !$0.label.isEmpty })
      }
      let keywords = declaration.clauses.map(\.text)
      #expect(Set(keywords).count == keywords.count, "\(declaration.kind) has a clause twice")
    }
    for block in Vocabulary.flowBlocks + Vocabulary.closings { expectSentence(block.documentation) }
  }

  private func expectSentence(_ text: String) {
    #expect(text.hasSuffix(".") && text.first?.isUppercase == true, "\(text)")
  }

  @Test func formattingExamplesOfClausesChangesNothing() throws {
    for info in Vocabulary.declarations {
      for clause in info.clauses {
        let text = "\(info.kind.keyword) E {\n    \(clause.example)\n}\n"
        let tree = parse(SourceText(path: "t", inside(info.kind, text, isMember: true)))
        #expect(try #require(format(tree).text).contains("    \(clause.example)\n"))
      }
    }
  }
}
