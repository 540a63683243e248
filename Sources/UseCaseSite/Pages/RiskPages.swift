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

/// Probability and impact, from 1 to 5 each.
struct RiskScore {
  let probability: Int
  let impact: Int

  private var product: Int { min(max(probability, 0), 5) * min(max(impact, 0), 5) }

  /// "High, 15 of 25"
  var words: String {
    let level =
      switch tone {
      case .bad: "High"
      case .poor: "Medium"
      default: "Low"
      }
    return level + ", " + String(product) + " of 25"
  }

  var tone: Tone { product >= 12 ? .bad : product >= 6 ? .poor : .plain }
}

extension Risk {
  /// Before anything is done.
  var inherent: RiskScore? {
    guard let probability = self[Clauses.probability], let impact = self[Clauses.impact] else {
      return nil
    }
    return RiskScore(probability: probability, impact: impact)
  }

  /// Once the mitigation works.
  var residual: RiskScore? {
    self[Clauses.residual].map { RiskScore(probability: $0.probability, impact: $0.impact) }
  }
}
