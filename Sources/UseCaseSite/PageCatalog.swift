/// Every kind of page, in the order in which pages are written.
enum PageCatalog {
  static let all: [any PageKind] = [
    OverviewPage(),
    ListPages(),
    JourneyPages(),
    TouchpointPages(),
    PersonaPages(),
    SegmentPages(),
    ChannelPages(),
    UseCasePages(),
    ActorPages(),
    SystemPages(),
    PackagePages(),
    ObjectivePages(),
    KPIPages(),
    StakeholderPages(),
    RiskPages(),
    IncrementPages(),
    TimeboxPages(),
    RolePages(),
    ViewPages(),
    LogPages(),
    GlossaryPage(),
    GapsPage(),
    IndexPage(),
  ]
}
