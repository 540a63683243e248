import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// One use case as a UML activity diagram: main flow straight down, branches to the right.
struct FlowDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .flow, shows: "one use case: main flow straight down, branches to the right",
    notation: "UML activity diagram", subjects: [.useCase], takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    throw .nothingToShow(.flow, title: "")
  }
}
