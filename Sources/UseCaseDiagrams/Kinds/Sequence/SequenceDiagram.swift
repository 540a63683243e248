import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// One use case as messages between those who take part and the system; branches as fragments.
struct SequenceDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .sequence, shows: "one use case as messages between actor and system",
    notation: "UML sequence diagram", subjects: [.useCase], takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    guard let subject = request.subject, let flow = UseCase(element: subject).flowGraph,
      !flow.steps.isEmpty
    else { throw .nothingToShow(.sequence, title: request.subject?.title ?? "") }
    let messages = SequenceMessages(flow)
    var builder = SequenceBuilder(flow, messages)
    builder.build()
    return Drawing(
      title: "Sequence of \(subject.title)", description: messages.description,
      chart: builder.chart)
  }
}
