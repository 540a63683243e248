/// What a declared name stands for.
public enum ElementKind: UInt8, Sendable, CaseIterable {
  case model, package, system, actor, segment, persona, objective, useCase, channel, journey
  case stage, touchpoint, moment, stakeholder, role, kpi, risk, increment, timebox, term, log, view
  case extensionPoint

  /// The word that declares it, which also begins its element key.
  public var keyword: String {
    switch self {
    case .model: "model"
    case .package: "package"
    case .system: "system"
    case .actor: "actor"
    case .segment: "segment"
    case .persona: "persona"
    case .objective: "objective"
    case .useCase: "usecase"
    case .channel: "channel"
    case .journey: "journey"
    case .stage: "stage"
    case .touchpoint: "touchpoint"
    case .moment: "moment"
    case .stakeholder: "stakeholder"
    case .role: "role"
    case .kpi: "kpi"
    case .risk: "risk"
    case .increment: "increment"
    case .timebox: "timebox"
    case .term: "term"
    case .log: "log"
    case .view: "view"
    case .extensionPoint: "extension point"
    }
  }

  /// What messages call it.
  public var noun: String {
    switch self {
    case .useCase: "use case"
    case .moment: "moment of truth"
    case .kpi: "KPI"
    case .log: "event log"
    default: keyword
    }
  }

  /// The noun with its article: "an actor".
  public var nounWithArticle: String {
    let startsWithVowel = "aeio".contains(noun.first ?? "x")
    return (startsWithVowel ? "an " : "a ") + noun
  }

  public var plural: String {
    switch self {
    case .moment: "moments of truth"
    case .timebox: "timeboxes"
    default: noun + "s"
    }
  }
}

/// A set of kinds: what a place takes, or what may stand in a body.
public struct KindSet: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public init(_ kind: ElementKind) { rawValue = 1 << UInt32(kind.rawValue) }

  public init(_ kinds: [ElementKind]) {
    rawValue = kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  @inlinable public func contains(_ kind: ElementKind) -> Bool {
    rawValue & (1 << UInt32(kind.rawValue)) != 0
  }

  public var kinds: [ElementKind] { ElementKind.allCases.filter(contains) }

  /// "an actor, a role or a stakeholder"
  public var description: String {
    if self == .any { return "a declaration" }
    return listed(kinds.map(\.nounWithArticle), with: "or")
  }

  public static let useCase = KindSet(.useCase)
  public static let actor = KindSet(.actor)
  public static let objective = KindSet(.objective)
  public static let kpi = KindSet(.kpi)
  public static let persona = KindSet(.persona)
  /// Who answers for something: a role, an actor or a stakeholder.
  public static let who = KindSet([.actor, .stakeholder, .role])
  /// Who or what does something about a pain or at a moment of truth.
  public static let whoOrUseCase = KindSet([.actor, .stakeholder, .role, .useCase])
  /// Who or what works backstage.
  public static let whoOrSystem = KindSet([.actor, .stakeholder, .role, .system])
  public static let transitionEnd = KindSet(.touchpoint)
  public static let any = KindSet(ElementKind.allCases.filter { $0 != .extensionPoint })
}

/// "a, b and c"
public func listed(_ items: [String], with conjunction: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
