import Foundation
import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// Each fixture marks every finding of the rule that it is named after, and no other place.
@Suite struct FixtureTests {
  static let names: [String] = {
    let folder = fixtures.appending(path: "rules").path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".usecase") && !$0.hasSuffix(".fixed.usecase") }
      .map { $0.replacing(".usecase", with: "") }.sorted()
  }()

  private func fixture(_ name: String) throws -> (MarkedFixture, SourceText) {
    let url = fixtures.appending(path: "rules/\(name).usecase")
    let marked = MarkedFixture(try String(contentsOf: url, encoding: .utf8))
    return (marked, SourceText(path: "\(name).usecase", marked.text))
  }

  @Test func everyRuleHasAFixture() {
    let rules = Set(RuleCatalog.all.map(\.info.name))
    #expect(rules.subtracting(Self.names).sorted() == [])
    #expect(Set(Self.names).subtracting(rules).sorted() == [])
  }

  @Test(arguments: names) func findsWhatIsMarked(_ name: String) throws {
    let (marked, source) = try fixture(name)
    let found = findings(in: [source], asking: name).of(name)
    let marks = found.map { MarkedFixture.mark(of: $0, in: source) }
    #expect(!marked.marks.isEmpty, "the fixture marks nothing")
    for mark in marked.marks where !marks.contains(where: mark.matches) {
      Issue.record("not found: \(mark)")
    }
    for mark in marks where !marked.marks.contains(where: { $0.matches(mark) }) {
      Issue.record("not marked: \(mark)")
    }
    found.forEach(expectPlain)
  }

  @Test(arguments: names) func fixesMend(_ name: String) throws {
    let (_, source) = try fixture(name)
    let before = findings(in: [source], asking: name)
    let fixable = before.of(name).filter { !$0.fixes.isEmpty }
    let golden = "rules/\(name).fixed.usecase"
    guard !fixable.isEmpty else {
      let file = fixtures.appending(path: golden).path(percentEncoded: false)
      #expect(!FileManager.default.fileExists(atPath: file), "nothing is fixed any more")
      return
    }
    let fixed = applying(fixable.compactMap(\.fixes.first), to: source)
    let difference = try differenceFromGolden(fixed, golden)
    #expect(difference == nil, "\(difference ?? "")")
    let after = findings(in: fixed, path: source.path, asking: name)
    #expect(after.of("syntax").count <= before.of("syntax").count, "\(after.summary)")
    #expect(after.of(name).count == before.of(name).count - fixable.count, "\(after.summary)")
    #expect(after.errors.count <= before.errors.count, "\(after.errors.summary)")
  }
}
