import UseCaseSyntax

/// UML actor.
public struct Actor: ElementView {
  public static let kind = ElementKind.actor
  public let element: Element
  public init(element: Element) { self.element = element }

  public var isAbstract: Bool { has(Clauses.isAbstract) }
  public var actorKind: ActorKind { self[Clauses.actorKind] ?? .person }
}

/// UML subject.
public struct System: ElementView {
  public static let kind = ElementKind.system
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// UML use case with its text.
public struct UseCase: ElementView {
  public static let kind = ElementKind.useCase
  public let element: Element
  public init(element: Element) { self.element = element }

  public var isAbstract: Bool { has(Clauses.isAbstract) }
  public var level: GoalLevel { self[Clauses.level] ?? .userGoal }
  public var status: Status { self[Clauses.status] ?? .proposed }
  public var priority: Priority? { self[Clauses.priority] }
}

public struct Persona: ElementView {
  public static let kind = ElementKind.persona
  public let element: Element
  public init(element: Element) { self.element = element }
}

public struct Objective: ElementView {
  public static let kind = ElementKind.objective
  public let element: Element
  public init(element: Element) { self.element = element }
}

public struct Channel: ElementView {
  public static let kind = ElementKind.channel
  public let element: Element
  public init(element: Element) { self.element = element }
}

public struct Journey: ElementView {
  public static let kind = ElementKind.journey
  public let element: Element
  public init(element: Element) { self.element = element }

  public var state: JourneyState { self[Clauses.state] ?? .asIs }
  /// In the order written.
  public var stages: [Stage] { element.members.compactMap { $0.as(Stage.self) } }
  /// In the order written, stage by stage.
  public var touchpoints: [Touchpoint] { stages.flatMap(\.touchpoints) }
  public var personas: [Persona] {
    targets(Clauses.personas).compactMap { $0.as(Persona.self) }
  }
}

public struct Stage: ElementView {
  public static let kind = ElementKind.stage
  public let element: Element
  public init(element: Element) { self.element = element }

  public var journey: Journey? { element.parent?.as(Journey.self) }
  public var stageKind: StageKind? { self[Clauses.stageKind] }
  public var touchpoints: [Touchpoint] {
    element.members.compactMap { $0.as(Touchpoint.self) }
  }
}

public struct Touchpoint: ElementView {
  public static let kind = ElementKind.touchpoint
  public let element: Element
  public init(element: Element) { self.element = element }

  public var stage: Stage? { element.parent?.as(Stage.self) }
  public var journey: Journey? { element.namespace?.as(Journey.self) }
  public var isExternal: Bool { has(Clauses.external) }
  public var isInitiatedByCompany: Bool { self[Clauses.initiatedBy] == .company }
  public var feeling: Feeling? { self[Clauses.feels] }
  public var channels: [Element] { targets(Clauses.channels) }
  public var useCases: [UseCase] {
    targets(Clauses.realizedBy).compactMap { $0.as(UseCase.self) }
  }
  public var moments: [Moment] { element.members.compactMap { $0.as(Moment.self) } }
}

/// A moment of truth.
public struct Moment: ElementView {
  public static let kind = ElementKind.moment
  public let element: Element
  public init(element: Element) { self.element = element }

  public var touchpoint: Touchpoint? { element.parent?.as(Touchpoint.self) }
  public var polarity: Polarity? { self[Clauses.polarity] }
  public var impact: Int? { self[Clauses.impact] }
}

public struct Stakeholder: ElementView {
  public static let kind = ElementKind.stakeholder
  public let element: Element
  public init(element: Element) { self.element = element }
}

public struct Role: ElementView {
  public static let kind = ElementKind.role
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// A measure.
public struct KPI: ElementView {
  public static let kind = ElementKind.kpi
  public let element: Element
  public init(element: Element) { self.element = element }

  public var metric: Metric? { self[Clauses.metric] }
  /// Which way is better: said, or part of the metric.
  public var better: Direction? { self[Clauses.better] ?? metric?.better }
}

public struct Risk: ElementView {
  public static let kind = ElementKind.risk
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// A part of the delivery plan that goes live (DSDM).
public struct Increment: ElementView {
  public static let kind = ElementKind.increment
  public let element: Element
  public init(element: Element) { self.element = element }

  public var timeboxes: [Timebox] { element.members.compactMap { $0.as(Timebox.self) } }
}

/// A fixed period with a fixed end (DSDM).
public struct Timebox: ElementView {
  public static let kind = ElementKind.timebox
  public let element: Element
  public init(element: Element) { self.element = element }

  public var increment: Increment? { element.parent?.as(Increment.self) }
  public var useCases: [UseCase] {
    targets(Clauses.delivers).compactMap { $0.as(UseCase.self) }
  }
}

public struct ExtensionPoint: ElementView {
  public static let kind = ElementKind.extensionPoint
  public let element: Element
  public init(element: Element) { self.element = element }

  /// The number of the step after which it lies.
  public var step: Int? {
    element.declaration.flatMap {
      ClauseSyntax($0.syntax).tail(Keyword("after"))?.anchor?.steps?.lowerBound
    }
  }
}

/// A namespace, which any number of files may open.
public struct Package: ElementView {
  public static let kind = ElementKind.package
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// A group of customers.
public struct Segment: ElementView {
  public static let kind = ElementKind.segment
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// A word of the glossary; its description defines it.
public struct Term: ElementView {
  public static let kind = ElementKind.term
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// An event log bound to a journey.
public struct EventLog: ElementView {
  public static let kind = ElementKind.log
  public let element: Element
  public init(element: Element) { self.element = element }
}

/// A picture of one's own choosing.
public struct PictureView: ElementView {
  public static let kind = ElementKind.view
  public let element: Element
  public init(element: Element) { self.element = element }
}
