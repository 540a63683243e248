import Testing
import UseCaseText

@Suite struct WrapTests {
  private let font = Font(size: 12)

  /// Wraps at the width of `sample`.
  private func wrapped(_ text: String, like sample: String, maxLines: Int? = nil) -> [String] {
    wrap(text, in: font, width: font.width(of: sample), maxLines: maxLines)
  }

  @Test func aTextThatFitsIsOneLine() {
    #expect(wrapped("Lend item", like: "Lend item") == ["Lend item"])
    #expect(wrapped("  Lend  item ", like: "Lend an item") == ["Lend  item"])
    #expect(wrapped("Größe", like: "Größe") == ["Größe"])
  }

  @Test func nothingIsOneEmptyLine() {
    #expect(wrapped("", like: "x") == [""])
    #expect(wrapped("  \t", like: "x") == [""])
  }

  @Test func explicitBreaksAreHonoured() {
    #expect(wrapped("a\n\nb", like: "wide enough") == ["a", "", "b"])
    #expect(wrapped("a\r\nb\n", like: "wide enough") == ["a", "b", ""])
  }

  @Test func linesAreBalanced() {
    #expect(
      wrapped("Search the catalogue", like: "Search the cata") == ["Search the", "catalogue"])
    #expect(wrapped("aaaa bbbb cc", like: "aaaa bbbb") == ["aaaa", "bbbb cc"])
    #expect(
      wrapped("bb bb bb bb aaaaaa", like: "bb bb bb") == ["bb bb", "bb bb", "aaaaaa"])
  }

  @Test(arguments: [
    ("check-in counter", "check-in", ["check-in", "counter"]),
    ("self-service", "service", ["self-", "service"]),
    ("input/output", "output", ["input/", "output"]),
    ("on 2024-01-02", "2024-01-02", ["on", "2024-01-02"]),
    ("one\u{200B}two", "one", ["one", "two"]),
    ("a\u{A0}b c", "a b", ["a\u{A0}b", "c"]),
    ("漢字仮名", "漢字", ["漢字", "仮名"]),
    ("漢字仮。名", "漢字仮", ["漢字", "仮。名"]),
    ("図「書館」", "「書", ["図", "「書", "館」"]),
    ("한국 도서관", "도서관", ["한국", "도서관"]),
  ])
  func breaksStandWhereReadersExpectThem(_ text: String, _ sample: String, _ lines: [String]) {
    #expect(wrapped(text, like: sample) == lines)
  }

  @Test(arguments: [
    ("lendItemToReader", "ToReader", ["lendItem", "ToReader"]),
    ("parseHTTPServer", "parseHTTP", ["parseHTTP", "Server"]),
    ("snake_case_name", "snake_case", ["snake_", "case_name"]),
    ("someone@example.org", "someone@", ["someone@", "example.", "org"]),
    ("aaaaaaaa", "aaaa", ["aaaa", "aaaa"]),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", "ee", ["e\u{301}e\u{301}", "e\u{301}e\u{301}"]),
    ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "😀", ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
  ])
  func longWordsBreakInside(_ text: String, _ sample: String, _ lines: [String]) {
    #expect(wrapped(text, like: sample) == lines)
  }

  @Test func aWordIsLeftWholeWhereTheNumberOfLinesAllowsIt() {
    #expect(
      wrapped("a internationalization b", like: "internationalization")
        == ["a", "internationalization", "b"])
  }

  @Test func tooManyLinesBecomeWiderAndKeepAllText() {
    let text = "Send the reader an overdue notice by mail"
    #expect(wrapped(text, like: "overdue").count > 3)
    let lines = wrapped(text, like: "overdue", maxLines: 3)
    #expect(lines.count == 3)
    #expect(lines.joined(separator: " ") == text)
    #expect(wrapped("a\nb\nc", like: "a", maxLines: 2) == ["a", "b", "c"])
    #expect(wrapped("word by word", like: "w", maxLines: 1) == ["word by word"])
  }

  @Test(arguments: [0, -1, .nan, .infinity, -.infinity, 1e300] as [Double])
  func strangeWidthsLoseNothing(_ width: Double) {
    for size in [12, 0, -3, .nan, .infinity] as [Double] {
      let lines = wrap("lend ItemToReader 漢", in: Font(size: size), width: width, maxLines: nil)
      #expect(lines.joined().filter { $0 != " " } == "lendItemToReader漢")
    }
  }

  @Test func noTextIsLostAndNoLineIsTooWide() {
    var random = Random(seed: 7)
    for round in 0..<800 {
      let text = random.text(length: round % 40)
      let width = Double.random(in: 5...200, using: &random)
      let lines = wrap(text, in: font, width: width)
      #expect(Self.ink(lines.joined()) == Self.ink(text), "\(text.debugDescription)")
      for line in lines where font.width(of: line) > width + 0.001 {
        #expect(line.count == 1, "\(line.debugDescription) in \(text.debugDescription)")
      }
      #expect(lines.allSatisfy { $0.first != " " && $0.last != " " })
    }
  }

  @Test func maxLinesLoseNoTextEither() {
    var random = Random(seed: 11)
    for round in 0..<300 {
      let text = random.text(length: round % 40)
      let lines = wrap(text, in: font, width: 40, maxLines: 3)
      #expect(Self.ink(lines.joined()) == Self.ink(text))
      #expect(lines.count <= 3)
    }
  }

  @Test(arguments: ["x", "xY", "漢", "e\u{301}", "🇩🇪", "a ", "-", "\u{301}", "\n", "a-", "👍🏽"])
  func amountsOfTextTakeAMoment(_ part: String) {
    let text = String(repeating: part, count: 1 << 18 / part.utf8.count)
    let clock = ContinuousClock()
    var lines: [String] = []
    let short = clock.measure { lines = wrap(text, in: font, width: 100, maxLines: nil) }
    #expect(Self.ink(lines.joined()) == Self.ink(text))
    let long = clock.measure { lines = wrap(text, in: font, width: 1_000_000, maxLines: 20) }
    #expect(Self.ink(lines.joined()) == Self.ink(text))
    #expect(short < .seconds(20) && long < .seconds(20))
  }

  /// The scalars of a text that are not blanks.
  private static func ink(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !" \t\n\r\u{200B}".unicodeScalars.contains($0) }
  }
}
