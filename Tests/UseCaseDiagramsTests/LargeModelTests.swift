import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// Whatever a model has very much of: its pictures are of a size that hangs on a wall, lead to their
/// parts, and say what they leave out.
@Suite struct LargeModelTests {
  /// Three systems with 15 use cases each, three journeys of 30 touchpoints, and as much around them.
  private static let text: String = {
    var text = "model M \"Much\"\nchannel Web\n"
    for number in 0..<12 { text += "actor A\(number)\nrole R\(number)\n" }
    for number in 0..<60 {
      text += """
        stakeholder S\(number) { kind internal
          power 5
          interest 4
          influences S\((number * 7 + 1) % 60) }
        kpi K\(number) { better higher
          baseline 10%
          current \(number + 1)%
          target 30% }
        risk X\(number) { probability \(number % 5 + 1)
          impact 4
          residual 1, 1
          mitigation "Tell them early" }

        """
    }
    for number in 0..<6 {
      text += "objective O\(number) { measured by K\(number), K\(number + 6), K\(number + 12) }\n"
    }
    for system in 0..<3 {
      text += "system Y\(system) {\n"
      for number in 0..<15 {
        let place = system * 15 + number
        text += """
          usecase U\(place) { actor A\(number % 12)
            priority must
            effort 2
            owner R\(number % 12)
            responsible R1 }

          """
      }
      text += "}\n"
    }
    for number in 0..<9 {
      text += "increment I\(number) {\n"
      for place in 0..<3 {
        let useCases = number < 5 ? "delivers U\(number * 9 + place * 3)" : ""
        text += "timebox B\(number)x\(place) { capacity 1\n\(useCases) }\n"
      }
      text += "}\n"
    }
    for journey in 0..<3 {
      text += "journey J\(journey) {\n"
      for stage in 0..<3 {
        text += "stage G\(stage) {\n"
        for number in 0..<10 {
          let place = journey * 30 + stage * 10 + number
          text += """
            touchpoint T\(place) { channel Web
              feels angry
              realized by U\(place % 45)
              kpi K\(place % 50)
              responsible R\(number % 12)
              moment M\(place) { polarity negative
                impact 4 } }

            """
        }
        text += "}\n"
      }
      text += "}\n"
    }
    return text
  }()

  private static let large = model(text)

  private static func whole(_ kind: DiagramKind) throws -> Picture {
    try draw(DiagramRequest(kind, in: large))
  }

  private static let kinds: [DiagramKind] = [
    .useCases, .moments, .stakeholders, .influence, .responsibilities, .kpis, .objectives, .plan,
    .risks, .coverage,
  ]

  /// A sheet of A0, upright or on its side, in points.
  @Test(arguments: kinds)
  func picturesHangOnAWall(_ kind: DiagramKind) throws {
    let size = try Self.whole(kind).size
    #expect(min(size.width, size.height) <= 2384 && max(size.width, size.height) <= 3370)
  }

  @Test(
    arguments: [
      (.useCases, "3 parts", ["system Y0", "system Y1", "system Y2"]),
      (.responsibilities, "6 parts", ["system Y0", "journey J0", "journey J2"]),
      (.kpis, "3 journeys", ["journey J0", "journey J1", "journey J2"]),
      (.moments, "3 journeys", ["journey J0", "journey J1", "journey J2"]),
      (.plan, "9 increments", ["increment I0", "increment I8"]),
      (.coverage, "3 journeys", ["journey J0", "journey J2"]),
    ] as [(DiagramKind, String, [String])])
  func anOverviewLeadsToParts(_ kind: DiagramKind, _ parts: String, _ some: [String]) throws {
    let picture = try Self.whole(kind)
    #expect(picture.description.hasPrefix("An overview of \(parts)."))
    let links = try Set(
      Markup(picture.svg { "a.html#" + $0.name }).elements.compactMap { $0.attributes["href"] })
    #expect(Set(some.map { "a.html#" + ($0.split(separator: " ").last ?? "") }).isSubset(of: links))
    // Each part has such a picture, which is none of parts again.
    for key in some {
      let part = try draw(DiagramRequest(kind, of: Self.large.element(key: key), in: Self.large))
      #expect(!part.description.hasPrefix("An overview"), "\(key)")
    }
  }

  private func words(of picture: Picture) throws -> String {
    try Markup(picture.svg()).written.map(\.content).joined(separator: " ")
  }

  /// The KPIs from the 50th on are measured nowhere.
  @Test func whatStandsInNoPartIsNamed() throws {
    let picture = try Self.whole(.kpis)
    #expect(try words(of: picture).contains("In none of them: K50, K51, K52"))
    #expect(picture.description.contains("J0: 30 KPIs, 1 at the target, 29 not yet there"))
  }

  @Test func plansCountWhatTheirIncrementsHold() throws {
    let picture = try Self.whole(.plan)
    #expect(
      picture.description.contains(
        "I0: 3 timeboxes, 3 use cases, 6 days of effort, 3 days of capacity, 6 days of Musts, "
          + "3 overfull."))
  }

  @Test func theWorstRisksStay() throws {
    let picture = try Self.whole(.risks)
    let words = try words(of: picture)
    #expect(words.contains("20 risks with no higher product left out"))
    // Twelve have the lowest probability, and twelve the one above it.
    let names = Set(words.split { $0.isWhitespace })
    #expect(names.contains("X58") && !names.contains("X0"))
  }

  @Test func risksOfPackagesHaveMatricesOfTheirOwn() throws {
    let risks = { (count: Int, package: String) in
      "package \(package) {\n"
        + (0..<count).map { "risk X\($0) { probability 4\nimpact 4 }\n" }.joined() + "}\n"
    }
    let model = model(risks(30, "First") + risks(12, "Second"))
    let whole = try draw(DiagramRequest(.risks, in: model))
    #expect(
      whole.description
        == "An overview of 2 packages. First: 30 risks, 30 high, 0 moderate, 0 low, "
        + "30 with nothing done yet. Second: 12 risks, 12 high, 0 moderate, 0 low, "
        + "12 with nothing done yet.")
    let first = try draw(DiagramRequest(.risks, of: model.element(key: "package First"), in: model))
    #expect(first.description.hasPrefix("30 risks"))
  }

  @Test func aFullCellCountsWhomItLeavesOut() throws {
    let picture = try Self.whole(.stakeholders)
    #expect(try words(of: picture).contains("and 48 more"))
    #expect(picture.description.contains("S59"))
  }

  @Test func manyWhoMeetNothingAreNamedInALine() throws {
    let journey = Self.large.element(key: "journey J0")
    let picture = try draw(DiagramRequest(.coverage, of: journey, in: Self.large))
    #expect(try words(of: picture).contains("Also at no touchpoint: S40, S41"))
    #expect(picture.size.height < 3370)
  }

  /// Twelve actors at each of three systems: a matrix instead of 36 lines, and the graph for others.
  @Test func manyLinesAreAMatrix() throws {
    let request = DiagramRequest(.useCases, in: Self.large)
    let picture = try draw(request)
    guard case .chart = picture.content else {
      Issue.record("there are lines")
      return
    }
    #expect(try words(of: picture).contains("15 use cases"))
    #expect(try DiagramCatalog.dot(of: request).contains("actor A11"))
  }

  @Test func aSystemWithoutPartsShowsItsFirstResponsibilities() throws {
    let useCases = (0..<50).map { "usecase U\($0) { owner R }\n" }.joined()
    let model = model("role R\nsystem Y {\n\(useCases)}")
    let system = model.element(key: "system Y")
    let picture = try draw(DiagramRequest(.responsibilities, of: system, in: model))
    #expect(
      try words(of: picture).contains(
        "Left out, because these are too many for one picture: U40, U41"))
    #expect(picture.description.hasSuffix("U48, U49."))
  }

  /// The picture of a journey does not grow with a plan that is hardly about it.
  @Test func coverageShowsTheTimeboxesOfItsJourney() throws {
    let timeboxes = (0..<60).map { "timebox B\($0) { \($0 == 7 ? "delivers U" : "") }\n" }
    let model = model(
      """
      usecase U
      increment I {
      \(timeboxes.joined())}
      journey J { stage S { touchpoint T { realized by U } } }
      """)
    for key in ["journey J", "stage J.S"] {
      let picture = try draw(DiagramRequest(.coverage, of: model.element(key: key), in: model))
      let words = try words(of: picture)
      #expect(words.contains("B7"), "\(key)")
      let names = words.contains("Timeboxes that deliver nothing of this journey: B0, B1, ")
      #expect(names == (key == "journey J") && words.contains("B0") == names, "\(words)")
      #expect(picture.size.width < 700, "\(key)")
    }
  }

  @Test func theUseCasesOfOneActorAreDividedByTimebox() throws {
    let useCases = (0..<50).map { "usecase U\($0) { actor A }\n" }.joined()
    let timeboxes = (0..<2).map { place in
      "timebox B\(place) { delivers "
        + (0..<25).map { "U\(place * 25 + $0)" }.joined(separator: ", ") + " }\n"
    }
    let model = model("actor A\nsystem Y {\n\(useCases)}\nincrement I {\n\(timeboxes.joined())}")
    for key in ["system Y", "actor A"] {
      let picture = try draw(DiagramRequest(.useCases, of: model.element(key: key), in: model))
      #expect(picture.description.hasPrefix("An overview of 2 parts. B0: 25 use cases."), "\(key)")
    }
  }

  @Test func useCasesWithoutPartsAreNoMoreThanASheetHolds() throws {
    let useCases = (0..<100).map { "usecase U\($0) { actor A\ninclude N\($0) }\n" }
    let others = (0..<100).map { "usecase N\($0)\n" }.joined()
    let model = model("actor A\nsystem Y {\n\(useCases.joined())}\nsystem Z {\n\(others)}")
    let system = model.element(key: "system Y")
    let picture = try draw(DiagramRequest(.useCases, of: system, in: model))
    #expect(picture.description.contains("20 more are too many for one picture."))
    #expect(try words(of: picture).contains("and 20 more"))
    let names = Set(picture.graph.nodes.compactMap(\.element?.name))
    #expect(names.contains("U79") && !names.contains("U80"))
    // What only those would need that are left out is left out with them.
    #expect(names.contains("N79") && !names.contains("N80"))
  }

  @Test func objectivesStandAloneWhereThereAreVeryMany() throws {
    let kpis = (0..<80).map { "kpi K\($0)\n" }.joined()
    let objectives = (0..<20).map { place in
      "objective O\(place) { measured by "
        + (0..<4).map { "K\(place * 4 + $0)" }.joined(separator: ", ") + " }\n"
    }
    let touchpoints = (0..<80).map { "touchpoint T\($0) { kpi K\($0) }\n" }.joined()
    let model = model(kpis + objectives.joined() + "journey J {\nstage S {\n\(touchpoints)}\n}")
    let picture = try draw(DiagramRequest(.objectives, in: model))
    #expect(Set(picture.graph.nodes.compactMap(\.element?.kind)) == [.objective])
    #expect(try words(of: picture).contains("4 KPIs, 4 touchpoints"))
  }
}
