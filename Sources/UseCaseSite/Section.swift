import UseCaseSyntax

/// A group of the navigation.
struct SectionGroup: Sendable {
  let title: String
  let sections: [Section]
}

/// The list of all elements of a kind, which stands in the navigation.
struct Section: Sendable {
  let kind: ElementKind
  let title: String
  let address: Address

  private init(_ kind: ElementKind, _ title: String, _ page: String) {
    self.kind = kind
    self.title = title
    address = Address(page)
  }

  static let groups: [SectionGroup] = [
    SectionGroup(
      title: "Customers",
      sections: [
        Section(.journey, "Journeys", "journeys.html"),
        Section(.touchpoint, "Touchpoints", "touchpoints.html"),
        Section(.persona, "Personas", "personas.html"),
        Section(.segment, "Segments", "segments.html"),
        Section(.channel, "Channels", "channels.html"),
      ]),
    SectionGroup(
      title: "Systems",
      sections: [
        Section(.useCase, "Use cases", "use-cases.html"),
        Section(.actor, "Actors", "actors.html"),
        Section(.system, "Systems", "systems.html"),
        Section(.package, "Packages", "packages.html"),
      ]),
    SectionGroup(
      title: "Purpose",
      sections: [
        Section(.objective, "Objectives", "objectives.html"),
        Section(.kpi, "KPIs", "kpis.html"),
        Section(.stakeholder, "Stakeholders", "stakeholders.html"),
        Section(.risk, "Risks", "risks.html"),
      ]),
    SectionGroup(
      title: "Delivery",
      sections: [
        Section(.increment, "Increments", "increments.html"),
        Section(.timebox, "Timeboxes", "timeboxes.html"),
        Section(.role, "Roles", "roles.html"),
      ]),
    SectionGroup(
      title: "Reference",
      sections: [
        Section(.term, "Glossary", Address.glossary.page),
        Section(.view, "Views", "views.html"),
        Section(.log, "Event logs", "event-logs.html"),
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
