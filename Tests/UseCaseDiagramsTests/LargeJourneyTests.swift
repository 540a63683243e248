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
    #expect(whole.description.hasPrefix("An overview of 5"))
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

  @Test func severalJourneysAreCoveredEachOnItsOwn() throws {
    let journeys = ["A", "B"].map { name in
      "journey \(name) {\nstage S\(name) {\n"
        + (0..<25).map { "touchpoint T\(name)\($0)" }.joined(separator: "\n") + "\n}\n}\n"
    }
    let model = model(journeys.joined())
    let markup = try Markup(draw(DiagramRequest(.coverage, in: model)).svg { $0.name + ".html" })
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
    // Whom the picture is about stands in it, with however few ties.
    let last = try #require(model.element(key: "stakeholder S59"))
    let own = try draw(DiagramRequest(.influence, of: last, in: model))
    #expect(own.graph.nodes.compactMap(\.element?.name) == ["S3", "S59"])
  }
}
