import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// One use case as a UML activity diagram: main flow straight down, branches to the right.
struct FlowDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .flow, shows: "one use case: main flow straight down, branches to the right",
    notation: "UML activity diagram", subjects: [.useCase], takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    guard let subject = request.subject, let flow = UseCase(element: subject).flowGraph,
      !flow.steps.isEmpty
    else { throw .nothingToShow(.flow, title: request.subject?.title ?? "") }
    var builder = FlowBuilder(flow)
    builder.build()
    return Drawing(
      title: "Flow of \(subject.title)", description: builder.description, graph: builder.graph,
      legend: builder.legend, layout: builder.layout())
  }
}
