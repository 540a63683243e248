import Foundation
import TestSupport
import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

@Suite struct CatalogTests {
  static let names = RuleCatalog.all.map(\.info.name)

  private func info(_ name: String) throws -> RuleInfo {
    try #require(RuleCatalog.rule(named: name)).info
  }

  @Test(arguments: names) func badExampleGivesItsFinding(_ name: String) throws {
    let found = findings(in: try info(name).bad, asking: name)
    #expect(!found.of(name).isEmpty, "\(found.summary)")
    #expect(found.of("syntax").isEmpty, "\(found.summary)")
    let others = found.errors.filter { $0.rule != name }
    #expect(others.isEmpty, "\(others.summary)")
  }

  @Test(arguments: names) func goodExampleGivesNone(_ name: String) throws {
    let found = findings(in: try info(name).good, asking: name)
    #expect(found.of(name).isEmpty, "\(found.summary)")
    #expect(found.errors.isEmpty, "\(found.summary)")
  }

  @Test(arguments: names) func speaksPlainly(_ name: String) throws {
    let info = try info(name)
    #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) || $0 == "-" })
    #expect(info.rationale.hasSuffix(".") && info.rationale.first?.isUppercase == true)
    for finding in findings(in: info.bad, asking: name).of(name) { expectPlain(finding) }
  }

  /// A line of a list, and the first sentence of the rule's page.
  @Test(arguments: names) func saysInOneSentenceWhatItFinds(_ name: String) throws {
    let info = try info(name)
    for sentence in [info.summary] + info.fixes.map(\.summary) {
      #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(sentence)")
      #expect(sentence.count <= 90 && !sentence.contains("\n"), "\(sentence)")
    }
  }

  /// Whether there are safe fixes, and unsafe ones, in the examples and fixtures of each rule.
  private static let fixesFound: [String: Set<Bool>] = {
    let fixtures = files(in: fixtures.appending(path: "rules"), withExtension: "usecase")
      .map { SourceText(path: $0.path, bytes: $0.bytes) }
    let examples = RuleCatalog.all.map { SourceText(path: "model.usecase", $0.info.bad) }
    var found: [String: Set<Bool>] = [:]
    for source in fixtures + examples {
      for finding in check(resolve([parse(source)]), rules: RuleCatalog.all, today: testDay) {
        found[finding.rule, default: []].formUnion(finding.fixes.map(\.isSafe))
      }
    }
    return found
  }()

  @Test(arguments: names) func itsFixesAreNamed(_ name: String) throws {
    let named = Set(try info(name).fixes.map(\.isSafe))
    #expect(named == Self.fixesFound[name] ?? [], "'fixes:' says of \(name) what is not so")
  }

  @Test func namesAreUnique() {
    #expect(Set(Self.names).count == Self.names.count)
  }

  @Test func foldersAndCatalogueAgree() throws {
    let folder = packageRoot.appending(path: "Sources/UseCaseRules")
    var declared: [String] = []
    let groups = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    )
    .filter { !$0.contains(".") && !["Baseline", "Checking", "Coverage", "English"].contains($0) }
    for group in groups.sorted() {
      let directory = folder.appending(path: group)
      for file in try FileManager.default.contentsOfDirectory(
        atPath: directory.path(percentEncoded: false))
      {
        let text = try String(contentsOf: directory.appending(path: file), encoding: .utf8)
        let type = file.replacing(".swift", with: "")
        let declares = ["Rule", "ExpectingRule"].contains {
          text.contains("struct \(type): \($0) {")
        }
        #expect(declares, "\(group)/\(file) declares no rule '\(type)'")
        let names = text.split(separator: "name: \"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(names.count == 1, "\(group)/\(file) declares \(names.count) rules")
        declared += names.map(String.init)
      }
    }
    #expect(declared.sorted() == Self.names.sorted())
  }
}

/// Lower case unless a name begins it, no full stop at the end, and never an empty pair of quotes.
func expectPlain(_ finding: Diagnostic) {
  let messages =
    [finding.message] + finding.labels.map(\.message) + finding.notes + finding.help
    + finding.fixes.map(\.title)
  for message in messages {
    #expect(message.first?.isUppercase != true || message.hasPrefix("KPI"), "\(message)")
    #expect(!message.hasSuffix(".") || message.hasSuffix("…."), "\(message)")
    #expect(!message.contains("''"), "\(message)")
    #expect(!message.contains("  "), "\(message)")
    #expect(!message.contains("Optional("), "\(message)")
  }
}
