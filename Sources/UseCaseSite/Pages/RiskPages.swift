import UseCaseModel
import UseCaseSyntax

/// A risk: how likely and how bad, before and after what is done about it.
struct RiskPages: ElementPageKind {
  func writeBadges(of risk: Risk, to page: inout PageWriter) {
    if let inherent = risk.inherent { page.badge(inherent.words, inherent.tone) }
    if let residual = risk.residual {
      page.badge(residual.words, residual.tone, prefix: "afterwards")
    }
  }

  func writeFacts(of risk: Risk, to facts: inout FactsWriter) {
    if let inherent = risk.inherent {
      facts.row("Probability") { $0.score(inherent.probability) }
      facts.row("Impact") { $0.score(inherent.impact) }
    }
    if let residual = risk.residual {
      facts.row("Probability afterwards") { $0.score(residual.probability) }
      facts.row("Impact afterwards") { $0.score(residual.impact) }
    }
  }

  func writeSections(of risk: Risk, to page: inout PageWriter) {
    let threatened = risk.targets(Clauses.threatens)
    if !threatened.isEmpty {
      page.section("Threatens", anchor: "threatens") { $0.entries(of: threatened) }
    }
    let mitigation = risk.clauses(Clauses.mitigation)
    guard !mitigation.isEmpty else { return }
    page.section("What is done about it", anchor: "mitigation") { $0.measures(mitigation) }
  }
}

extension RiskScore {
  /// "High, 15 of 25"
  var words: String {
    let level =
      switch tone {
      case .bad: "High"
      case .poor: "Medium"
      default: "Low"
      }
    return level + ", " + String(product) + " of " + String(RiskScore.greatest)
  }

  var tone: Tone { product >= RiskScore.high ? .bad : product >= 6 ? .poor : .plain }
}
