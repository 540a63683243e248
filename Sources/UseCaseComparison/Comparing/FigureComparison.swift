import UseCaseModel
import UseCaseRules

extension ModelDifference {
  /// The figures of the whole, and behind each those of the packages and journeys in which another
  /// share is covered than before. What the whole says is not said again.
  mutating func compareFigures(_ old: Coverage, _ new: Coverage) {
    let pairs = pairedParts(old, new)
    for (before, after) in zip(old.figures, new.figures) {
      if let change = FigureChange(before.info, before.count, after.count) {
        figures.append(change)
      }
      for (part, counts) in pairs {
        let (inOld, inNew) = (counts.old[before.info], counts.new[before.info])
        guard inOld.total != before.total || inNew.total != after.total,
          let change = FigureChange(before.info, inOld, inNew, part: part), change.hasRisen != nil
        else { continue }
        figures.append(change)
      }
    }
  }

  /// The packages and journeys that both versions have, by their keys.
  private func pairedParts(
    _ old: Coverage, _ new: Coverage
  ) -> [(part: String, counts: (old: CoverageCounts, new: CoverageCounts))] {
    let before = Dictionary(
      old.parts.map { ($0.key, $0.counts) }, uniquingKeysWith: { first, _ in first })
    return new.parts.filter { $0.kind != .stage }
      .compactMap { part in before[part.key].map { (part.key, (old: $0, new: part.counts)) } }
      .sorted { $0.part.utf8.lexicographicallyPrecedes($1.part.utf8) }
  }
}

extension FigureChange {
  /// Nil where nothing changed.
  init?(_ info: FigureInfo, _ old: CoverageCount, _ new: CoverageCount, part: String? = nil) {
    guard old.covered != new.covered || old.total != new.total else { return nil }
    self.init(
      name: info.name, label: info.label, part: part, old: Count(old), new: Count(new))
  }
}
