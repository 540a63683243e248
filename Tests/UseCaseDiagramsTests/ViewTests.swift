import Testing
import UseCaseModel
import UseCaseSyntax

@testable import UseCaseDiagrams

/// What a view chooses, leaves out, colours and turns.
@Suite struct ViewTests {
  private static let shop = """
    actor Customer
    actor Guest: Customer
    actor Clerk
    role Desk
    system Shop {
    usecase Browse { actor Customer  priority must  status implemented  tag open }
    usecase Pay { actor Customer  priority must  owner Desk
    include Confirm
    }
    usecase Confirm { actor Clerk  priority should  tag open }
    usecase Refund { actor Clerk  status retired }
    }
    increment One {
    from 2026-03-02
    to 2026-03-20
    timebox First {
    from 2026-03-02
    to 2026-03-20
    delivers Browse, Refund
    }
    }
    journey Buying {
    stage Shopping {
    touchpoint Look { tag open  owner Desk  feels neutral  realized by Browse }
    touchpoint Till { actor Clerk  feels angry  realized by Pay }
    touchpoint Door
    }
    stage After {
    touchpoint Box { tag open }
    }
    }

    """

  /// The titles of the use cases that a view of the shop shows.
  private func shown(_ clauses: String) throws -> Set<String> {
    let picture = try draw(request(clauses))
    return Set(picture.graph.nodes.compactMap { $0.element?.as(UseCase.self)?.title })
  }

  private func request(_ clauses: String) throws -> DiagramRequest {
    let model = model(
      Self.shop.split(separator: "  ").joined(separator: "\n") + "view V \"Mine\" {\n\(clauses)\n}")
    let view = try #require(model.element(key: "view V")?.as(PictureView.self))
    return try #require(DiagramCatalog.request(for: view))
  }

  @Test(arguments: [
    ("", ["Browse", "Pay", "Confirm", "Refund"]),
    ("only priority must", ["Browse", "Pay"]),
    ("only priority must, should", ["Browse", "Pay", "Confirm"]),
    ("only priority must\nwithout status implemented", ["Pay"]),
    ("without priority must", ["Confirm", "Refund"]),
    ("only status retired", ["Refund"]),
    ("only tag open", ["Browse", "Confirm"]),
    ("only owner Desk", ["Pay"]),
    ("only timebox First", ["Browse", "Refund"]),
    ("only actor Customer", ["Browse", "Pay"]),
    ("only actor Guest", ["Browse", "Pay"]),
    ("without actor Customer", ["Confirm", "Refund"]),
    ("of First", ["Browse", "Refund"]),
    ("of First, Pay", ["Browse", "Refund", "Pay", "Confirm"]),
    ("of Clerk, Guest", ["Browse", "Pay", "Confirm", "Refund"]),
  ])
  func filtersSelect(_ clauses: String, _ titles: [String]) throws {
    #expect(try shown("show use-cases\n" + clauses) == Set(titles))
  }

  /// A touchpoint is what it says itself, and what the use cases are that realise it; what leads to
  /// others is named.
  @Test(arguments: [
    ("only tag open", ["Look", "Box"], ["→ Till", "from Door"]),
    ("only owner Desk", ["Look"], ["→ Till"]),
    ("only actor Clerk", ["Till"], ["from Look", "→ Door"]),
    ("only timebox First", ["Look"], ["→ Till"]),
    ("without status implemented", ["Till", "Door", "Box"], ["from Look"]),
    ("of Shopping\nwithout actor Clerk", ["Look", "Door"], ["→ Till", "from Till", "→ Box"]),
  ])
  func journeysAreFiltered(
    _ clauses: String, _ touchpoints: [String], _ references: [String]
  ) throws {
    let graph = try draw(request("show journey\n" + clauses)).graph
    func shown(_ isReference: Bool) -> [String] {
      graph.nodes.filter { $0.element != nil && ($0.figure == .reference) == isReference }
        .map(\.label.text)
    }
    #expect(shown(false) == touchpoints && shown(true) == references)
  }

  @Test func touchpointsAreColouredByTheirOwners() throws {
    let picture = try draw(request("show journey\ncolor by owner"))
    let nodes = picture.graph.nodes.filter { $0.element != nil }
    #expect(
      nodes.map { $0.label.lines.last?.text } == ["Desk", "no owner", "no owner", "no owner"])
    #expect(nodes[0].tint != nodes[1].tint)
    #expect(picture.legend.items.map(\.line.text).starts(with: ["Desk", "no owner"]))
  }

  /// What a filter leaves out is named at both ends: where the way comes from, and where it goes on.
  @Test func whatIsLeftOutIsNamedOnTheWayInAndOnTheWayOut() throws {
    let model = model(
      """
      journey J {
      stage S {
      touchpoint Door
      touchpoint Till { tag open }
      }
      start -> Door
      Door -> Till
      Till -> Door carries "a question"
      }
      view V {
      show journey
      of J
      only tag open
      }
      """)
    let view = try #require(model.element(key: "view V")?.as(PictureView.self))
    let picture = try draw(try #require(DiagramCatalog.request(for: view)))
    let graph = picture.graph
    let ways = graph.edges.map { edge in
      [edge.source, edge.target].map { graph.nodes[$0].label.text }
    }
    #expect(ways == [["from Door", "Till"], ["→ Door", "Till"]])
    #expect(graph.edges.map(\.head) == [.target, .source])
    #expect(picture.svg().contains("what is carried along"))
  }

  @Test(arguments: ["emotion", "journey-map"])
  func curvesAndMapsAreFiltered(_ kind: String) throws {
    let picture = try draw(request("show \(kind)\nonly tag open"))
    #expect(picture.description.contains("Look") && !picture.description.contains("Till"))
  }

  @Test(arguments: [
    (
      "show use-cases\nonly priority could",
      "'only priority could' leaves nothing to show of 'Mine'"
    ),
    (
      "show use-cases\nonly priority must\nonly status retired",
      "'only status retired' leaves nothing to show of 'Mine'"
    ),
    ("show flow", "a 'flow' diagram is about a use case; name one"),
    ("show flow\nof Browse, Pay", "a 'flow' diagram is about one thing, not about 2"),
    ("show flow\nof Shop", "a 'flow' diagram is about a use case, not about a system"),
    ("show flow\nof Browse\ncolor by status", "a 'flow' diagram takes no 'color by status'"),
    (
      "show journey\ncolor by status",
      "a 'journey' diagram takes no 'color by status'; it can be coloured by 'owner'"
    ),
    ("show journey\nonly tag x", "'only tag x' leaves nothing to show of 'Mine'"),
    ("show use-cases\ndirection down", "a 'use-cases' diagram takes no 'direction'"),
    (
      "show influence\nonly priority must",
      "an 'influence' diagram takes no 'only priority must'; it can be filtered by 'tag' or 'owner'"
    ),
    ("show stakeholders\nonly tag x", "'only tag x' leaves nothing to show of 'Mine'"),
    ("show funnel", "there is no 'funnel' diagram yet"),
  ])
  func whatAViewCannotHaveIsSaid(_ clauses: String, _ message: String) throws {
    let request = try request(clauses)
    #expect(throws: DiagramError.self) { try draw(request) }
    do { _ = try draw(request) } catch { #expect("\(error)" == message) }
  }

  @Test func aViewOfAnotherKindIsNamed() throws {
    let request = try request("show use-cases")
    let other = DiagramRequest(.flow, of: request.subject, in: request.model)
    #expect(throws: DiagramError.otherKind(.flow, view: "Mine", shows: .useCases)) {
      try draw(other)
    }
  }

  @Test func aPictureIsCalledAsItsView() throws {
    let picture = try draw(request("show use-cases\nof Shop"))
    #expect(picture.title == "Mine" && picture.idPrefix == "use-cases-view-V")
  }

  /// Nobody has to tell colours apart: the words stand in the ellipses, and the legend repeats them.
  @Test(arguments: [
    ("priority", ["must", "must", "should", "no priority"], ["must", "should", "no priority"]),
    (
      "status", ["implemented", "proposed", "proposed", "retired"],
      ["proposed", "implemented", "retired"]
    ),
    ("owner", ["no owner", "Desk", "no owner", "no owner"], ["Desk", "no owner"]),
    ("timebox", ["First", "no timebox", "no timebox", "First"], ["First", "no timebox"]),
  ])
  func coloursAreWordsToo(_ attribute: String, _ words: [String], _ legend: [String]) throws {
    let picture = try draw(request("show use-cases\ncolor by \(attribute)"))
    let nodes = picture.graph.nodes.filter { $0.element?.kind == .useCase }
    #expect(nodes.map { $0.label.lines.last?.text } == words)
    #expect(picture.legend.items.map(\.line.text) == legend)
    let groups = Dictionary(grouping: nodes) { $0.label.lines.last?.text }
    for (_, members) in groups { #expect(Set(members.map(\.tint)).count == 1) }
  }

  @Test func theDirectionTurnsThePicture() throws {
    let right = try draw(request("show include-extend"))
    let down = try draw(request("show include-extend\ndirection down"))
    let places = [right, down].map { picture in
      ["usecase Pay", "usecase Confirm"].compactMap { picture.layout.node(named: $0)?.frame.center }
    }
    #expect(places[0][0].x < places[0][1].x && places[1][0].y < places[1][1].y)
  }

  @Test func aSiteIsAskedForTheViews() {
    let model = exampleModel("fellmark")
    let views = DiagramCatalog.requests(in: model).filter { $0.subject?.kind == .view }
    #expect(views.map(\.kind).contains(.trace) && views.map(\.kind).contains(.plan))
    #expect(
      DiagramCatalog.requests(in: model).allSatisfy {
        $0.kind != .trace || $0.subject?.kind == .view
      })
  }
}
