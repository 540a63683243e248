import Testing
import UseCaseModel
import UseCaseSyntax

@testable import UseCaseDiagrams

/// What is too large for one picture is drawn as its parts, each with a picture of its own.
@Suite struct LargeJourneyTests {
  /// Five stages of so many touchpoints, where every second one has a use case.
  private func journey(touchpoints count: Int) -> Model {
    let stages = (0..<5).map { stage in
      let touchpoints = (0..<count).map { place in
        let number = stage * count + place
        let realized = number.isMultiple(of: 2) ? "realized by U\(stage)" : ""
        return
          "touchpoint T\(number) {\nfeels \(Feeling.allCases[number % 5].rawValue)\n\(realized)\n}"
      }
      return "stage S\(stage) {\n\(touchpoints.joined(separator: "\n"))\n}"
    }
    let useCases = (0..<5).map { "usecase U\($0)" }
    return model(
      "journey J {\n\(stages.joined(separator: "\n"))\n}\n" + useCases.joined(separator: "\n"))
  }

  private static let kinds: [DiagramKind] = [.journey, .emotion, .journeyMap, .coverage]

  @Test(arguments: kinds)
  func aLargeJourneyLeadsToItsStages(_ kind: DiagramKind) throws {
    let model = journey(touchpoints: 9)
    let whole = try draw(
      DiagramRequest(kind, of: model.element(key: "journey J"), in: model))
    #expect(whole.size.width < 1600 && whole.size.height < 1600)
    #expect(whole.description.hasPrefix("An overview of 5 stages."))
    let markup = try Markup(whole.svg { "journey.html#" + $0.name })
    let links = Set(markup.elements.compactMap { $0.attributes["href"] })
    #expect(links == Set((0..<5).map { "journey.html#S\($0)" }))
    // Each stage has its picture, and shows its touchpoints only.
    let requests = DiagramCatalog.requests(in: model).filter { $0.kind == kind }
    let parts = requests.filter { $0.subject?.kind == .stage }
    #expect(parts.count == 5)
    for part in parts {
      let links = try Set(
        Markup(draw(part).svg { $0.kind == .touchpoint ? $0.name : nil })
          .elements.compactMap { $0.attributes["href"] })
      let stage = try #require(part.subject?.as(Stage.self))
      let own = Set(stage.touchpoints.map(\.name))
      #expect(own.isSubset(of: links))
      // The journey goes on in a touchpoint of another stage, which is named.
      #expect(links.subtracting(own).count <= (kind == .journey ? 2 : 0))
    }
  }

  @Test(arguments: kinds)
  func aJourneyThatFitsIsOnePicture(_ kind: DiagramKind) throws {
    let model = journey(touchpoints: 8)
    let stages = DiagramCatalog.requests(in: model).filter {
      $0.kind == kind && $0.subject?.kind == .stage
    }
    #expect(stages.isEmpty)
    // Who asks for a stage gets it.
    let stage = try #require(model.element(key: "stage J.S1"))
    _ = try draw(DiagramRequest(kind, of: stage, in: model))
  }

  @Test func aLongCurveGoesOnInTheNextRow() throws {
    let model = journey(touchpoints: 8)
    let picture = try draw(DiagramRequest(.emotion, of: model.element(key: "journey J"), in: model))
    #expect(picture.size.width < 2000 && picture.size.height > 700)
  }

  @Test(arguments: [
    ("backstage \"Looks it up\" by Clerk\nrealized by U", ["visibility", "internal interaction"]),
    ("backstage \"Looks it up\" by Clerk", ["visibility"]), ("realized by U", ["visibility"]),
    ("", []),
  ])
  func aMapHasTheLinesOfABlueprint(_ clauses: String, _ lines: [String]) throws {
    let model = model(
      "channel Web\nactor Clerk\nusecase U\njourney J {\nstage S {\ntouchpoint T {\nchannel Web\n\(clauses)\n}\n}\n}"
    )
    let picture = try draw(
      DiagramRequest(.journeyMap, of: model.element(key: "journey J"), in: model))
    let words = try Markup(picture.svg()).written.map(\.content).filter { $0.hasPrefix("line of") }
    #expect(words == ["line of interaction"] + lines.map { "line of \($0)" })
  }

  /// Few rates can reach more than a hundred per cent.
  @Test(arguments: [("96%", "100%"), ("130%", "140%"), ("2.1%", "2.5%")])
  func aScaleOfPercentagesEndsAtAHundred(_ value: String, _ last: String) throws {
    let model = model("kpi K {\nbetter higher\ncurrent \(value)\n}")
    let words = try Markup(draw(DiagramRequest(.kpis, in: model)).svg()).written
    let ticks = words.filter { $0.attributes["font-size"] == "10" }.map(\.content)
    #expect(ticks.last == last)
  }

  @Test func severalJourneysAreCoveredEachOnItsOwn() throws {
    let journeys = ["A", "B"].map { name in
      "journey \(name) {\nstage S\(name) {\n"
        + (0..<25).map { "touchpoint T\(name)\($0)" }.joined(separator: "\n") + "\n}\n}\n"
    }
    let model = model(journeys.joined())
    let picture = try draw(DiagramRequest(.coverage, in: model))
    #expect(picture.description.hasPrefix("An overview of 2 journeys."))
    let markup = try Markup(picture.svg { $0.name + ".html" })
    #expect(markup.elements.compactMap { $0.attributes["href"] } == ["A.html", "B.html"])
  }

  @Test func aLargeNetworkShowsWhoHasMostTies() throws {
    let stakeholders = (0..<60).map { number in
      "stakeholder S\(number) {\nkind \(number.isMultiple(of: 2) ? "internal" : "external")\n"
        + "influences S\(number % 7)\n}"
    }
    let model = model(stakeholders.joined(separator: "\n"))
    let whole = try draw(DiagramRequest(.influence, in: model))
    let names = whole.graph.nodes.compactMap(\.element?.name)
    #expect(names.count == 18 && Set((0..<7).map { "S\($0)" }).isSubset(of: names))
    #expect(whole.graph.clusters.map(\.label.text) == ["internal: 9 of 30", "external: 9 of 30"])
    #expect(whole.description.contains("42 more have fewer ties"))
    // In a full ring, too, there is room for the head of a line between neighbours.
    let frames = whole.layout.nodes.map(\.frame)
    for (place, first) in frames.enumerated() {
      for second in frames[(place + 1)...] {
        let beside = (first.center.x - second.center.x).magnitude - first.size.width
        let above = (first.center.y - second.center.y).magnitude - first.size.height
        #expect(max(beside, above) >= 14)
      }
    }
    // Whom the picture is about stands in it, with however few ties.
    let last = try #require(model.element(key: "stakeholder S59"))
    let own = try draw(DiagramRequest(.influence, of: last, in: model))
    #expect(own.graph.nodes.compactMap(\.element?.name) == ["S3", "S59"])
  }
}
