import TestSupport
import Testing
import UseCaseManual
import UseCaseRules
import UseCaseSyntax

/// The committed pages are those that the rules and the vocabulary make, and hang together.
///
/// `GOLDEN=accept swift test --filter ReferenceTests` writes them.
@Suite struct ReferenceTests {
  @Test func theCommittedPagesAreUpToDate() throws {
    #expect(try differenceFromGolden(Manual.rulesReference(), "../../docs/rules.md") == nil)
    #expect(try differenceFromGolden(Manual.languageReference(), "../../docs/language.md") == nil)
  }

  @Test(arguments: [Manual.rulesReference(), Manual.languageReference()])
  func everyLinkLeadsToAHeading(_ page: String) {
    let anchors = headings(of: page).map { $0.lowercased().replacing(" ", with: "-") }
      .map { $0.filter { $0.isLetter || $0.isNumber || $0 == "-" } }
    let links = page.matches(of: /\]\(#([^)]*)\)/).map { String($0.1) }
    #expect(links.count > 20)
    for link in links { #expect(anchors.contains(link), "\(link)") }
  }

  @Test func everyRuleAndFigureHasItsHeading() {
    let headings = headings(of: Manual.rulesReference())
    for name in RuleCatalog.all.map(\.info.name) + FigureCatalog.all.map(\.name) {
      #expect(headings.count { $0 == name } == 1, "\(name)")
    }
  }

  @Test func everyWordOfTheLanguageIsThere() {
    let page = Manual.languageReference()
    for declaration in Vocabulary.declarations {
      #expect(page.contains("### \(declaration.kind.keyword)\n"))
      for clause in declaration.clauses {
        #expect(page.contains("`\(clause.text)"), "\(clause.text)")
        #expect(page.contains(clause.example), "\(clause.example)")
      }
    }
  }

  /// Headings outside of fences, without their signs.
  private func headings(of page: String) -> [String] {
    var isFenced = false
    return page.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced, line.hasPrefix("#") else { return nil }
      return String(line.drop { $0 == "#" }.dropFirst())
    }
  }
}
