import UseCaseModel
import UseCaseSyntax

/// How many of the things that should have a property have it.
public struct CoverageFigure: Sendable, Equatable {
  /// Kebab-case, for settings and machine formats: `touchpoints-realised`.
  public let name: String
  /// "Touchpoints realised by a use case"
  public let title: String
  public let covered: Int
  public let total: Int

  /// In percent, rounded down, so that 100 means all; nil where there is nothing to cover.
  public var percent: Int? { total > 0 ? covered * 100 / total : nil }
}

/// The figures behind the gaps of a model; linear in its size.
public struct Coverage: Sendable {
  /// In the order in which they are shown.
  public let figures: [CoverageFigure]

  /// Counts the elements of the model's own files.
  public init(_ model: Model) {
    var counter = CoverageCounter()
    counter.countTouchpoints(model)
    counter.countUseCases(model)
    counter.countMeasures(model)
    figures = counter.figures
  }

  /// The figure with a name.
  public func figure(_ name: String) -> CoverageFigure? { figures.first { $0.name == name } }
}

private struct CoverageCounter {
  var figures: [CoverageFigure] = []

  private mutating func add<Item>(
    _ name: String, _ title: String, of items: [Item], having condition: (Item) -> Bool
  ) {
    figures.append(
      CoverageFigure(
        name: name, title: title, covered: items.count(where: condition), total: items.count))
  }

  // MARK: Journeys

  mutating func countTouchpoints(_ model: Model) {
    let touchpoints = model.all(Touchpoint.self)
    add(
      "touchpoints-realised", "Touchpoints realised by a use case",
      of: touchpoints.filter { !$0.isExternal }, having: { !$0.useCases.isEmpty })
    add(
      "touchpoints-complete", "Touchpoints with channel, action, response and outcome",
      of: touchpoints, having: \.isComplete)
    add(
      "touchpoints-owned", "Touchpoints that somebody answers for", of: touchpoints,
      having: { $0.element.owner != nil })
    let pains = touchpoints.flatMap { touchpoint in
      touchpoint.clauses(Clauses.pain).map { (touchpoint, $0) }
    }
    add("pains-answered", "Pains that something answers", of: pains) { touchpoint, pain in
      !pain.answeredBy.isEmpty || touchpoint.first(Clauses.opportunity) != nil
    }
    add(
      "moments-prepared", "Moments of truth with a proactive and a reactive measure",
      of: model.all(Moment.self),
      having: { $0.first(Clauses.proactive) != nil && $0.first(Clauses.reactive) != nil })
    add(
      "stages-measured", "Stages in which a KPI measures", of: model.all(Stage.self),
      having: \.isMeasured)
  }

  // MARK: Use cases

  mutating func countUseCases(_ model: Model) {
    let useCases = model.all(UseCase.self).filter { !$0.isAbstract && $0.status != .retired }
    let wanted = useCases.filter { $0.priority != .wont }
    let used = useCasesOnJourneys(model)
    add(
      "usecases-on-journey", "Use cases that a journey needs", of: wanted,
      having: { used.contains($0.id) })
    add(
      "usecases-with-flow", "Use cases with a flow", of: useCases,
      having: { $0.declaration?.flow != nil })
    add(
      "usecases-with-branches", "Use cases with branches", of: useCases,
      having: { !($0.declaration?.branches.isEmpty ?? true) })
    add(
      "usecases-prioritised", "Use cases with a priority", of: useCases,
      having: { $0.priority != nil })
    add(
      "usecases-scheduled", "Use cases in a timebox", of: wanted,
      having: { $0.timebox != nil })
    add(
      "usecases-verified", "Use cases that a test verifies", of: useCases,
      having: { $0.first(Clauses.verifiedBy) != nil })
  }

  /// What touchpoints use, themselves or by include and extend.
  private func useCasesOnJourneys(_ model: Model) -> ElementSet {
    var seen = ElementSet()
    var queue = model.all(Touchpoint.self).flatMap(\.useCases)
    var index = 0
    while index < queue.count {
      let useCase = queue[index]
      index += 1
      guard seen.insert(useCase.id) else { continue }
      queue += useCase.included + useCase.extenders
    }
    return seen
  }

  // MARK: Stakeholders, KPIs, risks

  mutating func countMeasures(_ model: Model) {
    let stakeholders = model.all(Stakeholder.self)
    add(
      "stakeholders-placed", "Stakeholders with power and interest", of: stakeholders,
      having: { $0[Clauses.power] != nil && $0[Clauses.interest] != nil })
    add(
      "stakeholders-engaged", "Stakeholders that somebody keeps in touch with", of: stakeholders,
      having: { $0.first(Clauses.engage) != nil })
    let kpis = model.all(KPI.self)
    add("kpis-with-target", "KPIs with a target", of: kpis) { $0.first(Clauses.target) != nil }
    add("kpis-with-benchmark", "KPIs with a benchmark", of: kpis) {
      $0.first(Clauses.benchmark) != nil
    }
    add("risks-mitigated", "Risks that something is done about", of: model.all(Risk.self)) {
      $0.first(Clauses.mitigation) != nil
    }
  }
}

extension Touchpoint {
  /// Whether it says where, what is done on both sides, and to what end.
  fileprivate var isComplete: Bool {
    first(Clauses.channels) != nil && first(Clauses.action) != nil
      && first(Clauses.outcome) != nil && (isExternal || first(Clauses.response) != nil)
  }
}

extension Stage {
  /// Whether a KPI stands in it, at a touchpoint or at a moment of truth.
  fileprivate var isMeasured: Bool {
    if first(Clauses.kpis) != nil { return true }
    return touchpoints.contains { touchpoint in
      touchpoint.first(Clauses.kpis) != nil
        || touchpoint.moments.contains { $0.first(Clauses.kpis) != nil }
    }
  }
}
