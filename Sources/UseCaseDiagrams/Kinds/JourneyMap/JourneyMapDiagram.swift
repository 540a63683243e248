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
    takesModel: false)

  static func drawing(of request: DiagramRequest) throws(DiagramError) -> Drawing {
    let title = request.subject?.title ?? ""
    guard let journey = request.subject?.as(Journey.self), !journey.touchpoints.isEmpty else {
      throw .nothingToShow(.journeyMap, title: title)
    }
    var map = JourneyMap(journey)
    map.build()
    return Drawing(
      title: "Journey map: \(title)", description: description(of: journey), chart: map.chart,
      legend: legend(of: journey))
  }

  private static func description(of journey: Journey) -> String {
    let stages = journey.stages.filter { !$0.touchpoints.isEmpty }
    let parts = stages.map { stage in
      let touchpoints = stage.touchpoints.map { touchpoint in
        touchpoint.title + (touchpoint.feeling.map { " (\($0.rawValue))" } ?? "")
      }
      return "\(stage.title): \(touchpoints.joined(separator: ", "))"
    }
    return counted(stages.count, "stage") + ". " + parts.joined(separator: ". ") + "."
  }

  private static func legend(of journey: Journey) -> Legend {
    var legend = Legend()
    let moments = journey.touchpoints.flatMap(\.moments)
    for polarity in Polarity.allCases where moments.contains(where: { $0.polarity == polarity }) {
      legend.add(.star(polarity), "\(polarity.rawValue) moment of truth")
    }
    if journey.touchpoints.contains(where: \.isExternal) {
      legend.add(.externalCard, "no system of ours takes part")
    }
    return legend
  }
}
