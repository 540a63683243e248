import UseCaseModel
import UseCaseSyntax

/// A touchpoint: what both sides do, how it feels, what realises it, its moments of truth.
struct TouchpointPages: ElementPageKind {
  func lead(of touchpoint: Touchpoint) -> TextSyntax? { touchpoint[Clauses.outcome] }

  func parts(of touchpoint: Touchpoint) -> [Element] { touchpoint.moments.map(\.element) }

  let shownMentions: Set<Keyword> = [Keyword("->")]

  func writeBadges(of touchpoint: Touchpoint, to page: inout PageWriter) {
    if let feeling = touchpoint.feeling { page.badge(feeling) }
    if touchpoint.isExternal { page.badge(.external, .plain) }
    if touchpoint.isInitiatedByCompany { page.badge(.theCompanyBegins, .plain) }
    if touchpoint.has(Clauses.selfService) { page.badge(.selfService, .plain) }
    if touchpoint.has(Clauses.collectsFeedback) { page.badge(.collectsFeedback, .plain) }
  }

  func writeFacts(of touchpoint: Touchpoint, to facts: inout FactsWriter) {
    facts.row(.journey, touchpoint.journey?.element)
    facts.row(.stage, touchpoint.stage?.element)
    facts.row(.channels, touchpoint.channels)
    facts.row(.actor, touchpoint.targets(Clauses.touchpointActors))
    facts.row(.realisedBy, touchpoint.targets(Clauses.realizedBy))
    facts.row(.measuredBy, touchpoint.targets(Clauses.kpis))
    facts.responsibilities(of: touchpoint.element)
  }

  func writeSections(of touchpoint: Touchpoint, to page: inout PageWriter) {
    writeExchange(of: touchpoint, to: &page)
    writeExperience(of: touchpoint, to: &page)
    writeMoments(of: touchpoint, to: &page)
    writeBackstage(of: touchpoint, to: &page)
    page.ways(of: touchpoint)
    page.evidence(of: touchpoint.element)
  }

  private func writeExchange(of touchpoint: Touchpoint, to page: inout PageWriter) {
    let steps: [(Phrase, TextSyntax)] = [
      (.theCustomer, touchpoint[Clauses.action]),
      (touchpoint.isExternal ? .whatComesBack : .we, touchpoint[Clauses.response]),
      (.whatTheCustomerWantsOfIt, touchpoint[Clauses.outcome]),
    ].compactMap { title, text in text.map { (title, $0) } }
    guard !steps.isEmpty else { return }
    page.section(.whatHappens, anchor: "exchange") { page in
      page.block("div", .class("cards exchange")) { page in
        for (title, text) in steps { page.card(title, [text]) }
      }
    }
  }

  private func writeExperience(of touchpoint: Touchpoint, to page: inout PageWriter) {
    let groups: [(Phrase, [ClauseSyntax])] = [
      (.needs, touchpoint.clauses(Clauses.needs)),
      (.expectations, touchpoint.clauses(Clauses.expects)),
      (.pains, touchpoint.clauses(Clauses.pain)),
    ].filter { !$0.1.isEmpty }
    let thoughts = touchpoint.texts(Clauses.thinks)
    let opportunities = touchpoint.clauses(Clauses.opportunity)
    // A feeling alone stands under the title already.
    let feeling = touchpoint.first(Clauses.feels).flatMap { $0.text == nil ? nil : $0 }
    guard !groups.isEmpty || !thoughts.isEmpty || !opportunities.isEmpty || feeling != nil
    else { return }
    page.section(.howItIsLived, anchor: "experience") { page in
      for thought in thoughts {
        page.block("blockquote", .class("thought")) { page in
          page.block("p") { $0.text(thought) }
        }
      }
      page.block("div", .class("cards")) { page in
        if let feeling, let kind = touchpoint.feeling {
          page.card(.feels) { page in
            page.block("p") { page in
              page.badge(kind)
              if let words = feeling.text { page.text(words) }
            }
          }
        }
        for (title, clauses) in groups {
          page.card(title, class: title == .pains ? "card pain" : "card") { $0.answered(clauses) }
        }
        if !opportunities.isEmpty { page.card(.opportunities) { $0.measures(opportunities) } }
      }
    }
  }

  private func writeMoments(of touchpoint: Touchpoint, to page: inout PageWriter) {
    let moments = touchpoint.moments
    guard !moments.isEmpty else { return }
    page.section(.momentsOfTruth, anchor: "moments") { page in
      for moment in moments { page.moment(moment) }
    }
  }

  private func writeBackstage(of touchpoint: Touchpoint, to page: inout PageWriter) {
    let backstage = touchpoint.clauses(Clauses.backstage)
    if !backstage.isEmpty {
      page.section(.backstage, anchor: "backstage") { $0.measures(backstage) }
    }
    let things = touchpoint.texts(Clauses.physicalEvidence)
    guard !things.isEmpty else { return }
    page.section(.whatTheCustomerHoldsInHand, anchor: "physical-evidence") {
      $0.list(of: things)
    }
  }
}

extension PageWriter {
  fileprivate mutating func moment(_ moment: Moment) {
    let address = site.address(of: moment.element)
    block("section", .class("moment"), anchor(address?.fragment)) { page in
      page.block("h3", text: moment.title)
      page.badges("p") { page in
        if let kind = moment[Clauses.momentKind] {
          page.badge(page.words[.momentKind, page.words[choice: kind].capitalizedStart], .plain)
        }
        if let polarity = moment.polarity {
          page.badge(choice: polarity, polarity == .positive ? .good : .bad)
        }
      }
      if let description = moment.element.description {
        page.block("div", .class("prose")) { $0.markdown(description, below: 3) }
      }
      page.findings(about: moment.element)
      page.facts { facts in
        if let impact = moment.impact { facts.row(.impact) { $0.score(impact) } }
        facts.row(.measuredBy, moment.targets(Clauses.kpis))
        facts.common(moment.element)
      }
      let groups: [(Phrase, [ClauseSyntax])] = [
        (.soThatItGoesWell, moment.clauses(Clauses.proactive)),
        (.whenItHasGoneWrong, moment.clauses(Clauses.reactive)),
      ].filter { !$0.1.isEmpty }
      guard !groups.isEmpty else { return }
      page.block("div", .class("cards")) { page in
        for (title, clauses) in groups {
          page.block("div", .class("card")) { page in
            page.block("h4", text: title)
            page.measures(clauses)
          }
        }
      }
    }
  }

  /// Where customers come from and where they go on to.
  fileprivate mutating func ways(of touchpoint: Touchpoint) {
    guard let journey = touchpoint.journey, let graph = site.journeyGraphs[journey.id],
      let place = site.places[touchpoint.id], graph.incoming.indices.contains(place)
    else { return }
    let (incoming, outgoing) = (graph.incoming[place], graph.outgoing[place])
    guard !incoming.isEmpty || !outgoing.isEmpty else { return }
    section(.beforeAndBehind, anchor: "ways", class: "ways") { page in
      page.ways(.waysIn, .from, incoming.map { graph.edges[$0] }, graph, \.source)
      page.ways(.waysOn, .to, outgoing.map { graph.edges[$0] }, graph, \.target)
    }
  }

  private mutating func ways(
    _ title: Phrase, _ column: Phrase, _ edges: [JourneyGraph.Edge], _ graph: JourneyGraph,
    _ end: KeyPath<JourneyGraph.Edge, JourneyGraph.Point>
  ) {
    guard !edges.isEmpty else { return }
    block("h3", text: title)
    let columns = EdgeColumns(edges)
    table(title, [column] + columns.titles) { page in
      for edge in edges {
        page.block("tr") { page in
          page.element("th", Attribute("scope", "row")) { $0.point(edge[keyPath: end], of: graph) }
          page.circumstances(of: edge, columns)
        }
      }
    }
  }
}
