import Foundation
import Graphviz
import TestSupport
import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// The model of one of the examples.
func exampleModel(_ name: String) -> Model {
  resolve(
    exampleFiles.filter { $0.path.hasPrefix(name + "/") }
      .map { parse(SourceText(path: $0.path, bytes: $0.bytes)) })
}

/// A model of one file.
func model(_ text: String) -> Model { resolve([parse(SourceText(path: "a.usecase", text))]) }

/// Draws with the real Graphviz.
func draw(_ request: DiagramRequest) throws -> Picture {
  try DiagramCatalog.draw(request) { try layout(dot: $0).layout }
}

/// A picture of the examples, which a failing test calls by its name.
struct Subject: CustomTestStringConvertible, Sendable {
  let example: String
  let request: DiagramRequest

  var testDescription: String {
    "\(example) \(request.kind.rawValue) \(request.subject?.key ?? "")"
  }

  /// Everything that the examples have to show.
  static let all: [Subject] = ["compiler", "fellmark", "library"].flatMap { name in
    DiagramCatalog.requests(in: exampleModel(name)).map { Subject(example: name, request: $0) }
  }
}

extension Subject {
  /// Those that show a graph.
  static let graphs: [Subject] = all.filter { (try? DiagramCatalog.dot(of: $0.request)) != nil }
}

extension Picture {
  /// What a graph shows; empty for a chart.
  var graph: Graph {
    switch content {
    case .graph(let graph, _): graph
    case .chart: Graph(title: "", direction: .down)
    }
  }

  /// Where the parts of a graph stand; empty for a chart.
  var layout: Layout {
    switch content {
    case .graph(_, let layout): layout
    case .chart: Layout(bounds: .zero)
    }
  }
}
