import TestSupport
import Testing

@testable import UseCaseSyntax

/// Any bytes give a tree and findings, in bounded time.
@Suite(.serialized) struct HostileInputTests {
  // Code without optimisation is fifty times slower, and is given less.
  #if DEBUG
    private let million = 30_000
    private let nesting = 10_000
  #else
    private let million = 1_000_000
    private let nesting = 65_000
  #endif

  /// Parses, formats and walks the tree.
  @discardableResult
  private func digest(_ bytes: [UInt8]) -> SyntaxTree {
    let tree = parse(SourceText(path: "t.usecase", bytes: bytes))
    let result = format(tree)
    #expect((result.bytes == nil) == tree.hasErrors)
    #expect(tree.diagnostics.allSatisfy { $0.place.range.upperBound <= bytes.count })
    return tree
  }

  private func expectBounded(_ text: String) {
    expectBounded(Array(text.utf8))
  }

  /// Far above what is measured, in case the machine is busy; far below anything quadratic.
  private func expectBounded(_ bytes: [UInt8]) {
    let duration = ContinuousClock().measure { digest(bytes) }
    #expect(duration < .seconds(20))
  }

  @Test(arguments: exampleFiles)
  func anyPrefixGivesATree(_ file: ExampleFile) {
    var random = FixedSeed(3)
    for _ in 0..<20 {
      digest(Array(file.bytes.prefix(Int.random(in: 0...file.bytes.count, using: &random))))
    }
    for end in 0..<min(200, file.bytes.count) { digest(Array(file.bytes.prefix(end))) }
  }

  @Test func randomBytesGiveATree() {
    var random = FixedSeed(4)
    for _ in 0..<500 {
      let count = Int.random(in: 0...400, using: &random)
      digest((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test func randomTokensGiveATree() {
    var random = FixedSeed(5)
    let odd = [
      "{", "}", ",", ":", "->", "..", "\n", "\n", "\"a\"", "\"", "\"\"\"", "1.", "3a", "*a", "62%",
      "///d", "//c", "/*", "*/", "`", "[[A]]", "“x”", "→", "−1", "2026-10-01", "1..7", "A", "A.B",
      "resume", "\u{200B}", "\\", "=",
    ]
    let words = Vocabulary.keywords + odd
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...60, using: &random)
      let soup = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      digest(Array(soup.joined(separator: " ").utf8))
    }
  }

  @Test func formattingWhatSoupIsLegalIsFaithful() {
    var random = FixedSeed(6)
    var legal = 0
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...6, using: &random)
      let text = (0..<count).map { _ in line(&random) }.joined(separator: "\n")
      let tree = digest(Array("usecase U {\n\(text)\n}".utf8))
      guard let bytes = format(tree).bytes else { continue }
      legal += 1
      let again = digest(bytes)
      #expect(!again.hasErrors && format(again).bytes == bytes, "\(text)")
    }
    #expect(legal > 50)
  }

  private func line(_ random: inout FixedSeed) -> String {
    let lines = [
      "actor A, B", "actor A,\n B // c", "/* c */ priority must", "///d",
      "reviewed 2026-01-01 by A",
      "flow {\n2. x\n2. y\n}", "alternative 2a { end failure }", "extend B when \"x\" at C",
      "note \"\"\"\n a\n  b\n \"\"\"", "abstract // c", "exception *a {\n}", "system {}", "}", "{",
      "extension point P after 2", "link \"a\" \"b\"",
    ]
    return lines[Int.random(in: 0..<lines.count, using: &random)]
  }

  @Test(arguments: ["{", "package P {\n", "/*", "}", "(", "\"", "\"\"\"\n", "[[", "`", "1. ", "->"])
  func nestingIsBounded(_ part: String) {
    expectBounded(String(repeating: part, count: nesting))
    expectBounded("actor A {\n" + String(repeating: part, count: nesting))
    expectBounded("actor A \"" + String(repeating: part, count: nesting))
  }

  @Test(arguments: ["usecase U {\nalternative 1a {\n", "system S {\nusecase U {\n", "stage S {\n"])
  func nestingOfBlocksIsBounded(_ part: String) {
    expectBounded(String(repeating: part, count: nesting))
  }

  @Test func aLineOfAMegabyteIsBounded() {
    for part in ["a ", "a,", "actor A ", "\"a\" ", "/* c */", "1 ", "{}", "a -> "] {
      expectBounded(String(repeating: part, count: million / part.utf8.count))
    }
    expectBounded("actor A: " + String(repeating: "B, ", count: million / 3) + "C")
    expectBounded("1. " + String(repeating: "x", count: million))
    expectBounded("actor A \"" + String(repeating: "[[B]] ", count: million / 6) + "\"")
  }

  @Test func aMillionNamesAreBounded() {
    expectBounded((0..<million).map { "actor A\($0)" }.joined(separator: "\n"))
    expectBounded((0..<million).map { "A\($0)" }.joined(separator: "\n"))
    expectBounded((0..<million / 10).map { "\"\"\"\nactor A\($0)" }.joined(separator: "\n"))
    expectBounded(
      "usecase U {\nflow {\n" + (0..<million / 5).map { "\($0). x" }.joined(separator: "\n")
        + "\n}\n}")
  }

  @Test func zeroBytesAndInvalidUTF8AreReported() {
    #expect(digest(Array("actor A\0B\n".utf8)).hasErrors)
    #expect(digest([0xFF, 0xFE, 0x61, 0x00]).hasErrors)
    expectBounded([UInt8](repeating: 0, count: million))
    expectBounded([UInt8](repeating: 0xFF, count: million))
    expectBounded([UInt8](repeating: 0xE2, count: million))
  }
}
