import UseCaseModel
import UseCaseSyntax

/// Which touchpoints a picture of a journey shows: all, those of one stage, or what filters leave.
struct JourneyScope {
  /// A stage with those of its touchpoints that are shown; there is at least one.
  struct Section {
    let stage: Stage
    let touchpoints: [Touchpoint]
  }

  let journey: Journey
  /// In the order written.
  let sections: [Section]
  /// The stage that the picture is about; nil where it is about the journey.
  let part: Stage?

  /// More touchpoints than this are drawn as stages, each with a picture of its own.
  static let mostTouchpoints = 40

  init(_ request: DiagramRequest) throws(DiagramError) {
    part = request.subject?.as(Stage.self)
    let journey = request.subject?.as(Journey.self) ?? part?.element.parent?.as(Journey.self)
    guard let journey else {
      throw .nothingToShow(request.kind, title: request.subject?.title ?? "")
    }
    self.journey = journey
    let stages = part.map { [$0] } ?? journey.stages
    let shown = ElementSet(
      try request.selection.filtered(stages.flatMap(\.touchpoints)).map(\.element.id))
    sections = stages.compactMap { stage in
      let touchpoints = stage.touchpoints.filter { shown.contains($0.id) }
      return touchpoints.isEmpty ? nil : Section(stage: stage, touchpoints: touchpoints)
    }
    guard !sections.isEmpty else { throw .nothingToShow(request.kind, title: title) }
  }

  var touchpoints: [Touchpoint] { sections.flatMap(\.touchpoints) }

  /// What the picture is about, in words.
  var title: String {
    part.map { "\(journey.title), \($0.title)" } ?? journey.title
  }

  /// Whether the stages stand for their touchpoints.
  var isOverview: Bool {
    sections.count > 1
      && sections.reduce(0) { $0 + $1.touchpoints.count } > Self.mostTouchpoints
  }

  /// Whether the pictures of a journey are too large, so that its stages have pictures of their own.
  static func isDivided(_ journey: Journey) -> Bool {
    let counts = journey.stages.map(\.touchpoints.count).filter { $0 > 0 }
    return counts.count > 1 && counts.reduce(0, +) > mostTouchpoints
  }
}
