import UseCaseModel
import UseCaseSyntax

/// A journey: its graph, its stages side by side, then stage by stage.
struct JourneyPages: ElementPageKind {
  func pictures(of journey: Journey) -> [PictureRequest] {
    [PictureRequest(.journey, of: journey.element)]
  }

  func writeBadges(of journey: Journey, to page: inout PageWriter) {
    page.badge(journey.state == .asIs ? "As it is" : "As it shall be", .plain)
  }

  func writeFacts(of journey: Journey, to facts: inout FactsWriter) {
    facts.row("Personas", journey.personas.map(\.element))
    facts.row("Improves", journey.target(Clauses.improves))
    facts.row("Supports", journey.targets(Clauses.supports))
    facts.row("Measured by", journey.targets(Clauses.kpis))
  }

  func writeSections(of journey: Journey, to page: inout PageWriter) {
    page.section(
      "The way through", anchor: "graph", showing: PictureRequest(.journey, of: journey.element))
    let stages = journey.stages
    guard !stages.isEmpty else { return }
    page.section("At a glance", anchor: "overview") { $0.glance(at: stages) }
    page.section("Stage by stage", anchor: "stages") { page in
      for (place, stage) in stages.enumerated() { page.stage(stage, number: place + 1) }
    }
    page.transitions(of: journey)
  }
}

extension PageWriter {
  /// Stages as columns: what happens, how it feels, what hurts.
  fileprivate mutating func glance(at stages: [Stage]) {
    block(
      "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
      .label("Stages side by side")
    ) { page in
      page.block("table", .class("glance")) { page in
        page.block("caption", .class("unseen"), text: "Stages side by side")
        page.block("thead") { page in
          page.element("tr") { page in
            page.element("td") { _ in }
            for stage in stages {
              page.element("th", Attribute("scope", "col")) { $0.link(to: stage.element) }
            }
          }
        }
        page.block("tbody") { page in
          page.lane("Touchpoints", stages) { $0.feelings($1) }
          page.lane("Needs", stages) { $0.lines($1.texts(Clauses.needs)) }
          page.lane("Expectations", stages) { $0.lines($1.texts(Clauses.expects)) }
          page.lane("Pains", stages) { page, stage in
            page.lines(stage.touchpoints.flatMap { $0.texts(Clauses.pain) })
          }
          page.lane("Measured by", stages) { $0.links(to: $1.targets(Clauses.kpis)) }
        }
      }
    }
  }

  private mutating func lane(
    _ title: String, _ stages: [Stage], write: (inout PageWriter, Stage) -> Void
  ) {
    block("tr") { page in
      page.element("th", Attribute("scope", "row"), text: title)
      for stage in stages { page.element("td") { write(&$0, stage) } }
    }
  }

  private mutating func lines(_ texts: [TextSyntax]) {
    guard !texts.isEmpty else { return }
    element("ul") { page in for text in texts { page.element("li") { $0.text(text) } } }
  }

  private mutating func feelings(_ stage: Stage) {
    element("ul") { page in
      for touchpoint in stage.touchpoints {
        page.element("li") { page in
          page.link(to: touchpoint.element)
          guard let feeling = touchpoint.feeling else { return }
          page.text(" ")
          page.badge(feeling)
        }
      }
    }
  }

  // MARK: One stage

  fileprivate mutating func stage(_ stage: Stage, number: Int) {
    let address = site.address(of: stage.element)
    block("section", .class("stage"), anchor(address?.fragment)) { page in
      page.block("header") { page in
        page.block("h3") { page in
          page.element("span", .class("ordinal"), text: String(number))
          page.text(" " + stage.title)
        }
        page.block("p", .class("badges")) { page in
          if let kind = stage.stageKind { page.badge(kind.rawValue.capitalizedFirst, .plain) }
        }
      }
      if let description = stage.element.description {
        page.block("div", .class("prose")) { $0.markdown(description, below: 3) }
      }
      page.findings(about: stage.element)
      page.facts { facts in
        facts.common(stage.element)
        facts.row("Measured by", stage.targets(Clauses.kpis))
      }
      page.experience(of: stage)
      page.entries(of: stage.touchpoints.map(\.element))
    }
  }

  private mutating func experience(of stage: Stage) {
    let groups = [
      ("Needs", stage.clauses(Clauses.needs)), ("Expectations", stage.clauses(Clauses.expects)),
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
    section("Every way on", anchor: "transitions") { page in
      page.block("details") { page in
        page.block("summary", text: "All " + String(graph.edges.count) + " transitions as a table")
        let columns = EdgeColumns(graph.edges)
        page.table("Transitions", ["From", "To"] + columns.titles) { page in
          for edge in graph.edges {
            page.block("tr") { page in
              page.element("td") { $0.point(edge.source, of: graph) }
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
      element("td", .class("number"), text: edge.share.map { formatted($0) + "\u{A0}%" } ?? "")
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
    case .start: badge("Start", .plain)
    case .completed: badge("Completed", .good)
    case .abandoned: badge("Abandoned", .bad)
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

  var titles: [String] {
    (haveShares ? ["Share"] : []) + (haveConditions ? ["When"] : [])
      + (haveCarries ? ["Carries"] : [])
  }
}
