import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// Actors, subjects, use cases and how they are related (UML 2.5.1, clause 18).
struct UseCasesDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .useCases, shows: "actors, subjects, use cases and their relations",
    notation: "UML use-case diagram",
    subjects: [.system, .package, .actor, .timebox, .useCase], takesModel: true,
    takes: .severalSubjects, colors: ViewAttribute.allCases,
    filters: ViewFilter.allCases)

  /// More use cases than this are drawn as parts, each with a picture of its own.
  static let mostUseCases = 40
  /// Where there are no parts, as many are drawn as fit on a sheet that hangs on a wall.
  private static let mostUndivided = 80

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    var scope = try UseCaseScope(request)
    let title = title(of: request)
    guard !scope.useCases.isEmpty else { throw .nothingToShow(.useCases, title: title) }
    if scope.useCases.count > mostUseCases,
      let overview = UseCaseOverview(scope.useCases, request, actors: scope.actors)
    {
      return overview.drawing(title: title)
    }
    scope.keepFirst(mostUndivided)
    let coloring = Coloring(request.selection, scope.useCases + scope.neighbours)
    var builder = UseCasesBuilder(title: title, scope: scope, coloring: coloring)
    builder.build()
    return Drawing(
      title: title, description: builder.description, graph: builder.graph,
      legend: coloring?.legend ?? Legend(), layout: builder.layout())
  }

  private static func title(of request: DiagramRequest) -> String {
    let name = request.subject?.title ?? request.model.title
    switch request.subject?.kind {
    case .actor: return "What \(name ?? "") takes part in"
    case .timebox: return "Use cases of \(name ?? "")"
    case .useCase: return "\(name ?? "") and its surroundings"
    default: return name.map { "Use cases of \($0)" } ?? "Use cases"
    }
  }
}
