import Testing
import UseCaseManual
import UseCaseSyntax

/// How pages are put as text and as Markdown.
@Suite struct ArticleTests {
  private static let articles = Manual.topics.compactMap(Manual.article) + [Manual.overview]

  @Test(arguments: [40, 80, 88]) func proseKeepsItsWidth(_ width: Int) {
    for article in Self.articles {
      let text = article.text(ArticleTextOptions(width: width))
      // Examples, messages and terms are indented, and as long as they are.
      for line in text.split(separator: "\n") where !line.hasPrefix("    ") {
        // Code is never broken.
        let isBreakable = line.split(separator: "'").allSatisfy { $0.count < 30 }
        #expect(line.count <= width || !isBreakable, "\(line)")
      }
    }
  }

  @Test func proseIsWrappedAndCodeIsNot() {
    let article = Article(
      "a",
      [
        .paragraph("one two three four five `six seven eight nine ten`, eleven"),
        .model("one two three four five six seven eight nine ten eleven"),
      ])
    #expect(
      article.text(ArticleTextOptions(width: 30)) == """
        a

        one two three four five
        'six seven eight nine ten',
        eleven

            one two three four five six seven eight nine ten eleven

        """)
  }

  @Test func coloursAddNothing() {
    for article in Self.articles {
      let colored = article.text(ArticleTextOptions(isColored: true))
      #expect(colored.hasPrefix("\u{1B}[1m"))
      #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == article.text())
    }
  }

  @Test func linesEndWithoutBlanksAndHideNothing() {
    for article in Self.articles {
      for text in [article.text(), article.markdown()] {
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        #expect(!text.contains("\n\n\n"), "\(article.title)")
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeToShow })
      }
      // In Markdown two blanks break a line.
      #expect(!article.text().contains(" \n"), "\(article.title)")
    }
  }

  @Test func markdownEscapesProseOnly() {
    let article = Article(
      "a", [.paragraph("`*a` hangs on <any> step *"), .model("``` *a* <b>"), .heading("b")])
    #expect(
      article.markdown(level: 2) == """
        ## a

        `*a` hangs on \\<any\\> step \\*

        ````usecase
        ``` *a* <b>
        ````

        ### b

        """)
  }
}
