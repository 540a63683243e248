/// The group in which a figure is shown.
public enum FigureGroup: String, Sendable, CaseIterable {
  case journeys, useCases, measures

  public var title: String {
    switch self {
    case .journeys: "Touchpoints and journeys"
    case .useCases: "Use cases"
    case .measures: "Stakeholders, KPIs, risks"
    }
  }
}

/// What a figure of coverage counts.
public struct FigureInfo: Sendable, Hashable {
  /// Kebab-case, for settings, options and machine formats; it stays.
  public let name: String
  /// A few words for a line of a table: "touchpoints realised".
  public let label: String
  /// One word for the head of a narrow column.
  public let heading: String
  /// What is counted, for a reader who sees nothing else: "Pains that something answers".
  public let title: String
  /// Nil for the figure of everything.
  public let group: FigureGroup?
  /// The rules whose findings stand behind it; they decide what is counted, too.
  public let rules: [String]
  /// Whether a journey has it of the use cases and KPIs that it names, which stand elsewhere.
  let isHandedToJourneys: Bool
}

/// Every figure of coverage.
public enum FigureCatalog {
  /// In the order in which they are shown.
  public static let all: [FigureInfo] = journeys + useCases + measures + [overall]

  public static func figure(named name: String) -> FigureInfo? { all.first { $0.name == name } }

  /// All other figures as one: of everything that is counted, what is there.
  public static let overall = FigureInfo(
    name: "overall", label: "overall", heading: "overall",
    title: "Of all that is counted, what is there", group: nil, rules: [],
    isHandedToJourneys: false)

  private static let journeys = [
    figure(
      "touchpoints-realised", "touchpoints realised", "realised",
      "Touchpoints on our systems that a use case realises", .journeys,
      ["touchpoint-without-usecase"]),
    figure(
      "touchpoints-complete", "touchpoints complete", "complete",
      "Touchpoints with channel, action, response and outcome", .journeys,
      ["touchpoint-incomplete"]),
    figure(
      "touchpoints-owned", "touchpoints owned", "owned",
      "Touchpoints that somebody answers for", .journeys, ["touchpoint-without-owner"]),
    figure(
      "pains-answered", "pains answered", "pains",
      "Pains that a use case or an opportunity answers", .journeys, ["pain-without-remedy"]),
    figure(
      "moments-prepared", "moments of truth prepared", "moments",
      "Moments of truth with a proactive measure, and a reactive one where they are negative",
      .journeys, ["moment-without-proactive", "moment-without-recovery"]),
    figure(
      "stages-measured", "stages measured", "measured", "Stages in which a KPI measures",
      .journeys, ["stage-without-kpi"]),
  ]

  private static let useCases = [
    figure(
      "usecases-on-journey", "use cases on a journey", "journey",
      "Use cases of customers that a touchpoint needs", .useCases, ["usecase-off-journey"],
      isHandedToJourneys: false),
    figure(
      "usecases-with-flow", "use cases with flow", "flow",
      "Use cases at the level of user goals, no drafts, with steps", .useCases,
      ["missing-flow"]),
    figure(
      "usecases-with-branches", "crucial use cases with branches", "branches",
      "Musts, and use cases behind a moment of truth, whose flow has branches", .useCases,
      ["must-without-failure-path"]),
    figure(
      "usecases-prioritised", "use cases prioritised", "priority",
      "Use cases with a priority, where any has one", .useCases, ["unprioritized-usecase"]),
    figure(
      "usecases-scheduled", "Musts scheduled", "schedule",
      "Musts that a timebox delivers, where there is a plan", .useCases, ["must-unscheduled"]),
    figure(
      "usecases-verified", "implemented use cases verified", "verified",
      "Implemented use cases that a test verifies", .useCases, ["unverified-usecase"]),
  ]

  private static let measures = [
    figure(
      "stakeholders-placed", "stakeholders placed", "placed",
      "Stakeholders with power and interest", .measures, ["stakeholder-unplaced"]),
    figure(
      "stakeholders-engaged", "key players engaged", "engaged",
      "Stakeholders of high power and interest whom somebody engages", .measures,
      ["key-player-unengaged"]),
    figure(
      "kpis-with-target", "KPIs with target", "target", "KPIs with a target", .measures,
      ["kpi-without-target"]),
    figure(
      "kpis-with-benchmark", "KPIs with benchmark", "compared", "KPIs with a benchmark",
      .measures, ["kpi-without-benchmark"]),
    figure(
      "risks-mitigated", "high risks mitigated", "risks",
      "High risks with a mitigation and an owner", .measures, ["risk-without-mitigation"]),
  ]

  private static func figure(
    _ name: String, _ label: String, _ heading: String, _ title: String, _ group: FigureGroup,
    _ rules: [String], isHandedToJourneys: Bool = true
  ) -> FigureInfo {
    FigureInfo(
      name: name, label: label, heading: heading, title: title, group: group, rules: rules,
      isHandedToJourneys: isHandedToJourneys)
  }
}
