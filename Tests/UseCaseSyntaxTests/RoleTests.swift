import Foundation
import TestSupport
import Testing

@testable import UseCaseSyntax

/// What editors colour.
@Suite struct RoleTests {
  @Test func aWordIsWhatItsPlaceMakesIt() {
    #expect(
      spans(
        """
        /// See [[actor]].
        usecase flow "Pay [[kpi|it]]": actor { // c
            kind kind
            extension point when after 1
            flow {
                1. include `end`
                2. end ends [[end]] // so
            }
            exception 2a when "no" { resume 1 }
        }
        """) == [
          "description /// See [[", "reference actor", "description ]].",
          "declaration usecase", "name flow", "text \"Pay [[", "reference kpi", "text |it]]\"",
          "separator :", "reference actor", "brace {", "comment // c", "unknown kind",
          "unknown kind", "clause extension", "clause point", "name when", "tail after", "anchor 1",
          "flow flow", "brace {", "stepNumber 1.", "include include", "reference `end`",
          "stepNumber 2.", "prose end ends [[", "reference end", "prose ]]", "comment // so",
          "brace }", "flow exception", "anchor 2a", "tail when", "text \"no\"", "brace {",
          "closing resume", "anchor 1", "brace }", "brace }",
        ])
  }

  @Test func theEndsOfAnArrowMayBeBuiltIn() {
    #expect(
      spans("journey J { start -> start.A 4.5 % carries \"x\" }\ntag completed") == [
        "declaration journey", "name J", "brace {", "point start", "arrow ->", "reference start.A",
        "number 4.5", "number %", "tail carries", "text \"x\"", "brace }", "unknown tag",
        "unknown completed",
      ])
  }

  @Test func aFileWithoutErrorsIsUnderstoodWhole() throws {
    for (name, source) in try validFixtures() {
      let spans = roles(of: parse(source))
      #expect(!spans.contains { $0.role == .unknown }, "\(name)")
      let starts = Set(spans.map(\.range.lowerBound))
      for token in tokenize(source).tokens where token.kind != .endOfFile {
        #expect(starts.contains(token.start), "\(name): \(source[token.range])")
      }
    }
  }

  @Test func anyPrefixGivesSpansInOrder() throws {
    for (name, source) in try validFixtures() {
      for length in stride(from: 0, to: source.bytes.count, by: 7) {
        let tree = parse(SourceText(path: name, bytes: Array(source.bytes.prefix(length))))
        var end = 0
        for span in roles(of: tree) {
          #expect(span.range.lowerBound >= end && span.range.upperBound <= length, "\(name)")
          end = span.range.upperBound
        }
      }
    }
  }

  private func spans(_ text: String) -> [String] {
    let tree = parse(SourceText(path: "t.usecase", text))
    return roles(of: tree).map { "\($0.role) \(tree.source[$0.range])" }
  }

  private func validFixtures() throws -> [(String, SourceText)] {
    let folder = fixtures.appending(path: "syntax/valid")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try files.filter { $0.hasSuffix(".usecase") }.map { file in
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      return (file, SourceText(path: file, bytes: bytes))
    }
  }
}
