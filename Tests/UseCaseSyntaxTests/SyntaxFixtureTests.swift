import Foundation
import TestSupport
import Testing

@testable import UseCaseSyntax

private let valid = files(in: fixtures.appending(path: "syntax/valid"), withExtension: "usecase")
private let invalid = files(
  in: fixtures.appending(path: "syntax/invalid"), withExtension: "usecase")

@Suite struct SyntaxFixtureTests {
  @Test(arguments: valid)
  func validFilesHaveTheExpectedTree(_ file: ExampleFile) throws {
    let tree = parse(SourceText(path: file.path, bytes: file.bytes))
    #expect(describe(tree.diagnostics, in: tree.source) == "")
    let golden = "syntax/valid/" + file.path.replacing(".usecase", with: ".tree")
    #expect(try differenceFromGolden(describeTree(tree), golden) == nil)
  }

  @Test(arguments: invalid)
  func invalidFilesHaveTheExpectedErrors(_ file: ExampleFile) throws {
    let tree = parse(SourceText(path: file.path, bytes: file.bytes))
    #expect(!tree.diagnostics.isEmpty)
    let golden = "syntax/invalid/" + file.path.replacing(".usecase", with: ".errors")
    #expect(try differenceFromGolden(describe(tree.diagnostics, in: tree.source), golden) == nil)
  }

  @Test(arguments: invalid)
  func aFixRemovesItsErrorAndAddsNone(_ file: ExampleFile) {
    let tree = parse(SourceText(path: file.path, bytes: file.bytes))
    for finding in tree.diagnostics {
      for fix in finding.fixes {
        let fixed = parse(
          SourceText(path: file.path, bytes: applying(fix.edits, to: tree.source)))
        #expect(
          fixed.diagnostics.count < tree.diagnostics.count,
          "\(finding.message)\n\(describe(fixed.diagnostics, in: fixed.source))")
      }
    }
  }

  @Test(arguments: exampleFiles)
  func examplesHaveNoError(_ file: ExampleFile) {
    let tree = parse(SourceText(path: file.path, bytes: file.bytes))
    #expect(describe(tree.diagnostics, in: tree.source) == "")
  }

  @Test(arguments: exampleFiles)
  func childrenLieInsideTheirParentsInSourceOrder(_ file: ExampleFile) {
    let tree = parse(SourceText(path: file.path, bytes: file.bytes))
    func expectOrder(_ node: SyntaxNode) {
      var end = node.range.lowerBound
      for child in node.children {
        #expect(child.range.lowerBound >= end && child.range.upperBound <= node.range.upperBound)
        end = child.range.upperBound
        expectOrder(child)
      }
    }
    expectOrder(tree.root)
  }

  @Test func aFileWithErrorsIsNotFormatted() {
    let result = format(parse(SourceText(path: "t", "actor\nactor\n")))
    #expect(result.bytes == nil && result.text == nil)
    #expect(
      result.diagnostics.map(\.message) == [
        "the file is not formatted, because it has a syntax error and 1 more"
      ])
  }

  @Test func dumpsOfTokensNameWhatIsOdd() {
    let dump = describeTokens(SourceText(path: "t", "/* c */ A → \"b\n"))
    #expect(
      dump == """
        1:1 comment "/* c */"
        1:9 word "A" begins-line
        1:11 arrow "→" lookalike
        1:13 text "\\"b" unclosed
        2:1 endOfFile begins-line

        """)
  }
}
