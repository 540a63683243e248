import UseCaseModel

extension PartsOverview {
  /// Journeys or stages with what is realised and planned of each, instead of matrices with too many
  /// touchpoints.
  init(_ parts: [CoverageMatrices]) {
    self.init(
      of: parts.first?.element.kind,
      [
        Column("Touchpoints", width: 90, counting: "touchpoint"),
        Column("External", width: 70, counting: "external", "external"),
        Column(
          "No use case", width: 110, counting: "without a use case", "without a use case",
          isGap: true),
        Column("Use cases", width: 80, counting: "use case"),
        Column(
          "In no timebox", width: 120, counting: "in no timebox", "in no timebox", isGap: true),
      ], hint: "its own matrices")
    for part in parts {
      let counts = part.counts
      add(
        part.element,
        [
          counts.realisable + counts.external, counts.external, counts.unrealised, counts.useCases,
          counts.unplanned,
        ])
    }
  }
}
