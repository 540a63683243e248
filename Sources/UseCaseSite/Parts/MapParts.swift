import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// The map: stage heads and touchpoints stay in sight while the lanes scroll below them.
  mutating func map(_ map: JourneyMap) {
    block(
      "div", .class("scroll map-scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
      .label(.mapOf, map.journey.title)
    ) { page in
      page.block("table", .class("map")) { page in
        page.block("caption", .class("unseen"), text: page.words[.mapOf, map.journey.title])
        page.block("thead") { $0.heads(of: map) }
        page.block("tbody") { page in
          for lane in MapLane.above { page.lane(lane, of: map) }
          page.curve(of: map)
          page.stageNeeds(of: map)
          for lane in MapLane.below { page.lane(lane, of: map) }
        }
      }
    }
  }

  private mutating func heads(of map: JourneyMap) {
    block("tr", .class("stages")) { page in
      page.element("td", Attribute("rowspan", "2"), .class("corner")) { page in
        for persona in map.journey.targets(Clauses.personas) {
          page.image(of: persona, class: "map-portrait")
        }
      }
      for stage in map.stages {
        page.element(
          "th", Attribute("scope", "colgroup"),
          Attribute("colspan", String(stage.touchpoints.count))
        ) { page in
          page.element("span", .class("sticky")) { $0.link(to: stage.element) }
        }
      }
    }
    block("tr", .class("touchpoints")) { page in
      for column in map.columns {
        page.element(
          "th", Attribute("scope", "col"), column.isFirstOfStage ? .class("first") : nil
        ) { page in
          page.image(of: column.touchpoint.element, class: "map-snapshot")
          page.link(to: column.touchpoint.element)
        }
      }
    }
  }

  private mutating func lane(_ lane: MapLane, of map: JourneyMap) {
    guard map.columns.contains(where: { lane.isUsed($0.touchpoint) }) else { return }
    block("tr", .class("lane lane-" + lane.name)) { page in
      page.element("th", Attribute("scope", "row"), text: lane.title)
      for column in map.columns {
        page.element("td", column.isFirstOfStage ? .class("first") : nil) { page in
          if lane.isUsed(column.touchpoint) { lane.write(&page, column.touchpoint) }
        }
      }
    }
  }

  /// What a stage as a whole asks for stands across its columns.
  private mutating func stageNeeds(of map: JourneyMap) {
    let lanes: [(Phrase, Clause<TextSyntax>)] = [
      (.needsOfTheStage, Clauses.needs), (.expectationsOfTheStage, Clauses.expects),
    ]
    for (title, clause) in lanes
    where map.stages.contains(where: { !$0.clauses(clause).isEmpty }) {
      block("tr", .class("lane across")) { page in
        page.element("th", Attribute("scope", "row"), text: title)
        for stage in map.stages {
          page.element(
            "td", .class("first"), Attribute("colspan", String(stage.touchpoints.count))
          ) { page in
            let clauses = stage.clauses(clause)
            if !clauses.isEmpty { page.block("div", .class("sticky")) { $0.answered(clauses) } }
          }
        }
      }
    }
  }

  // MARK: The curve

  private mutating func curve(of map: JourneyMap) {
    guard map.columns.contains(where: { $0.score != nil }) else { return }
    block("tr", .class("lane lane-feelings")) { page in
      page.element("th", Attribute("scope", "row"), text: .feelings)
      for (place, column) in map.columns.enumerated() {
        page.element("td", column.isFirstOfStage ? .class("first") : nil) { page in
          page.curve(map, place)
          guard let feeling = column.touchpoint.feeling else { return }
          page.badge(feeling)
          if let words = column.touchpoint.first(Clauses.feels)?.text {
            page.element("span", .class("kind")) { $0.text(words) }
          }
        }
      }
    }
  }

  /// The part of the curve in a column.
  private mutating func curve(_ map: JourneyMap, _ place: Int) {
    element("svg", .class("curve"), Attribute("aria-hidden", "true")) { page in
      let path = map.path(in: place)
      if !path.isEmpty {
        page.element(
          "svg", Attribute("viewBox", "0 0 100 100"), Attribute("preserveAspectRatio", "none")
        ) { $0.shape("path", Attribute("d", path)) }
      }
      guard let feeling = map.columns[place].touchpoint.feeling, let height = map.height(place)
      else { return }
      let isMoment = !map.columns[place].touchpoint.moments.isEmpty
      page.shape(
        "circle", .class((isMoment ? "moment-of-truth " : "") + feeling.tone.rawValue),
        Attribute("cx", "50%"), Attribute("cy", formatted(height) + "%"),
        Attribute("r", isMoment ? "9" : "6"))
      guard isMoment else { return }
      page.element(
        "text", Attribute("x", "50%"), Attribute("y", formatted(height) + "%"),
        Attribute("dy", "4"), text: "★")
    }
  }

  // MARK: Cells

  /// Each pain with what answers it, or the word that nothing does.
  mutating func pains(of touchpoint: Touchpoint) {
    let hasOpportunity = !touchpoint.clauses(Clauses.opportunity).isEmpty
    block("ul", .class("pain-list")) { page in
      for clause in touchpoint.clauses(Clauses.pain) {
        page.block("li") { page in
          if let text = clause.text { page.text(text) }
          let answers = clause.answeredBy.compactMap { page.site.model.target(of: $0) }
          if !answers.isEmpty {
            page.element("span", .class("answer")) { $0.links(to: answers) }
          } else if hasOpportunity {
            page.element("span", .class("answer"), text: .seeOpportunity)
          } else {
            page.text(" ")
            page.badge(.unanswered, .bad)
          }
        }
      }
    }
  }

  mutating func mapMoment(_ moment: Moment) {
    block("div", .class("map-moment " + (moment.polarity == .positive ? "good" : "bad"))) { page in
      page.element("span", .class("star"), Attribute("aria-hidden", "true"), text: "★ ")
      page.link(to: moment.element)
      page.block("p", .class("kind")) { page in
        if let kind = moment[Clauses.momentKind] {
          page.text(page.words[choice: kind].capitalizedStart)
          page.text(" · ")
        }
        if let polarity = moment.polarity {
          page.text(page.words[choice: polarity].capitalizedStart)
          page.text(" · ")
        }
        if let impact = moment.impact { page.text(.impactOf, String(impact)) }
      }
    }
  }
}
