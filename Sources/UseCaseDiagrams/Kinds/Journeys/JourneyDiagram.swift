import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// The touchpoints of a journey as a directed graph, its stages as frames.
struct JourneyDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .journey, shows: "the touchpoints of a journey and the ways between them",
    notation: "directed graph, stages as clusters", subjects: [.journey], takesModel: false,
    takes: .direction, colors: [.owner], filters: ViewFilter.allCases, parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let scope = try JourneyScope(request)
    let title = "Journey: \(scope.title)"
    let direction = request.selection.direction ?? .down
    if scope.isOverview {
      return JourneyOverview(scope).graph(title: title, scope.journey.graph, direction)
    }
    let coloring = Coloring(request.selection, scope.touchpoints)
    var builder = JourneyBuilder(scope, direction, coloring)
    builder.build()
    return Drawing(
      title: title, description: builder.description, graph: builder.graph,
      legend: builder.legend)
  }
}
