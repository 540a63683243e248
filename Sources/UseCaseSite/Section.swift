import UseCaseSyntax

/// A group of the navigation.
struct SectionGroup: Sendable {
  let title: Phrase
  let sections: [Section]
}

/// The list of all elements of a kind, which stands in the navigation.
struct Section: Sendable {
  let kind: ElementKind
  let title: Phrase
  let address: Address

  private init(_ kind: ElementKind, _ title: Phrase, _ page: String) {
    self.kind = kind
    self.title = title
    address = Address(page)
  }

  static let groups: [SectionGroup] = [
    SectionGroup(
      title: .customers,
      sections: [
        Section(.journey, .journeys, "journeys.html"),
        Section(.touchpoint, .touchpoints, "touchpoints.html"),
        Section(.persona, .personas, "personas.html"),
        Section(.segment, .segments, "segments.html"),
        Section(.channel, .channels, "channels.html"),
      ]),
    SectionGroup(
      title: .systems,
      sections: [
        Section(.useCase, .useCases, "use-cases.html"),
        Section(.actor, .actors, "actors.html"),
        Section(.system, .systems, "systems.html"),
        Section(.package, .packages, "packages.html"),
      ]),
    SectionGroup(
      title: .purpose,
      sections: [
        Section(.objective, .objectives, "objectives.html"),
        Section(.kpi, .kpis, "kpis.html"),
        Section(.stakeholder, .stakeholders, "stakeholders.html"),
        Section(.risk, .risks, "risks.html"),
      ]),
    SectionGroup(
      title: .delivery,
      sections: [
        Section(.increment, .increments, "increments.html"),
        Section(.timebox, .timeboxes, "timeboxes.html"),
        Section(.role, .roles, "roles.html"),
      ]),
    SectionGroup(
      title: .reference,
      sections: [
        Section(.term, .glossary, Address.glossary.page),
        Section(.view, .views, "views.html"),
        Section(.log, .eventLogs, "event-logs.html"),
      ]),
  ]

  private static let byKind: [ElementKind: Section] = Dictionary(
    groups.flatMap(\.sections).map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })

  /// The list that an element's page belongs to.
  static func of(_ kind: ElementKind) -> Section? {
    switch kind {
    case .stage: byKind[.journey]
    case .moment: byKind[.touchpoint]
    case .extensionPoint: byKind[.useCase]
    default: byKind[kind]
    }
  }
}
