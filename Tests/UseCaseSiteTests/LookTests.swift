import Foundation
import Testing
import UseCaseModel
import UseCaseSite
import UseCaseSyntax

/// What a team changes in its site, and what long lists and the search make of a model.
@Suite struct LookTests {
  private static let text = """
    model Shop "The shop" { reviewed 2026-01-01 every 30 days }
    actor Customer
    system Till {
        usecase Pay "Pay the order" { actor Customer }
    }
    """

  private func site(
    _ text: String = text, today: CalendarDate? = nil, change: (inout SiteLook) -> Void = { _ in }
  ) -> Site {
    var look = SiteLook()
    change(&look)
    let model = resolve([parse(SourceText(path: "a folder/a.usecase", text))])
    return Site(model, findings: [], today: today, look: look)
  }

  @Test func theSettingsTitleStandsBeforeTheModels() throws {
    let page = try #require(site { $0.title = "Handbook <1>" }.page("index.html")).text
    #expect(page.contains("<title>Handbook &lt;1&gt;</title>"))
  }

  @Test func everyElementLeadsToItsLineOnTheForge() throws {
    let page = try #require(
      site { $0.source = "https://forge.example/{path}#L{line}" }.page("usecase-Pay.html")
    ).text
    #expect(page.contains("href=\"https://forge.example/a%20folder/a.usecase#L4\""))
  }

  @Test func aForgeOfAnotherSchemeIsNoLink() throws {
    let page = try #require(site { $0.source = "javascript:{path}" }.page("usecase-Pay.html")).text
    #expect(!page.contains("javascript:"))
  }

  @Test(arguments: ["#fff", "#000000", "#ffff00", "#7a1f5c", "#14594f", "#808080"])
  func anAccentIsReadableOnBothGrounds(text: String) throws {
    let colour = try #require(Colour(text))
    let style = try #require(site { $0.accent = colour }.page("assets/site.css")).text
    let accents = style.matches(of: /--accent: (#[0-9a-f]{6})/).compactMap { Colour(String($0.1)) }
    let (light, dark) = try (#require(accents.dropLast(3).last), #require(accents.dropLast().last))
    #expect(light.contrast(to: try #require(Colour("#fbfaf6"))) >= 4.5)
    #expect(dark.contrast(to: try #require(Colour("#1a1f23"))) >= 4.5)
  }

  @Test func onlyHexadecimalColoursAreColours() {
    for text in ["", "#", "#12", "red", "#12345g", "#1234567", "123456"] {
      #expect(Colour(text) == nil, "\(text)")
    }
    #expect(Colour("#FfF") == Colour("#ffffff"))
  }

  @Test func pagesOfATeamAreListedAndEscaped() throws {
    let site = site {
      $0.pages = [.init(name: "about us", markdown: "\n# About *us*\n\n<script>x</script> [[Pay]]")]
      $0.footer = "Ask [us](mailto:a@example.org)"
    }
    let page = try #require(site.page("page-about-us.html")).text
    #expect(page.contains("<h1>About *us*</h1>"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.contains("mailto:a@example.org"))
    let overview = try #require(site.page("index.html")).text
    #expect(overview.contains("href=\"page-about-us.html\""))
  }

  @Test func reviewsAreDueOnTheirDay() throws {
    for (day, isDue) in [("2026-01-30", false), ("2026-01-31", true)] {
      let page = try #require(site(today: CalendarDate(day)).page("reviews.html")).text
      #expect(page.contains("Due now") == isDue, "\(day)")
    }
    let quiet = try #require(site().page("reviews.html")).text
    #expect(!quiet.contains("Due now") && quiet.contains("2026-01-31"))
  }

  @Test func aPictureThatNobodyCouldReadIsNamedOnly() throws {
    for (count, isShown) in [(1000, true), (600_000, false)] {
      let svg =
        "<svg viewBox=\"0 0 4 3\"><title>" + String(repeating: "x", count: count)
        + "</title></svg>"
      let picture = InlinePicture(svg: Array(svg.utf8), title: "Drawn", description: "")
      let pictures = Pictures { _ in picture }
      let pages = site().pages(with: pictures)
      let page = try #require(pages.first { $0.path == "index.html" }).text
      #expect(page.contains("<svg viewBox=\"0 0 4 3\">") == isShown)
      #expect(page.contains("usecase draw use-cases") == !isShown)
    }
  }

  @Test(arguments: [
    ("600 800", ""), ("1276 527", " a4-across"), ("1334 933", " a3"), ("1059 3079", " a2"),
    ("90000 900", " a0-across"), ("600", ""), ("0 0", ""),
  ]) func largePicturesArePrintedOnSheetsOfTheirOwn(size: String, paper: String) throws {
    let picture = InlinePicture(
      svg: Array("<svg viewBox=\"0 0 \(size)\"></svg>".utf8), title: "Drawn", description: "")
    let pages = site().pages(with: Pictures { _ in picture })
    let page = try #require(pages.first { $0.path == "index.html" }).text
    #expect(page.contains("<figure class=\"picture\(paper)\">"))
    let styles = try #require(pages.first { $0.path == "assets/site.css" }).text
    #expect(paper.isEmpty || styles.contains("@page\(paper) {"))
  }

  @Test func everyMeasureStandsOnItsListOnce() throws {
    let measures = (1...130).map { "/// What \($0) is.\nkpi K\($0) {\n  better higher\n}\n" }
    let files = Samples.site(of: measures.joined()).files
    var links: [String: Int] = [:]
    for file in files where ["kpis.html", "kpis-2.html"].contains(file.path) {
      let page = Markup(file.bytes())
      for tag in page.tags { links[tag.attributes["href"] ?? "", default: 0] += 1 }
      let hasLast = page.words.contains("What 130 is.")
      #expect(hasLast == (file.path == "kpis-2.html"))
    }
    for number in 1...130 { #expect(links["kpi-K\(number).html"] == 1, "\(number)") }
  }

  @Test func longListsAreCutIntoPages() throws {
    let actors = (1...700).map { "actor A\($0)\n" }.joined()
    let timeboxes = (1...130).map { "  timebox T\($0)\n" }.joined()
    let site = site(actors + "increment I {\n" + timeboxes + "}\n")
    let paths = site.pages.map(\.path)
    for path in ["actors-2.html", "actors-6.html", "a-z-2.html", "plan-3.html"] {
      #expect(paths.contains(path), "\(path)")
    }
    #expect(!paths.contains("whole.html"))
    for page in site.pages where page.isHTML {
      #expect(page.bytes.count < 100_000, "\(page.path)")
    }
    let list = site.pages.filter { $0.path.hasPrefix("actors") }.map(\.text).joined()
    for number in 1...700 { #expect(list.contains("href=\"actor-A\(number).html\"")) }
  }

  @Test func manyPagesAreNamedFromTheFirstToTheLast() throws {
    let actors = (1...3000).map { "actor A\($0)\n" }.joined()
    let file = try #require(site(actors).files.first { $0.path == "actors-13.html" })
    let tags = Markup(file.bytes()).tags
    let labels = Set(
      tags.compactMap { $0.attributes["aria-label"] }.filter { $0.hasPrefix("Page ") })
    #expect(labels == Set(([1, 25] + Array(8...18)).map { "Page \($0) of 25" }))
  }

  @Test(arguments: Samples.examples) func theWholeSiteIsOnePage(example: String) throws {
    let site = try Samples.site(ofExample: example)
    let whole = try #require(site.page("whole.html")).text
    for element in site.model.elements {
      let title = element.title.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
        .replacing("\"", with: "&quot;")
      #expect(whole.contains(title), "\(element.key)")
    }
  }

  @Test func wordsStandInTheirTableOnly() throws {
    let sources = Samples.root.appendingPathComponent("Sources/UseCaseSite")
    for folder in ["Pages", "Parts"] {
      let path = sources.appendingPathComponent(folder).path
      for file in try FileManager.default.contentsOfDirectory(atPath: path) {
        let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
        for line in text.split(separator: "\n") where !line.contains("///") {
          let literals = line.matches(of: /"([^"\\]*)"/).map { String($0.1) }
          for literal in literals where literal.contains(/[A-Z][a-z]/) {
            let isMarkup = ["viewBox", "preserveAspectRatio", "Content-Security-Policy"]
            #expect(isMarkup.contains(literal), "\(file): \(literal)")
          }
        }
      }
    }
  }
}
