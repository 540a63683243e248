/// A closed set of words that a clause chooses from; raw values are the words as written.
public protocol Choice: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String, AllCases == [Self] {
  /// What the word stands for, in half a sentence, where it does not say that itself.
  var meaning: String? { get }
}

extension Choice {
  public var meaning: String? { nil }
}

/// The words of a choice, without its type.
public struct ChoiceList: Sendable, Equatable {
  /// In the order of the type's cases.
  public let words: [String]
  private let meaning: @Sendable (String) -> String?

  public init<Value: Choice>(_ type: Value.Type) {
    words = type.allCases.map(\.rawValue)
    meaning = { Value(rawValue: $0)?.meaning }
  }

  /// What one of the words stands for, where it does not say that itself.
  public func meaning(of word: String) -> String? { meaning(word) }

  public static func == (one: ChoiceList, other: ChoiceList) -> Bool { one.words == other.words }
}

/// UML leaves the kind of an actor open; these are the ones practice tells apart.
public enum ActorKind: String, Choice { case person, organization, system, device, time }

/// What the subject of use cases is: a piece of software, a whole business, a device, a service.
public enum SystemKind: String, Choice { case software, business, device, service }

public enum ChannelKind: String, Choice { case digital, voice, print, physical, person }

/// Goal levels as in Cockburn, "Writing Effective Use Cases".
public enum GoalLevel: String, Choice {
  case summary
  case userGoal = "user-goal"
  case subfunction
}

/// MoSCoW priorities (DSDM handbook).
public enum Priority: String, Choice { case must, should, could, wont }

public enum Status: String, Choice { case draft, proposed, approved, implemented, retired }

public enum EffortUnit: String, Choice { case days, hours, points }

public enum JourneyState: String, Choice {
  case asIs = "as-is"
  case toBe = "to-be"
}

public enum StageKind: String, Choice {
  case awareness, consideration, purchase, delivery, use, support, advocacy
}

public enum Initiator: String, Choice { case customer, company }

public enum Feeling: String, Choice {
  case delighted, satisfied, neutral, frustrated, angry

  /// From +2 (delighted) to −2 (angry).
  public var score: Int {
    switch self {
    case .delighted: 2
    case .satisfied: 1
    case .neutral: 0
    case .frustrated: -1
    case .angry: -2
    }
  }
}

public enum MomentKind: String, Choice { case zero, first, second, third, ultimate }

public enum Polarity: String, Choice { case positive, negative }

public enum StakeholderKind: String, Choice { case `internal`, external, indirect }

public enum Attitude: String, Choice { case champion, supporter, neutral, critic, opponent }

/// Mendelow's four strategies.
public enum EngagementStrategy: String, Choice {
  case manageClosely = "manage-closely"
  case keepSatisfied = "keep-satisfied"
  case keepInformed = "keep-informed"
  case monitor
}

public enum InfluenceStrength: String, Choice { case weak, strong }

/// The roles of a DSDM project (DSDM handbook, "Roles and responsibilities").
public enum DSDMRole: String, Choice {
  case businessSponsor = "business-sponsor"
  case businessVisionary = "business-visionary"
  case projectManager = "project-manager"
  case technicalCoordinator = "technical-coordinator"
  case businessAnalyst = "business-analyst"
  case teamLeader = "team-leader"
  case businessAmbassador = "business-ambassador"
  case solutionDeveloper = "solution-developer"
  case solutionTester = "solution-tester"
  case businessAdvisor = "business-advisor"
  case technicalAdvisor = "technical-advisor"
  case workshopFacilitator = "workshop-facilitator"
  case dsdmCoach = "dsdm-coach"
}

public enum Metric: String, Choice {
  case nps, csat, ces, retention, churn, referral, clv
  case firstResponse = "first-response"
  case resolution, conversion, abandonment

  /// Which way is better is part of the metric's definition.
  public var better: Direction {
    switch self {
    case .churn, .firstResponse, .abandonment: .lower
    default: .higher
    }
  }
}

public enum Direction: String, Choice { case higher, lower }

public enum BenchmarkKind: String, Choice {
  case industry, competitor
  case bestPractice = "best-practice"
  case `internal`
}

public enum LogColumn: String, Choice { case `case`, activity, time }

public enum ViewAttribute: String, Choice { case priority, status, owner, timebox }

public enum ViewDirection: String, Choice { case right, down }

/// What `only` and `without` select by.
public enum ViewFilter: String, Choice { case priority, status, tag, actor, timebox, owner }

/// The kinds of diagram that a view can show.
public enum DiagramKind: String, Choice {
  case useCases = "use-cases"
  case includeExtend = "include-extend"
  case flow, sequence, scenarios
  case journeyMap = "journey-map"
  case journey, emotion, moments, stakeholders, influence, responsibilities, kpis, objectives
  case plan, risks, coverage, trace, deviation, funnel
}

/// How a branch of a flow ends when it does not resume.
public enum Outcome: String, Choice { case success, failure }
