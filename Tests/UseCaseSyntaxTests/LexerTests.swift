import TestSupport
import Testing

@testable import UseCaseSyntax

/// Kinds and texts of all tokens but the last.
private func tokens(_ text: String) -> [String] {
  let source = SourceText(path: "t.usecase", text)
  return tokenize(source).tokens.dropLast().map { "\($0.kind) \(source[$0.range])" }
}

private func flags(_ text: String) -> Token.Flags {
  tokenize(SourceText(path: "t.usecase", text)).tokens[0].flags.subtracting(.beginsLine)
}

@Suite struct LexerTests {
  @Test(arguments: exampleFiles)
  func tokensAndTheBytesBetweenThemAreTheFile(_ file: ExampleFile) {
    let source = SourceText(path: file.path, bytes: file.bytes)
    expectCover(source)
  }

  @Test func randomBytesAreCovered() {
    var random = FixedSeed(1)
    for _ in 0..<400 {
      let count = Int.random(in: 0...200, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      expectCover(SourceText(path: "random", bytes: bytes))
    }
  }

  /// Tokens ascend without overlap; what lies between them is blanks and comments.
  private func expectCover(_ source: SourceText) {
    let list = tokenize(source)
    var end = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var comments = list.comments[...]
    for token in list.tokens {
      #expect(token.start >= end)
      var between = end..<token.start
      while let comment = comments.first, comment.lowerBound < token.start {
        #expect(isBlankText(source.bytes[between.lowerBound..<comment.lowerBound]))
        between = comment.upperBound..<token.start
        comments.removeFirst()
      }
      #expect(isBlankText(source.bytes[between]))
      end = token.end
    }
    #expect(end == source.bytes.count && comments.isEmpty)
  }

  private func isBlankText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0xC2).enumerated().allSatisfy { index, part in
      let rest = index > 0 && part.first == 0xA0 ? part.dropFirst() : part
      return rest.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    } || bytes.elementsEqual([0xC2, 0xA0])
  }

  @Test func wordsOfAnyScript() {
    #expect(
      tokens("größe 顧客 दुकान _x A1") == ["größe", "顧客", "दुकान", "_x", "A1"].map { "word \($0)" })
  }

  @Test func aHyphenBelongsToAWordOnlyBetweenTwoOfItsCharacters() {
    #expect(tokens("keep-satisfied") == ["word keep-satisfied"])
    #expect(tokens("A->B") == ["word A", "arrow ->", "word B"])
    #expect(tokens("a- b") == ["word a", "unknown -", "word b"])
  }

  @Test func backticksAndQualifiedNames() {
    #expect(tokens("`flow` Shop.`end`.Pay") == ["word `flow`", "word Shop.`end`.Pay"])
    #expect(flags("`flow`") == .quoted)
    #expect(flags("Shop.Pay") == .qualified)
    #expect(tokens("`a b`") == ["unknown `", "word a", "word b", "unknown `"])
    #expect(tokens("``") == ["unknown `", "unknown `"])
  }

  @Test func numbersDatesAnchorsAndQuantitiesAreOneToken() {
    for number in ["12", "4.5", "-2", "3a", "2-4a", "*a", "2026-10-01", "9.5h", "62%", "5‰", "3€"] {
      #expect(tokens(number) == ["number \(number)"])
    }
    #expect(tokens("1..7") == ["number 1", "ellipsis ..", "number 7"])
    #expect(tokens("9.5 h") == ["number 9.5", "word h"])
    #expect(tokens("62 %") == ["number 62", "unit %"])
    #expect(tokens("9.5\u{A0}h") == ["number 9.5", "word h"])
  }

  @Test func aStepIsItsNumberAndProse() {
    #expect(
      tokens("1. a, \"b\" {c} https://x // note\n2. d")
        == ["stepNumber 1.", "prose a, \"b\" {c} https://x", "stepNumber 2.", "prose d"])
    #expect(tokens("x 1. a") == ["word x", "number 1", "unknown .", "word a"])
    #expect(tokens("3a1. x") == ["stepNumber 3a1.", "prose x"])
    #expect(flags("2) x") == .lookalike)
    #expect(tokens("1.") == ["stepNumber 1."])
    #expect(tokens("1.5 x") == ["number 1.5", "word x"])
  }

  @Test func lookalikesAreRecognised() {
    for arrow in ["→", "-->", "=>", "==>"] {
      #expect(tokens("A \(arrow) B") == ["word A", "arrow \(arrow)", "word B"])
      #expect(flags(arrow) == .lookalike)
    }
    #expect(tokens("−2") == ["number −2"] && flags("−2") == .lookalike)
    for text in ["“a b”", "„a b“", "«a b»", "‘a b’", "”a b\""] {
      #expect(tokens(text) == ["text \(text)"])
      #expect(flags(text) == .lookalike)
    }
    #expect(tokens("“it’s”") == ["text “it’s”"])
  }

  @Test func textsEndWithTheirQuotesOrTheirLine() {
    #expect(tokens(#""a \" b" c"#) == [#"text "a \" b""#, "word c"])
    #expect(flags(#""a \n""#) == .escaped)
    #expect(flags(#""[[A]]""#) == .linked)
    #expect(tokens("\"a  \nb") == ["text \"a", "word b"])
    #expect(flags("\"a") == .unclosed)
    #expect(tokens("\"a\\\nb") == ["text \"a\\", "word b"])
  }

  @Test func blockTextsMayHoldQuotesAndLines() {
    let text = "\"\"\"\n  a \"b\" \"\" c\n  \\\"\"\"\n  \"\"\""
    #expect(tokens(text) == ["text \(text)"])
    #expect(flags(text) == [.block, .escaped])
  }

  @Test func anUnclosedBlockTextEndsBeforeABraceOrADeclaration() {
    #expect(tokens("\"\"\"\na\n}\nb") == ["text \"\"\"\na", "rightBrace }", "word b"])
    #expect(tokens("\"\"\"\na\nactor B").first == "text \"\"\"\na")
    // A line that only looks like a declaration, in a text that is closed.
    #expect(tokens("\"\"\"\nactor B\n\"\"\"").count == 1)
  }

  @Test func commentsNest() {
    let source = SourceText(path: "t", "a /* b /* c */ d */ e // f\n/// g\n//// h")
    let list = tokenize(source)
    #expect(list.comments.map { source[$0] } == ["/* b /* c */ d */", "// f", "//// h"])
    #expect(list.tokens.map(\.kind) == [.word, .word, .description, .endOfFile])
    #expect(tokenize(SourceText(path: "t", "a /* /* */ b")).unclosedComment == 2..<4)
  }

  @Test func invisibleCharactersAreTokensOfTheirOwn() {
    #expect(tokens("a \u{200B}\u{2060} b").count == 3)
    #expect(tokens("a\u{A0}b") == ["word a", "word b"])
    #expect(tokens("\u{FEFF}a") == ["word a"])
    #expect(tokens("a \u{FEFF}b").count == 3)
    #expect(tokens("a\0b") == ["word a", "unknown \0", "word b"])
  }

  @Test func everyLineEndEndsALine() {
    for end in ["\n", "\r\n", "\r"] {
      let list = tokenize(SourceText(path: "t", "a b\(end)c"))
      #expect(list.tokens.map(\.beginsLine) == [true, false, true, false])
    }
  }
}
