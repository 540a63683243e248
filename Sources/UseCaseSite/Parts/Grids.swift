import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// How many stand in a field of a grid; the list below names all of them.
  private static var shownInField: Int { 20 }

  private mutating func rest(of count: Int) {
    guard count > PageWriter.shownInField else { return }
    block("p", .class("kind"), text: words[.andMore, String(count - PageWriter.shownInField)])
  }

  /// Stakeholders by power and interest: four quadrants with what each asks for (Mendelow).
  mutating func quadrants(of stakeholders: [Stakeholder]) {
    let placed = stakeholders.compactMap { stakeholder in
      stakeholder.placement.map { (stakeholder, $0) }
    }
    guard !placed.isEmpty else { return }
    section(.powerAndInterest, anchor: "grid") { page in
      page.block("div", .class("quadrants")) { page in
        let strategies: [EngagementStrategy] = [
          .keepSatisfied, .manageClosely, .monitor, .keepInformed,
        ]
        for strategy in strategies {
          page.quadrant(strategy, placed.filter { $0.1.strategy() == strategy })
        }
      }
    }
  }

  private mutating func quadrant(
    _ strategy: EngagementStrategy, _ placed: [(Stakeholder, Placement)]
  ) {
    block("div", .class("quadrant " + strategy.rawValue)) { page in
      page.block("h3", text: page.words[choice: strategy].capitalizedStart)
      page.block("p", .class("kind"), text: strategy.meaning)
      guard !placed.isEmpty else { return }
      page.block("ul") { page in
        for (stakeholder, placement) in placed.prefix(PageWriter.shownInField) {
          page.block("li") { page in
            page.link(to: stakeholder.element)
            page.text(" ")
            page.element("span", .class("kind")) { page in
              page.text(
                .powerInterestOf, String(placement.power), String(placement.interest))
            }
            guard let attitude = stakeholder[Clauses.attitude] else { return }
            page.text(" ")
            page.badge(choice: attitude, attitude.tone)
          }
        }
      }
      page.rest(of: placed.count)
    }
  }

  /// Risks on the matrix of probability and impact, as they stand once their mitigation works,
  /// else before.
  mutating func matrix(of risks: [Risk]) {
    let placed = risks.compactMap { risk in
      (risk.residual ?? risk.inherent).map { (risk, $0) }
    }
    guard !placed.isEmpty else { return }
    let cells = Dictionary(grouping: placed, by: \.1)
    section(.probabilityAndImpact, anchor: "matrix") { page in
      let titles = ["\(page.words[.probability])\u{A0}↓\n\(page.words[.impact])\u{A0}→"]
      page.table(
        page.words[.probabilityAndImpact], titles + (1...5).map(String.init), class: "matrix risks"
      ) { page in
        for probability in (1...5).reversed() {
          page.block("tr") { page in
            page.element("th", Attribute("scope", "row"), text: String(probability))
            for impact in 1...5 {
              guard let score = RiskScore(probability: probability, impact: impact) else {
                continue
              }
              page.cell(score, cells[score] ?? [])
            }
          }
        }
      }
    }
  }

  private mutating func cell(_ score: RiskScore, _ risks: [(Risk, RiskScore)]) {
    let tone: Tone = score.tone == .plain ? .good : score.tone
    element("td", .class("cell " + tone.rawValue)) { page in
      guard !risks.isEmpty else { return page.element("span", .class("none"), text: "·") }
      page.block("ul") { page in
        for (risk, _) in risks.prefix(PageWriter.shownInField) {
          page.element("li") { page in
            page.link(to: risk.element)
            guard let inherent = risk.inherent, risk.residual != nil, inherent != score else {
              return
            }
            page.text(" ")
            page.element("span", .class("before")) { page in
              page.text(.wasBefore, String(inherent.product))
            }
          }
        }
      }
      page.rest(of: risks.count)
    }
  }
}

extension EngagementStrategy {
  fileprivate var meaning: Phrase {
    switch self {
    case .manageClosely: .highPowerHighInterest
    case .keepSatisfied: .highPowerLowInterest
    case .keepInformed: .lowPowerHighInterest
    case .monitor: .lowPowerLowInterest
    }
  }
}
