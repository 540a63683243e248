import Foundation
import TestSupport
import Testing
import UseCaseModel
import UseCaseReport
import UseCaseRules
import UseCaseSyntax
import UseCaseText

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// How coverage is put: as a table, Markdown, JSON and a badge.
@Suite struct CoverageFormatTests {
  /// Journeys, packages, gaps, an allowance, and names that would do harm.
  private static let text = """
    model Shop "Shop <of> | *everything* \\u{1B}[31m"
    actor Customer
    usecase PayOrder { actor Customer\npriority must }
    package Checkout "Checkout, payment and whatever else has a very long title" {
      usecase Track { actor Customer }
      package Inner { usecase Deep { actor Customer\npriority should } }
    }
    journey Buy "買い物 and keep it for a very long time" {
      stage Purchase {
        touchpoint Pay "Pay \\u{202E}[x](y)" { realized by PayOrder\npain "Slow" }
      }
      stage Delivery {
        touchpoint Wait // allow(touchpoint-without-usecase): they wait at home
      }
    }
    journey Return { stage Back { touchpoint Send } }
    usecase Done { status implemented }
    """

  private static func report(_ text: String = text) -> CoverageReport {
    let source = SourceText(path: "a.usecase", text)
    let model = resolve([parse(source)])
    return CoverageReport(
      title: model.title ?? "model", coverage: Coverage(model),
      model: ReportedModel(findings: [], sources: [source], prefix: "shop/"),
      minimums: ["touchpoints-realised": 90], unaskedRules: ["unverified-usecase"], path: "shop")
  }

  @Test(arguments: CoverageFormatCatalog.all.map { $0.name }) func isAsReviewed(
    _ name: String
  ) throws {
    let format = try #require(CoverageFormatCatalog.format(named: name))
    let text = format.render(Self.report(), options: CoverageOptions())
    #expect(try differenceFromGolden(text, "reports/coverage.\(name).txt") == nil)
    #expect(text.hasSuffix("\n"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeToShow })
  }

  @Test(arguments: ["table", "markdown"]) func listsPlacesWhereAsked(_ name: String) throws {
    let format = try #require(CoverageFormatCatalog.format(named: name))
    let text = format.render(Self.report(), options: CoverageOptions(isVerbose: true))
    #expect(try differenceFromGolden(text, "reports/coverage.\(name).verbose.txt") == nil)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeToShow })
  }

  // MARK: The table

  @Test func theTableFitsIntoEightyColumns() {
    let text = CoverageTable.render(Self.report(), options: CoverageOptions())
    for line in text.split(separator: "\n") {
      // The letters of the journey's title take two columns each.
      #expect(line.count + line.count(where: { "買い物".contains($0) }) <= 80, "\(line)")
    }
  }

  @Test(arguments: [
    ("a/b-c.d", "usecase check a/b-c.d\n"), ("my shop", "usecase check 'my shop'\n"),
    ("x; rm 'y'", #"usecase check 'x; rm '\''y'\'''"# + "\n"),
    ("\u{1B}", "usecase check '\\u{1B}'\n"),
  ])
  func commandsCanBeTyped(path: String, command: String) {
    var report = Self.report()
    report.path = path
    #expect(CoverageTable.render(report, options: CoverageOptions()).contains(command))
  }

  @Test func coloursAddNothing() throws {
    let plain = CoverageTable.render(Self.report(), options: CoverageOptions())
    let colored = CoverageTable.render(Self.report(), options: CoverageOptions(isColored: true))
    #expect(plain != colored)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func manyPlacesAreCounted() {
    let touchpoints = (1...30).map { "touchpoint T\($0)\n" }.joined()
    let report = Self.report("journey J {\nstage S {\n\(touchpoints)}\n}")
    let options = CoverageOptions(isVerbose: true, limit: 10)
    let text = CoverageTable.render(report, options: options)
    #expect(text.contains("    … and 20 further places, not shown\n"))
    #expect(!text.contains("'T11' is realised"))
  }

  @Test func ofManyPartsThoseThatLackMostAreShown() {
    let journeys = (1...30).map { number in
      let touchpoints = (1...(number % 3 + 1)).map { "touchpoint T\($0)\n" }.joined()
      return "journey J\(number) {\nstage S {\n\(touchpoints)}\n}\n"
    }.joined()
    let text = CoverageTable.render(Self.report(journeys), options: CoverageOptions())
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("  J") }
    #expect(rows.count == 20)
    // Those with three touchpoints and with two, in the order of the model.
    #expect(
      rows.map { Int($0.dropFirst(3).prefix { $0 != " " }) } == (1...30).filter { $0 % 3 > 0 })
    #expect(text.contains("  … those of 30 that lack most; '--verbose' shows all\n"))
    let all = CoverageTable.render(Self.report(journeys), options: CoverageOptions(isVerbose: true))
    #expect(all.split(separator: "\n").count { $0.hasPrefix("  J") } == 30)
  }

  @Test func barsAreFullOnlyWhereNothingIsMissing() {
    func row(_ covered: Int, of total: Int) -> String {
      let touchpoints = (1...total).map {
        "touchpoint T\($0) \($0 <= covered ? "{ realized by U }" : "")\n"
      }.joined()
      let report = Self.report("usecase U\njourney J {\nstage S {\n\(touchpoints)}\n}")
      let text = CoverageTable.render(report, options: CoverageOptions())
      return text.split(separator: "\n").first { $0.hasPrefix("  touchpoints realised") }
        .map(String.init) ?? ""
    }
    #expect(!row(99, of: 100).contains(String(repeating: "█", count: 20)))
    #expect(row(100, of: 100).contains(String(repeating: "█", count: 20)))
    #expect(row(1, of: 100).contains("  █░"))
    #expect(row(0, of: 100).contains("  ░░"))
  }

  // MARK: For programs

  @Test func jsonHasAllFiguresAndPlaces() throws {
    let text = CoverageJSON.render(Self.report(), options: CoverageOptions())
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1)
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.compactMap { $0["name"] as? String } == FigureCatalog.all.map(\.name))
    let realised = try #require(figures.first)
    #expect(realised["covered"] as? Int == 1 && realised["total"] as? Int == 2)
    #expect(realised["allowed"] as? Int == 1 && realised["percent"] as? Int == 50)
    #expect(realised["minimum"] as? Int == 90)
    #expect(figures.contains { $0["percent"] is NSNull })
    let parts = try #require(object["parts"] as? [[String: Any]])
    #expect(parts.contains { $0["element"] as? String == "stage Buy.Purchase" })
    #expect(parts.contains { $0["within"] as? String == "package Checkout" })
    let gaps = try #require(object["gaps"] as? [[String: Any]])
    let missing = figures.dropLast().compactMap { figure in
      (figure["total"] as? Int).flatMap { total in (figure["covered"] as? Int).map { total - $0 } }
    }
    #expect(gaps.count == missing.reduce(0, +))
    #expect(gaps.allSatisfy { $0["file"] as? String == "shop/a.usecase" })
  }

  @Test func anEmptyModelIsADocument() throws {
    let text = CoverageJSON.render(Self.report(""), options: CoverageOptions())
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["gaps"] as? [Any])?.isEmpty == true)
    #expect((object?["parts"] as? [Any])?.isEmpty == true)
    let badge = CoverageBadge.render(Self.report(""), options: CoverageOptions())
    #expect(badge.contains(">–</text>"))
  }

  // MARK: The badge

  @Test(arguments: FigureCatalog.all) func theBadgeFitsItsText(_ figure: FigureInfo) throws {
    let text = CoverageBadge.render(Self.report(), options: CoverageOptions(figure: figure))
    let document = try XMLDocument(data: Data(text.utf8))
    let root = try #require(document.rootElement())
    func values(_ path: String) throws -> [String] {
      try root.nodes(forXPath: path).compactMap(\.stringValue)
    }
    let words = try values(".//*[local-name()='text']")
    let widths = try values(".//*[local-name()='g']/*[local-name()='rect']/@width")
      .compactMap(Double.init)
    #expect(words.count == 2 && widths.count == 2)
    for (word, width) in zip(words, widths) {
      #expect(Font(size: 11).width(of: word) + 8 <= width, "\(word)")
    }
    #expect(try values("@width").compactMap(Double.init) == [widths.reduce(0, +)])
    #expect(words.first == (figure == FigureCatalog.overall ? "coverage" : figure.label))
  }

  @Test func lettersStandOutFromEveryGround() {
    var grounds: Set<String> = []
    for covered in 0...20 {
      let touchpoints = (0..<20).map {
        "touchpoint T\($0) \($0 < covered ? "{ realized by U }" : "")\n"
      }.joined()
      let report = Self.report("usecase U\njourney J {\nstage S {\n\(touchpoints)}\n}")
      let options = CoverageOptions(
        figure: FigureCatalog.all.first ?? FigureCatalog.overall)
      let text = CoverageBadge.render(report, options: options)
      grounds.formUnion(text.matches(of: /fill="(#[0-9a-f]{6})"/).map { String($0.1) })
    }
    grounds.formUnion(
      CoverageBadge.render(Self.report(""), options: CoverageOptions())
        .matches(of: /fill="(#[0-9a-f]{6})"/).map { String($0.1) })
    grounds.remove("#ffffff")
    #expect(grounds.count == 6)
    for ground in grounds { #expect(contrastToWhite(ground) >= 4.5, "\(ground)") }
  }

  /// As WCAG 2 defines it.
  private func contrastToWhite(_ color: String) -> Double {
    let parts = stride(from: 1, to: 7, by: 2).map { start -> Double in
      let digits = color.dropFirst(start).prefix(2)
      let value = Double(Int(digits, radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    return 1.05 / (luminance + 0.05)
  }
}
