import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// The touchpoints of a journey as a directed graph, its stages as frames.
struct JourneyDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .journey, shows: "the touchpoints of a journey and the ways between them",
    notation: "directed graph, stages as clusters", subjects: [.journey], takesModel: false,
    takes: .direction)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let title = request.subject?.title ?? ""
    guard let journey = request.subject?.as(Journey.self) else {
      throw .nothingToShow(.journey, title: title)
    }
    let graph = journey.graph
    guard !graph.touchpoints.isEmpty else { throw .nothingToShow(.journey, title: title) }
    var builder = JourneyBuilder(graph, request.selection.direction ?? .down)
    builder.build()
    return Drawing(
      title: "Journey: \(title)", description: builder.description, graph: builder.graph,
      legend: builder.legend)
  }
}
