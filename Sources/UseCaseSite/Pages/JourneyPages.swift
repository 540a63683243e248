import UseCaseModel
import UseCaseSyntax

/// A journey: its graph, its stages side by side, then stage by stage.
struct JourneyPages: ElementPageKind {
  func pictures(of journey: Journey) -> [PictureRequest] {
    [DiagramKind.journey, .moments, .responsibilities].map {
      PictureRequest($0, of: journey.element)
    } + journey.stages.flatMap(pictures)
  }

  /// The pictures of a stage, which there are where the journey is too large for one.
  private func pictures(of stage: Stage) -> [PictureRequest] {
    [DiagramKind.journey, .emotion, .moments, .kpis, .responsibilities, .coverage].map {
      PictureRequest($0, of: stage.element)
    }
  }

  func parts(of journey: Journey) -> [Element] { journey.stages.map(\.element) }

  func writeBadges(of journey: Journey, to page: inout PageWriter) {
    page.badge(journey.state == .asIs ? .asItIs : .asItShallBe, .plain)
  }

  func writeFacts(of journey: Journey, to facts: inout FactsWriter) {
    facts.row(.personas, journey.personas.map(\.element))
    facts.row(.improves, journey.target(Clauses.improves))
    facts.row(.supports, journey.targets(Clauses.supports))
    facts.row(.measuredBy, journey.targets(Clauses.kpis))
  }

  func writeSections(of journey: Journey, to page: inout PageWriter) {
    let stages = journey.stages
    let map = JourneyMap(journey)
    if !map.columns.isEmpty {
      page.section(.theMap, anchor: "map", class: "map-section \(map.paper)") { $0.map(map) }
    }
    page.section(
      .theWayThrough, anchor: "graph", showing: PictureRequest(.journey, of: journey.element))
    page.section(
      .momentsOfTruth, anchor: "moments", showing: PictureRequest(.moments, of: journey.element))
    page.section(
      .responsibilities, anchor: "responsibilities",
      showing: PictureRequest(.responsibilities, of: journey.element))
    guard !stages.isEmpty else { return }
    page.section(.stageByStage, anchor: "stages") { page in
      for (place, stage) in stages.enumerated() {
        page.stage(stage, number: place + 1, showing: pictures(of: stage))
      }
    }
    page.transitions(of: journey)
  }
}

extension PageWriter {
  // MARK: One stage

  fileprivate mutating func stage(
    _ stage: Stage, number: Int, showing pictures: [PictureRequest]
  ) {
    let address = site.address(of: stage.element)
    block("section", .class("stage"), anchor(address?.fragment)) { page in
      page.block("header") { page in
        page.block("h3") { page in
          page.element("span", .class("ordinal"), text: String(number))
          page.text(" " + stage.title)
        }
        page.badges("p") { page in
          if let kind = stage.stageKind { page.badge(choice: kind) }
        }
      }
      if let description = stage.element.description {
        page.block("div", .class("prose")) { $0.markdown(description, below: 3) }
      }
      page.findings(about: stage.element)
      page.facts { facts in
        facts.common(stage.element)
        facts.row(.measuredBy, stage.targets(Clauses.kpis))
      }
      page.experience(of: stage)
      page.entries(of: stage.touchpoints.map(\.element))
      for picture in pictures { page.picture(picture) }
    }
  }

  private mutating func experience(of stage: Stage) {
    let groups: [(Phrase, [ClauseSyntax])] = [
      (.needs, stage.clauses(Clauses.needs)), (.expectations, stage.clauses(Clauses.expects)),
    ].filter { !$0.1.isEmpty }
    guard !groups.isEmpty else { return }
    block("div", .class("cards")) { page in
      for (title, clauses) in groups {
        page.block("div", .class("card")) { page in
          page.block("h4", text: title)
          page.answered(clauses)
        }
      }
    }
  }

  // MARK: Transitions

  fileprivate mutating func transitions(of journey: Journey) {
    guard let graph = site.journeyGraphs[journey.id], !graph.edges.isEmpty else { return }
    section(.everyWayOn, anchor: "transitions") { page in
      page.block("details") { page in
        page.block("summary", text: page.words[.allTransitions, String(graph.edges.count)])
        let columns = EdgeColumns(graph.edges)
        page.table(.transitions, [.from, .to] + columns.titles) { page in
          for (place, edge) in graph.edges.enumerated() {
            page.block("tr") { page in
              if place == 0 || graph.edges[place - 1].source != edge.source {
                let count = graph.edges[place...].prefix { $0.source == edge.source }.count
                let span = count > 1 ? Attribute("rowspan", String(count)) : nil
                page.element("td", span) { $0.point(edge.source, of: graph) }
              }
              page.element("td") { $0.point(edge.target, of: graph) }
              page.circumstances(of: edge, columns)
            }
          }
        }
      }
    }
  }

  /// Share, condition and what is carried, as far as there are columns for them.
  mutating func circumstances(of edge: JourneyGraph.Edge, _ columns: EdgeColumns) {
    if columns.haveShares {
      let share = edge.share.map { formatted($0) + "\u{A0}%" }
      element("td", share == nil ? nil : .class("number"), text: share ?? "")
    }
    if columns.haveConditions {
      element("td") { page in if let condition = edge.condition { page.text(condition) } }
    }
    if columns.haveCarries {
      element("td", text: edge.carries.map(\.string).joined(separator: ", "))
    }
  }

  /// A touchpoint, or the start or one of the ends of a journey.
  mutating func point(_ point: JourneyGraph.Point, of graph: JourneyGraph) {
    switch point {
    case .start: badge(.start, .plain)
    case .completed: badge(.completed, .good)
    case .abandoned: badge(.abandoned, .bad)
    case .touchpoint(let place):
      guard graph.touchpoints.indices.contains(place) else { return }
      link(to: graph.touchpoints[place].element)
    }
  }
}

/// What at least one of a table's transitions says.
struct EdgeColumns {
  let haveShares: Bool
  let haveConditions: Bool
  let haveCarries: Bool

  init(_ edges: [JourneyGraph.Edge]) {
    haveShares = edges.contains { $0.share != nil }
    haveConditions = edges.contains { $0.condition != nil }
    haveCarries = edges.contains { !$0.carries.isEmpty }
  }

  var titles: [Phrase] {
    (haveShares ? [.share] : []) + (haveConditions ? [.when] : [])
      + (haveCarries ? [.carries] : [])
  }
}
