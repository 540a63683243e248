import Foundation
import TestSupport
import Testing
import UseCaseExchange
import UseCaseModel
import UseCaseSyntax

@Suite struct ModelDocumentTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let examples = ["fellmark", "library", "compiler"]

  private func model(_ example: String) throws -> Model {
    let folder = Self.root.appendingPathComponent("examples/\(example)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".usecase") }.sorted()
    return resolve(
      try files.map { file in
        let data = try Data(contentsOf: folder.appendingPathComponent(file))
        return parse(SourceText(path: file, bytes: Array(data)))
      })
  }

  @Test(arguments: examples) func fitsItsSchema(_ example: String) throws {
    let document = modelDocument(of: try model(example))
    let violations = SchemaChecker(modelDocumentJSONSchema).violations(of: document)
    #expect(violations.isEmpty, "\(violations.prefix(5).joined(separator: "\n"))")
  }

  @Test(arguments: examples) func holdsEveryElementOnceAndNoUnknownName(_ example: String) throws {
    let model = try model(example)
    let document = modelDocument(of: model)
    let elements = try #require(document["elements"]?.array)
    let keys = elements.compactMap { $0["key"]?.string }
    #expect(keys == model.elements.map(\.key))
    #expect(Set(keys).count == keys.count)
    #expect(!document.text().contains("\"unknown "))
  }

  @Test func saysWhatTheSourceSays() throws {
    let source = """
      actor Customer
      kpi Csat {
          metric csat
          target 80% by 2027-03-31
      }
      system Shop {
          usecase Pay "Pay the order" {
              actor Customer
              priority must
              extend Order at Totals when "there is a code"
              flow {
                  1. Customer pays
                  2. include Order
              }
              exception 1a when "no money" {
                  1. Shop waits
                  end failure
              }
          }
          usecase Order { extension point Totals after 1 }
      }
      """
    let document = modelDocument(of: resolve([parse(SourceText(path: "a.usecase", source))]))
    let elements = try #require(document["elements"]?.array)
    let pay = try #require(elements.first { $0["key"]?.string == "usecase Pay" })
    #expect(pay["title"]?.string == "Pay the order")
    #expect(pay["container"]?.string == "system Shop")
    #expect(pay["place"]?["line"] == 7)
    #expect(pay["properties"]?["actor"] == ["actor Customer"])
    #expect(pay["properties"]?["priority"] == "must")
    let extend = try #require(pay["properties"]?["extend"]?.array?.first)
    #expect(extend["base"] == "usecase Order")
    #expect(extend["at"] == "extension point Order.Totals")
    #expect(extend["when"] == "there is a code")
    #expect(pay["steps"]?.array?.first?["subject"] == "actor Customer")
    #expect(pay["steps"]?.array?.last?["include"] == "usecase Order")
    let branch = try #require(pay["branches"]?.array?.first)
    #expect(branch["anchor"] == "1a")
    #expect(branch["end"] == "failure")
    let kpi = try #require(elements.first { $0["key"]?.string == "kpi Csat" })
    #expect(
      kpi["properties"]?["target"] == ["value": ["value": 80, "unit": "%"], "by": "2027-03-31"])
  }

  @Test func keepsUnknownNamesAsWritten() throws {
    let model = resolve([parse(SourceText(path: "a", "usecase Pay { actor Custmer }"))])
    let element = try #require(modelDocument(of: model)["elements"]?.array?.first)
    #expect(element["properties"]?["actor"] == ["unknown Custmer"])
  }

  @Test func theCheckerOfThisTestCanFail() {
    let checker = SchemaChecker(modelDocumentJSONSchema)
    #expect(
      !checker.violations(of: ["schema": 2, "model": .null, "files": [], "elements": []]).isEmpty)
    #expect(!checker.violations(of: ["schema": 1]).isEmpty)
    #expect(
      !checker.violations(of: [
        "schema": 1, "model": .null, "files": [],
        "elements": [
          [
            "key": "risk R", "kind": "risk", "name": "R", "title": "R", "container": .null,
            "place": ["file": "a", "line": 1, "column": 1, "offset": 0],
            "properties": ["impact": 9],
          ]
        ],
      ]).isEmpty)
  }
}
