import UseCaseModel
import UseCaseRules
import UseCaseSyntax

extension PageWriter {
  /// What somebody who pays for the work has to know: risks, measures short of their targets, how
  /// complete the model is, reviews that are due.
  mutating func attention(of site: Site) {
    let risks = site.elements(.risk).map(Risk.init).worstFirst.prefix(3)
    let missed = site.elements(.kpi).map(KPI.init).filter { $0.isTargetReached == false }
    let overall = site.coverage.figures.last.flatMap { $0.percent == nil ? nil : $0 }
    let due = site.reviews.filter(\.isDue)
    guard !risks.isEmpty || !missed.isEmpty || overall != nil || !due.isEmpty else { return }
    section(.needsAttention, anchor: "attention") { page in
      page.block("div", .class("cards attention")) { page in
        if !risks.isEmpty { page.card(.worstRisks) { $0.risks(Array(risks), site) } }
        if !missed.isEmpty { page.card(.shortOfTarget) { $0.missed(missed) } }
        if let overall { page.card(.coverage) { $0.overall(overall, site) } }
        if !due.isEmpty { page.card(.reviewsDue) { $0.reviews(due) } }
      }
    }
  }

  private mutating func risks(_ risks: [Risk], _ site: Site) {
    block("ul", .class("brief")) { page in
      for risk in risks {
        page.block("li") { page in
          page.link(to: risk.element)
          page.text(" ")
          if let score = risk.residual ?? risk.inherent {
            page.badge(page.words(of: score), score.tone)
          }
        }
      }
    }
    more(site.elements(.risk).count, than: risks.count, Section.of(.risk)?.address)
  }

  private mutating func missed(_ kpis: [KPI]) {
    block("ul", .class("brief")) { page in
      for kpi in kpis.prefix(5) {
        page.block("li") { page in
          page.link(to: kpi.element)
          guard let standing = kpi.standing, let target = kpi.target else { return }
          page.text(" ")
          page.element("span", .class("kind")) { page in
            page.text(
              .valueForTarget, page.words[standing.quantity], page.words[target.quantity])
          }
        }
      }
    }
    more(kpis.count, than: min(5, kpis.count), Section.of(.kpi)?.address)
  }

  private mutating func overall(_ figure: CoverageFigure, _ site: Site) {
    block("p", .class("big")) { page in
      page.text(String(figure.percent ?? 0))
      page.element("span", .class("unit"), text: "%")
    }
    meter(figure.percent ?? 0)
    block("p", .class("kind")) { page in
      page.text(.presentOf, String(figure.covered), String(figure.total))
      page.text(" ")
      page.link(to: .coverage, Phrase.whatIsMissing)
    }
  }

  private mutating func reviews(_ due: [Review]) {
    block("ul", .class("brief")) { page in
      for review in due.prefix(5) {
        page.block("li") { page in
          page.link(to: review.element)
          page.text(" ")
          page.element("span", .class("kind")) { $0.date(review.due) }
        }
      }
    }
    more(due.count, than: min(5, due.count), .reviews)
  }

  /// A link to all of them, where not all are shown.
  private mutating func more(_ count: Int, than shown: Int, _ address: Address?) {
    guard count > shown, let address else { return }
    block("p", .class("kind")) { $0.link(to: address, $0.words[.allCount, String(count)]) }
  }

  /// A bar that is filled by so many percent.
  mutating func meter(_ percent: Int) {
    element(
      "svg", .class("meter"), Attribute("viewBox", "0 0 100 4"),
      Attribute("preserveAspectRatio", "none"), Attribute("aria-hidden", "true")
    ) { page in
      page.shape(
        "rect", .class("track"), Attribute("width", "100"), Attribute("height", "4")
      )
      page.shape(
        "rect", .class(percent == 100 ? "full" : "part"), Attribute("width", String(percent)),
        Attribute("height", "4")
      )
    }
  }
}

extension [Risk] {
  /// By what remains of each, then by what was there before anything is done; else as written.
  var worstFirst: [Risk] {
    enumerated().map { place, risk in
      let inherent = risk.inherent?.product ?? 0
      return (key: [-(risk.residual?.product ?? inherent), -inherent, place], risk)
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.1)
  }
}
