import Graphviz
import TestSupport
import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

@Suite struct DOTTests {
  @Test(arguments: [
    ("library", DiagramKind.useCases, "system Library"),
    ("library", .flow, "usecase BorrowItem"), ("library", .journey, "journey BorrowAndReturn"),
    ("fellmark", .useCases, "timebox PlaceOrder"), ("fellmark", .flow, "usecase CheckOut"),
  ])
  func theGraphsOfTheExamples(_ example: String, _ kind: DiagramKind, _ key: String) throws {
    let model = exampleModel(example)
    let subject = try #require(model.element(key: key))
    let dot = try DiagramCatalog.dot(of: DiagramRequest(kind, of: subject, in: model))
    let name = subject.name.lowercased()
    let difference = try differenceFromGolden(dot, "diagrams/\(kind.rawValue)-\(name).dot")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: Subject.graphs)
  func graphvizTakesEveryGraph(_ subject: Subject) throws {
    let (layout, warnings) = try layout(dot: DiagramCatalog.dot(of: subject.request))
    #expect(warnings.isEmpty, "\(warnings)")
    #expect(!layout.nodes.isEmpty)
  }

  /// What Graphviz draws is what the model says, whatever that is.
  @Test func labelsComeBackUnchanged() throws {
    var graph = Graph(title: "a \"title\\", direction: .down)
    for (index, payload) in Payloads.all.enumerated() {
      var label = Label()
      label.add(payload, .name, width: 1_000_000)
      graph.nodes.append(
        Graph.Node(name: "n\(index)", figure: .part, label: label, size: label.size))
    }
    let texts = try drawnTexts(DOT.text(of: graph))
    for node in graph.nodes {
      let lines = node.label.lines.map(\.text)
      #expect(
        texts[node.name, default: []].joined(separator: "\n") == lines.joined(separator: "\n"))
    }
  }

  @Test func longLabelsAreCutIntoPieces() throws {
    let payload = String(repeating: "ä\\\"", count: 12_000)
    var graph = Graph(title: "long", direction: .down)
    var label = Label()
    label.add(payload, .name, width: 1e9)
    graph.nodes.append(
      Graph.Node(name: "n", figure: .part, label: label, size: Size(width: 10, height: 10)))
    let texts = try drawnTexts(DOT.text(of: graph))
    #expect(texts["n"] == [payload])
  }

  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-12.25, "-12.25"), (0.05, "0.05"), (3.999, "4"),
    (.nan, "0"), (.infinity, "0"), (1e300, "0"), (123_456.789, "123456.79"),
  ])
  func numbersAreShort(_ value: Double, _ text: String) {
    var bytes: [UInt8] = []
    appendFixed(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  /// By node: the lines that the command `dot` would draw.
  private func drawnTexts(_ dot: String) throws -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for object in try Graphviz.objects(inDOT: dot, format: "json") {
      guard let name = object["name"] as? String else { continue }
      let operations = object["_ldraw_"] as? [[String: Any]] ?? []
      texts[name] = operations.compactMap { $0["text"] as? String }
    }
    return texts
  }
}
