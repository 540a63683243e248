import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

@testable import UseCaseSite

/// Another language is a table: no word of the site stands outside it.
@Suite struct WordsTests {
  /// Models in letters that are not English, and so are the words of the site: what English letters
  /// are left on its pages stand in no table.
  @Test(arguments: Samples.examples) func everyWordStandsInTheTable(example: String) throws {
    let trees = try Samples.files(of: example).map { parse(WordsTests.foreign(parse($0))) }
    let model = resolve(trees)
    let site = Site(
      model, findings: check(model), coverage: nil, today: CalendarDate("2026-11-01"),
      look: SiteLook(), script: nil, words: WordsTests.words)
    let pictures = Pictures { _ in
      InlinePicture(svg: Array("<svg viewBox=\"0 0 4 3\"></svg>".utf8), title: "", description: "")
    }
    let units = Set(trees.flatMap(WordsTests.units))
    for page in site.pages(with: pictures) {
      let words =
        page.isHTML
        ? Markup(page.bytes).words
        : page.path == "assets/search.js" ? WordsTests.kinds(inSearch: page.text) : []
      for text in words {
        // A letter behind a number is that of a branch.
        let left = text.matches(of: /[0-9*]*[A-Za-z]+/).map { String($0.0) }
          .filter { $0.first?.isLetter == true && !units.contains($0) }
        #expect(left.isEmpty, "\(page.path): \(text)")
      }
    }
  }

  @Test func placesAreKeptInOrder() {
    let words = Words(table: ["{} of {}": "{} aus {}", "power {}, interest {}": "{} und {}, {"])
    #expect(words[.scoreOf, "3", "5"] == "3 aus 5")
    #expect(words[.powerInterestOf, "3", "{}"] == "3 und {}, {")
    #expect(words[.menu] == "Menu")
  }

  @Test func choicesReadAsWords() {
    let words = Words(table: ["user goal": "Ziel", "months": "Monate"])
    #expect(words[choice: GoalLevel.userGoal] == "Ziel")
    #expect(words[choice: Metric.nps] == "NPS")
    #expect(words[choice: DSDMRole.dsdmCoach] == "DSDM coach")
    #expect(words[Quantity(6, unit: "months")] == "6 Monate")
    #expect(words[Quantity(6, unit: "EUR")] == "6 EUR")
  }

  /// What rules say is English, and says so where the page is in another language.
  @Test func messagesSayTheirLanguage() throws {
    for (language, isMarked) in [("en-GB", false), ("de", true)] {
      let site = Samples.site(of: "model M { language \(language) }\nactor A { owner Nobody }\n")
      let page = try #require(site.page("actor-A.html")).text
      #expect(page.contains("class=\"message\" lang=\"en\"") == isMarked, "\(language)")
    }
  }

  // MARK: Letters that are not English

  private static let words = Words(
    table: Dictionary(uniqueKeysWithValues: Words.english.map { ($0, foreign($0)) }))

  /// With a letter of Cyrillic for each of English.
  private static func foreign(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z": result.append(Unicode.Scalar(0x430 + scalar.value - 0x61) ?? scalar)
      case "A"..."Z": result.append(Unicode.Scalar(0x410 + scalar.value - 0x41) ?? scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A file in which everything but the words of the language is in foreign letters.
  private static func foreign(_ tree: SyntaxTree) -> SourceText {
    let ours: Set<TokenRole> = [.name, .reference, .word, .text, .prose, .description]
    var text = ""
    var end = 0
    for span in roles(of: tree) where ours.contains(span.role) {
      text += String(decoding: tree.source.bytes[end..<span.range.lowerBound], as: UTF8.self)
      let written = String(decoding: tree.source.bytes[span.range], as: UTF8.self)
      text += ["en", "en-GB"].contains(written) ? "ru" : foreign(written)
      end = span.range.upperBound
    }
    text += String(decoding: tree.source.bytes[end...], as: UTF8.self)
    return SourceText(path: foreign(tree.source.path), text)
  }

  /// The units of a file's numbers that are no words, such as `EUR`.
  private static func units(of tree: SyntaxTree) -> [String] {
    roles(of: tree).filter { $0.role == .number }.flatMap { span in
      String(decoding: tree.source.bytes[span.range], as: UTF8.self)
        .matches(of: /[A-Za-z]+/).map { String($0.0) }
    }.filter { !Quantity.durationUnits.contains($0) || ["s", "h", "min"].contains($0) }
  }

  /// What the search calls the kinds of elements.
  private static func kinds(inSearch text: String) -> [String] {
    text.matches(of: /"(?:one|many)":"([^"]*)"/).map { String($0.1) }
  }
}
