import Testing
import UseCaseText

@Suite struct FontTests {
  @Test(arguments: knownWidths.indices)
  func widthsAreThoseOfTheFont(_ index: Int) {
    let known = knownWidths[index]
    #expect(abs(Font(size: 1).width(of: known.text) - known.regular) < 0.001)
    #expect(abs(Font(size: 1, face: .bold).width(of: known.text) - known.bold) < 0.001)
    #expect(abs(Font(size: 1, face: .italic).width(of: known.text) - known.italic) < 0.001)
  }

  @Test func widthGrowsWithTheSize() {
    let small = Font(size: 7).width(of: "Lend item")
    #expect(Font(size: 14).width(of: "Lend item") == 2 * small)
  }

  @Test func metricsOfALineAddUp() {
    let font = Font(size: 100)
    #expect(abs(font.ascent - 90.5) < 0.1)
    #expect(abs(font.descent - 21.2) < 0.1)
    #expect(font.lineHeight > font.ascent + font.descent)
  }

  @Test(arguments: [
    ("漢字", 2.0), ("ｆｕｌｌ", 4.0), ("한국", 2.0), ("\u{1112}\u{1161}\u{11AB}", 1.0),
    ("😀", 1.25), ("👨‍👩‍👧‍👦", 1.25), ("👍🏽", 1.25), ("🇩🇪", 1.25), ("❤️", 1.25), ("1️⃣", 1.25),
    ("\u{0301}", 0.0), ("\u{200D}", 0.0), ("\u{FEFF}", 0.0), ("\n", 0.0),
  ])
  func otherCharactersHaveSensibleWidths(_ text: String, _ width: Double) {
    #expect(Font(size: 1).width(of: text) == width)
  }

  @Test(arguments: ["سلام", "नमस्ते", "สวัสดี", "ქართული", "𝒳"])
  func otherScriptsAreNeitherFlatNorHuge(_ text: String) {
    let average = Font(size: 1).width(of: text) / Double(text.count)
    #expect((0.3...1.3).contains(average))
  }

  @Test func decomposedLettersAreAsWideAsComposedOnes() {
    let font = Font(size: 12)
    #expect(font.width(of: "e\u{301}t") == font.width(of: "ét"))
    #expect(font.width(of: "й") == font.width(of: "и\u{306}"))
  }

  @Test func widthsAddUpOverCharactersAndPairs() {
    var random = Random(seed: 1)
    let font = Font(size: 2048)
    for _ in 0..<500 {
      let characters = random.text(length: 12).map(String.init)
      var sum = characters.reduce(0) { $0 + font.width(of: $1) }
      for (left, right) in zip(characters, characters.dropFirst()) {
        sum += font.width(of: left + right) - font.width(of: left) - font.width(of: right)
      }
      let text = characters.joined()
      #expect(font.width(of: text) == sum, "\(text.debugDescription)")
    }
  }

  @Test func pairsAreSetAsTheFontSetsThem() {
    let regular = Font(size: 2048)
    let bold = Font(size: 2048, face: .bold)
    let italic = Font(size: 2048, face: .italic)
    func kerning(_ pair: String, in font: Font) -> Double {
      font.width(of: pair) - pair.reduce(0) { $0 + font.width(of: String($1)) }
    }
    #expect(kerning("To", in: regular) == -227 && kerning("To", in: bold) == -152)
    #expect(kerning("11", in: regular) == -152 && kerning("Το", in: regular) == -225)
    #expect(kerning(" A", in: regular) == -113 && kerning("r’", in: regular) == 76)
    #expect(kerning("„Ъ", in: regular) == -68 && kerning("„Ъ", in: bold) == -180)
    #expect(kerning("Yo", in: italic) == -113 && kerning("ΑΥ", in: italic) == -264)
    #expect(kerning("no", in: regular) == 0 && kerning("日本", in: regular) == 0)
  }

  @Test func substringsAndForeignBytesAreMeasured() {
    let font = Font(size: 10)
    #expect(font.width(of: "Lend item".dropFirst(5)) == font.width(of: "item"))
    let broken: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0xC3]
    let width = broken.withUnsafeBufferPointer { font.width(ofUTF8: $0) }
    #expect(width >= font.width(of: "a"))
  }
}
