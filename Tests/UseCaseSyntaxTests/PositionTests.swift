import Testing

@testable import UseCaseSyntax

@Suite struct PositionTests {
  private func position(_ text: String, of word: String) -> Position? {
    let source = SourceText(path: "t", text)
    let token = tokenize(source).tokens.first { source[$0.range] == word }
    return token.map { LineTable(source).position(of: $0.start) }
  }

  @Test func columnsCountCharacters() {
    #expect(position("\"👩‍👩‍👧 e\u{301}\" B", of: "B") == Position(line: 1, column: 7))
    #expect(position("顧客 B", of: "B") == Position(line: 1, column: 4))
    #expect(position("\tB", of: "B") == Position(line: 1, column: 2))
  }

  @Test func everyLineEndCounts() {
    #expect(position("a\r\nb\n\r\nB", of: "B") == Position(line: 4, column: 1))
    #expect(position("a\rb\rB", of: "B") == Position(line: 3, column: 1))
  }

  @Test func aByteOrderMarkIsNoCharacter() {
    #expect(position("\u{FEFF}B", of: "B") == Position(line: 1, column: 1))
    #expect(position("\u{FEFF}a\n B", of: "B") == Position(line: 2, column: 2))
  }

  @Test func theEndOfTheFileLiesBehindTheLastLine() {
    let table = LineTable(SourceText(path: "t", "ab\ncd"))
    #expect(table.position(of: 5) == Position(line: 2, column: 3))
    #expect(table.position(of: 500) == Position(line: 2, column: 3))
    #expect(table.text(ofLine: 1) == "cd")
    #expect(table.range(ofLine: 9) == 5..<5)
  }

  @Test func textsOutsideTheFileAreEmptyAndBadBytesAreReplaced() {
    let source = SourceText(path: "t", bytes: [0x61, 0xFF, 0x62])
    #expect(source[0..<3] == "a\u{FFFD}b")
    #expect(source[2..<90] == "b")
  }
}
