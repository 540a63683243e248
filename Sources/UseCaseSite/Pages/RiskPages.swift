import UseCaseModel
import UseCaseSyntax

/// A risk: how likely and how bad, before and after what is done about it.
struct RiskPages: ElementPageKind {
  func writeBadges(of risk: Risk, to page: inout PageWriter) {
    if let inherent = risk.inherent { page.badge(page.words(of: inherent), inherent.tone) }
    if let residual = risk.residual {
      page.badge(page.words(of: residual), residual.tone, prefix: .afterwards)
    }
  }

  func writeFacts(of risk: Risk, to facts: inout FactsWriter) {
    if let inherent = risk.inherent {
      facts.row(.probability) { $0.score(inherent.probability) }
      facts.row(.impact) { $0.score(inherent.impact) }
    }
    if let residual = risk.residual {
      facts.row(.probabilityAfterwards) { $0.score(residual.probability) }
      facts.row(.impactAfterwards) { $0.score(residual.impact) }
    }
  }

  func writeSections(of risk: Risk, to page: inout PageWriter) {
    let threatened = risk.targets(Clauses.threatens)
    if !threatened.isEmpty {
      page.section(.threatens, anchor: "threatens") { $0.entries(of: threatened) }
    }
    let mitigation = risk.clauses(Clauses.mitigation)
    guard !mitigation.isEmpty else { return }
    page.section(.whatIsDoneAboutIt, anchor: "mitigation") { $0.measures(mitigation) }
  }
}

extension PageWriter {
  /// "High, 15 of 25"
  func words(of score: RiskScore) -> String {
    let greatest = String(RiskScore.greatest)
    return words[score.level] + ", " + words[.scoreOf, String(score.product), greatest]
  }
}

extension RiskScore {
  var level: Phrase {
    switch tone {
    case .bad: .high
    case .poor: .medium
    default: .low
    }
  }

  var tone: Tone { product >= RiskScore.high ? .bad : product >= 6 ? .poor : .plain }
}
