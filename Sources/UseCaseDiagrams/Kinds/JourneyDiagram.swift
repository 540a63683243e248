import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// The touchpoints of a journey as a directed graph, its stages as frames.
struct JourneyDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .journey, shows: "the touchpoints of a journey and the ways between them",
    notation: "directed graph, stages as clusters", subjects: [.journey], takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    throw .nothingToShow(.journey, title: "")
  }
}
