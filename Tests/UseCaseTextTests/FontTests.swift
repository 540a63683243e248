import Testing
import UseCaseText

@Suite struct FontTests {
  @Test(arguments: knownWidths.indices)
  func widthsAreThoseOfTheFont(_ index: Int) {
    let known = knownWidths[index]
    #expect(abs(Font(size: 1).width(of: known.text) - known.regular) < 0.001)
    #expect(abs(Font(size: 1, weight: .bold).width(of: known.text) - known.bold) < 0.001)
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

  @Test func widthsAddUpOverCharacters() {
    var random = Random(seed: 1)
    let font = Font(size: 2048)
    for _ in 0..<500 {
      let text = random.text(length: 12)
      let sum = text.reduce(0) { $0 + font.width(of: String($1)) }
      #expect(font.width(of: text) == sum, "\(text.debugDescription)")
    }
  }

  @Test func substringsAndForeignBytesAreMeasured() {
    let font = Font(size: 10)
    #expect(font.width(of: "Lend item".dropFirst(5)) == font.width(of: "item"))
    let broken: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0xC3]
    let width = broken.withUnsafeBufferPointer { font.width(ofUTF8: $0) }
    #expect(width >= font.width(of: "a"))
  }
}
