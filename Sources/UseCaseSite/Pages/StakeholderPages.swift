import UseCaseModel
import UseCaseSyntax

/// A stakeholder: where it stands, what it is after, how we keep in touch.
struct StakeholderPages: ElementPageKind {
  func pictures(of stakeholder: Stakeholder) -> [PictureRequest] {
    [PictureRequest(.influence, of: stakeholder.element)]
  }

  func writeBadges(of stakeholder: Stakeholder, to page: inout PageWriter) {
    if let kind = stakeholder[Clauses.stakeholderKind] {
      page.badge(choice: kind)
    }
    if let attitude = stakeholder[Clauses.attitude] {
      page.badge(choice: attitude, attitude.tone)
    }
    if stakeholder.has(Clauses.legitimate) { page.badge(.legitimate, .plain) }
    if stakeholder.has(Clauses.urgent) { page.badge(.urgent, .poor) }
  }

  func writeFacts(of stakeholder: Stakeholder, to facts: inout FactsWriter) {
    if let power = stakeholder[Clauses.power] { facts.row(.power) { $0.score(power) } }
    if let interest = stakeholder[Clauses.interest] { facts.row(.interest) { $0.score(interest) } }
    facts.row(.strategy, stakeholder[Clauses.strategy])
    facts.row(.represents, stakeholder.target(Clauses.represents))
  }

  func writeSections(of stakeholder: Stakeholder, to page: inout PageWriter) {
    let goals = stakeholder.texts(Clauses.goals)
    if !goals.isEmpty { page.section(.goals, anchor: "goals") { $0.list(of: goals) } }
    let engagement = stakeholder.clauses(Clauses.engage)
    if !engagement.isEmpty {
      page.section(.howWeKeepInTouch, anchor: "engagement") { $0.measures(engagement) }
    }
    writeInfluence(of: stakeholder, to: &page)
    page.section(
      .whoInfluencesWhom, anchor: "picture",
      showing: PictureRequest(.influence, of: stakeholder.element))
  }

  private func writeInfluence(of stakeholder: Stakeholder, to page: inout PageWriter) {
    let clauses = stakeholder.clauses(Clauses.influences)
    guard !clauses.isEmpty else { return }
    page.section(.influences, anchor: "influences") { page in
      page.block("ul", .class("texts")) { page in
        for clause in clauses {
          page.block("li") { page in
            if let target = clause.reference { page.link(target) }
            if let strength = clause.choice(InfluenceStrength.self) {
              page.text(", ")
              page.text(strength == .strong ? .strongly : .weakly)
            }
            guard let how = clause.text else { return }
            page.text(": ")
            page.text(how)
          }
        }
      }
    }
  }
}

extension Attitude {
  var tone: Tone {
    switch self {
    case .champion, .supporter: .good
    case .neutral: .plain
    case .critic: .poor
    case .opponent: .bad
    }
  }
}
