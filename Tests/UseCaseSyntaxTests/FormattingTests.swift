import Foundation
import TestSupport
import Testing

@testable import UseCaseSyntax

private let formatFixtures = files(in: fixtures.appending(path: "format"), withExtension: "usecase")
  .filter { !$0.path.hasSuffix(".formatted.usecase") }
private let validFixtures = files(
  in: fixtures.appending(path: "syntax/valid"), withExtension: "usecase")

@Suite struct FormattingTests {
  private func tree(_ bytes: [UInt8]) -> SyntaxTree {
    parse(SourceText(path: "t.usecase", bytes: bytes))
  }

  @Test(arguments: exampleFiles)
  func examplesAreFormatted(_ file: ExampleFile) throws {
    let text = try #require(format(tree(file.bytes)).text)
    #expect(text == String(decoding: file.bytes, as: UTF8.self))
  }

  @Test(arguments: formatFixtures)
  func fixturesAreLaidOutAsExpected(_ file: ExampleFile) throws {
    let result = format(tree(file.bytes))
    let text = try #require(result.text)
    let name = "format/" + file.path.replacing(".usecase", with: "")
    #expect(try differenceFromGolden(text, name + ".formatted.usecase") == nil)
    if !result.diagnostics.isEmpty {
      let findings = describe(
        result.diagnostics, in: SourceText(path: file.path, bytes: file.bytes))
      #expect(try differenceFromGolden(findings, name + ".findings") == nil)
    }
    try expectFaithful(file.bytes)
  }

  @Test(arguments: validFixtures)
  func validFilesKeepTheirMeaning(_ file: ExampleFile) throws {
    try expectFaithful(file.bytes)
  }

  /// Other blanks, line ends and comments wherever they may stand: the layout is the same but for
  /// the comments, which are all there.
  @Test(arguments: exampleFiles)
  func anyLayoutGivesAFaithfulOne(_ file: ExampleFile) throws {
    var random = FixedSeed(UInt64(file.bytes.count))
    for _ in 0..<3 {
      let messy = disturbed(SourceText(path: file.path, bytes: file.bytes), &random)
      let messyTree = tree(messy)
      #expect(describe(messyTree.diagnostics, in: messyTree.source) == "")
      try expectFaithful(messy)
    }
  }

  private func expectFaithful(_ bytes: [UInt8]) throws {
    let before = tree(bytes)
    let result = try #require(format(before).bytes)
    let after = tree(result)
    #expect(describe(after.diagnostics.filter { $0.severity == .error }, in: after.source) == "")
    #expect(format(after).bytes == result, "formatting twice changes something")
    let difference = meaning(after).difference(from: meaning(before))
    #expect(difference.isEmpty, "\(difference.map { "\($0)" }.joined(separator: "\n"))")
    #expect(comments(before) == comments(after))
    expectTidy(result)
  }

  private func expectTidy(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.isEmpty || text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.hasPrefix("\u{FEFF}") && !text.contains("\r"))
  }

  /// The tree without places; step numbers as counted, tails in any order.
  private func meaning(_ tree: SyntaxTree) -> [String] {
    let lines = describeTree(tree).split(separator: "\n").map { line in
      String(line[..<(line.lastIndex(of: " ") ?? line.endIndex)]).trimmingCharacters(
        in: .whitespaces)
    }
    return lines.filter { !$0.hasPrefix("number") && !$0.hasPrefix("anchor") }
      .sorted()
  }

  private func comments(_ tree: SyntaxTree) -> [String] {
    tree.comments.map { range in
      tree.source[range].split(whereSeparator: \.isNewline)
        .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    }.sorted()
  }

  /// Puts blanks and comments between tokens where the language allows them.
  private func disturbed(_ source: SourceText, _ random: inout FixedSeed) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    var number = 0
    for token in tokenize(source).tokens {
      let between = source.bytes[end..<token.start]
      let isProse = token.kind == .prose || token.kind == .description
      number += 1
      switch Int.random(in: 0..<12, using: &random) {
      case 0 where !isProse && token.kind != .comma:
        bytes += between + Array("/* c\(number) */ ".utf8)
      case 1 where token.beginsLine && token.kind != .endOfFile:
        bytes += Array(" // c\(number)\n\n\n\t".utf8) + between
      case 2 where token.beginsLine && !isProse:
        bytes += between + Array("/* c\(number)\n   two\n */\n".utf8)
      case 3: bytes += between + Array("  \t".utf8)
      case 4 where bytes.last == 0x2C && !isProse:
        bytes += Array(" // c\(number)\r\n   ".utf8)
      default: bytes += between
      }
      bytes += source.bytes[token.range]
      end = token.end
    }
    return bytes
  }

  @Test func timeGrowsWithTheSizeOfTheFile() throws {
    let part = exampleFiles.flatMap(\.bytes)
    let clock = ContinuousClock()
    func seconds(_ copies: Int) throws -> Double {
      let big = tree((0..<copies).flatMap { _ in part })
      let durations = try (0..<3).map { _ in
        try clock.measure { _ = try #require(format(big).bytes) }
      }
      return (durations.min() ?? .zero) / .seconds(1)
    }
    #expect(try seconds(8) < 16 * seconds(1) + 0.05)
  }

  @Test func anEmptyFileStaysEmpty() {
    #expect(format(tree([])).bytes == [])
    #expect(format(tree(Array("\n \n".utf8))).bytes == [])
    #expect(format(tree([0xEF, 0xBB, 0xBF])).bytes == [])
  }

  @Test func listsAreBrokenAtTheirCommas() throws {
    let names = (1...40).map { "Participant\($0)" }.joined(separator: ", ")
    let text = try #require(format(tree(Array("usecase U { supporting \(names) }".utf8))).text)
    let lines = text.split(separator: "\n")
    #expect(lines.count > 4 && lines.allSatisfy { $0.count <= 120 })
    #expect(lines[2].hasPrefix("            Participant"))
  }
}
