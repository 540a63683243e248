import UseCaseModel
import UseCaseSyntax
import UseCaseText

/// A journey on one wall: stages as columns, and below each other what customers do and feel and
/// what we do for it (journey map after Nielsen Norman Group, lines of a service blueprint after
/// Shostack 1984).
struct JourneyMapDiagram: Diagram {
  static let info = DiagramInfo(
    kind: .journeyMap,
    shows: "a whole journey: stages as columns, lanes for what customers do and feel, and for what "
      + "we do",
    notation: "journey map with the lines of a service blueprint", subjects: [.journey],
    takesModel: false, filters: ViewFilter.allCases, parts: [.stage])

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let scope = try JourneyScope(request)
    let title = "Journey map: \(scope.title)"
    if scope.isOverview { return JourneyOverview(scope).chart(title: title) }
    var map = JourneyMap(scope)
    map.build()
    return Drawing(
      title: title, description: description(of: scope), chart: map.chart,
      legend: legend(of: scope))
  }

  private static func description(of scope: JourneyScope) -> String {
    let parts = scope.sections.map { section in
      let touchpoints = section.touchpoints.map { touchpoint in
        touchpoint.title + (touchpoint.feeling.map { " (\($0.rawValue))" } ?? "")
      }
      return "\(section.stage.title): \(touchpoints.joined(separator: ", "))"
    }
    return counted(parts.count, "stage") + ". " + parts.joined(separator: ". ") + "."
  }

  private static func legend(of scope: JourneyScope) -> Legend {
    var legend = Legend()
    let moments = scope.touchpoints.flatMap(\.moments)
    for polarity in Polarity.allCases where moments.contains(where: { $0.polarity == polarity }) {
      legend.add(.star(polarity), "\(polarity.rawValue) moment of truth")
    }
    if scope.touchpoints.contains(where: \.isExternal) {
      legend.add(.externalCard, "no system of ours takes part")
    }
    return legend
  }
}
