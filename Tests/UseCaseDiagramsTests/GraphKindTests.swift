import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// What each kind of graph shows of a model.
@Suite struct GraphKindTests {
  // MARK: include-extend

  @Test func arrowsPointAtWhatIsNeeded() throws {
    let picture = try draw(
      DiagramRequest(
        .includeExtend,
        in: model(
          """
          usecase A {
          include B
          }
          usecase B
          usecase C: A {
          extend B when "late"
          }
          usecase Alone
          """)))
    #expect(
      picture.lines == ["A>B include", "C>B extend", "C>A specialization"]
        && picture.graph.nodes.count == 3)
    #expect(picture.graph.edges[1].label?.text == "«extend» [late]")
    #expect(picture.legend.items.isEmpty)
  }

  @Test func ringsAndDeepChainsStandOut() throws {
    let chain = (0..<4).map { "usecase C\($0) {\ninclude C\($0 + 1)\n}" }.joined(separator: "\n")
    let picture = try draw(
      DiagramRequest(
        .includeExtend,
        in: model(
          """
          usecase R1 {
          include R2
          }
          usecase R2 {
          include R1
          include S
          }
          usecase S
          \(chain)
          usecase C4
          """)))
    let emphasis = Dictionary(
      uniqueKeysWithValues: zip(picture.lines, picture.graph.edges.map(\.emphasis)))
    #expect(emphasis["R1>R2 include"] == .ring && emphasis["R2>R1 include"] == .ring)
    #expect(emphasis["R2>S include"] == .some(nil))
    for place in 0..<4 { #expect(emphasis["C\(place)>C\(place + 1) include"] == .chain) }
    #expect(picture.legend.items.count == 2)
    // Neither is told by colour alone.
    #expect(picture.graph.edges[0].label?.text == "«include» in a ring")
    #expect(picture.graph.nodes.last?.label.text == "C4 4 inclusions deep")
    #expect(picture.description.contains("R1 includes R2 (in a ring)."))
  }

  @Test func aUseCaseStandsAmongAllThatItNeedsAndThatNeedIt() throws {
    let model = model(
      """
      usecase Top {
      include Middle
      }
      usecase Other {
      include Bottom
      }
      usecase Middle {
      include Bottom
      }
      usecase Bottom
      """)
    let middle = try #require(model.element(key: "usecase Middle"))
    let picture = try draw(DiagramRequest(.includeExtend, of: middle, in: model))
    #expect(picture.graph.nodes.map { $0.element?.title } == ["Top", "Middle", "Bottom"])
  }

  @Test func tooManyDependenciesBecomeAnOverview() throws {
    let systems = (0..<3).map { system in
      let useCases = (0..<20).map {
        "usecase U\(system)x\($0) {\ninclude U\((system + 1) % 3)x0\n}"
      }
      return "system S\(system) {\n\(useCases.joined(separator: "\n"))\n}"
    }
    let picture = try draw(
      DiagramRequest(.includeExtend, in: model(systems.joined(separator: "\n"))))
    #expect(picture.graph.nodes.map { $0.element?.kind } == [.system, .system, .system])
    #expect(
      picture.graph.edges.map { $0.label?.text } == Array(repeating: "20 relations", count: 3))
  }

  @Test func aLongRingIsNoDeepCall() {
    let reach = Reach(nodes: 50_000, lines: (0..<50_000).map { ($0, ($0 + 1) % 50_000) })
    #expect(reach.isRing(0, 1) && reach.length(through: 0, 1) == 1)
    let chain = Reach(nodes: 50_000, lines: (0..<49_999).map { ($0, $0 + 1) })
    #expect(!chain.isRing(0, 1) && chain.length(through: 20_000, 20_001) == 49_999)
  }

  // MARK: sequence

  private static let order = """
    actor Customer
    actor Bank { kind system }
    system Shop {
    usecase Order {
    actor Customer
    supporting Bank
    flow {
    1. Customer chooses a jacket
    2. Shop shows the price
    3. Shop asks the bank for the money
    4. Bank transfers the money
    5. include Pack
    6. Shop records the order
    }
    alternative 2a when "it is too dear" {
    1. Customer names a price
    2. Shop offers another jacket
    resume 1
    }
    exception 4a when "there is no money" {
    1. Shop tells [[Customer]] so
    end failure
    }
    exception 4b when "the bank is closed" {
    end failure
    }
    exception *a when "the customer leaves" {
    1. Shop keeps the basket
    end failure
    }
    }
    usecase Pack
    }
    """

  private func messages() throws -> SequenceMessages {
    let model = model(Self.order)
    let useCase = try #require(model.element(key: "usecase Order")?.as(UseCase.self))
    return SequenceMessages(try #require(useCase.flowGraph))
  }

  @Test func stepsAreMessages() throws {
    let messages = try messages()
    #expect(messages.lifelines.map(\.title) == ["Customer", "Shop", "Bank"])
    let texts = messages.messages.map { message in
      switch message {
      case .call(let from, let to, let text): "\(from.title)>\(to.title) \(text)"
      case .inclusion(let title, _): "ref \(title)"
      }
    }
    #expect(
      texts == [
        "Customer>Shop chooses a jacket", "Shop>Customer shows the price",
        "Shop>Bank asks the bank for the money", "Bank>Shop transfers the money", "ref Pack",
        "Shop>Shop records the order", "Customer>Shop names a price",
        "Shop>Customer offers another jacket", "Shop>Customer tells Customer so",
        "Shop>Shop keeps the basket",
      ])
  }

  @Test func branchesAreFragments() throws {
    let model = model(Self.order)
    let subject = try #require(model.element(key: "usecase Order"))
    let document = try Markup(draw(DiagramRequest(.sequence, of: subject, in: model)).svg())
    let content = document.content
    for (text, count) in [("opt", 1), ("alt", 1), ("break", 1), ("ref", 1)] {
      #expect(content.components(separatedBy: text).count - 1 >= count, "\(text)")
    }
    #expect(content.contains("[it is too dear]") && content.contains("goes on with step 1"))
    #expect(content.contains("[at any step: the customer leaves]"))
  }

  @Test func namesInsideOtherWordsAreNobody() {
    let model = model(
      """
      actor Customer
      system Shop {
      usecase U {
      actor Customer
      flow {
      1. Shop finds the customer account
      2. Shop sends the parcel to the customer
      3. Shop records what the customer said
      }
      }
      }
      """)
    let flow = model.all(UseCase.self).first?.flowGraph
    let targets = flow.map { SequenceMessages($0).messages } ?? []
    let titles = targets.map { message in
      if case .call(_, let to, _) = message { to.title } else { "" }
    }
    #expect(titles == ["Shop", "Customer", "Shop"])
  }

  // MARK: influence

  @Test func ringsStandInsideEachOther() throws {
    for name in ["fellmark", "library"] {
      let picture = try draw(DiagramRequest(.influence, in: exampleModel(name)))
      let frames = try picture.graph.clusters.map {
        try #require(picture.layout.cluster(named: "cluster_" + $0.name)).frame
      }
      for (inner, outer) in zip(frames, frames.dropFirst()) { #expect(outer.contains(inner)) }
      for node in picture.graph.nodes {
        let frame = try #require(picture.layout.node(named: node.name)).frame
        let ring = frames[try #require(node.cluster)]
        #expect(ring.contains(frame), "\(node.name)")
        let inside = frames.prefix(node.cluster ?? 0)
        #expect(inside.allSatisfy { !$0.covers(frame.center) }, "\(node.name)")
      }
    }
  }

  @Test func sinesAreThoseOfACircle() {
    for step in 0..<64 {
      let unit = Direction.unit(Double(step) / 64)
      #expect(abs(unit.x * unit.x + unit.y * unit.y - 1) < 1e-6)
    }
    #expect(Direction.unit(0.25).x == 1 && abs(Direction.unit(0.125).x - 0.707106781) < 1e-6)
    let turns = (0..<64).map { Direction.turn(of: Direction.unit(Double($0) / 64)) }
    #expect(turns == turns.sorted())
  }

  // MARK: objectives

  @Test func objectivesLeadToUseCases() throws {
    let model = model(
      """
      objective Grow {
      measured by Sales
      }
      objective Love {
      supports Grow
      }
      kpi Sales { better higher }
      system Shop {
      usecase Sell
      usecase Smile {
      supports Love
      }
      usecase Idle
      }
      journey J {
      stage Buy {
      kpi Sales
      touchpoint Counter {
      realized by Sell
      }
      }
      }
      """)
    let picture = try draw(DiagramRequest(.objectives, in: model))
    #expect(
      picture.lines == [
        "Grow>Sales tie", "Sales>Buy tie", "Buy>Counter tie", "Counter>Sell tie", "Grow>Love tie",
        "Love>Smile tie",
      ])
    let love = try #require(model.element(key: "objective Love"))
    #expect(try draw(DiagramRequest(.objectives, of: love, in: model)).lines == ["Love>Smile tie"])
  }

  // MARK: trace

  @Test func aTraceShowsBothWays() throws {
    let model = exampleModel("fellmark")
    let subject = try #require(model.element(key: "usecase PayOrder"))
    let picture = try draw(DiagramRequest(.trace, of: subject, in: model))
    for words in [
      "Part of: Web shop.", "Realises: Pay.", "Threatened by: The payment provider is down.",
      "Supporting actors: Payment provider, E-mail service.",
    ] { #expect(picture.description.contains(words), "\(words)") }
    #expect(!picture.description.contains("Mentions"))
  }

  /// Every element of every example has a trace, or is tied to nothing.
  @Test func everythingHasATrace() throws {
    for name in ["compiler", "fellmark", "library"] {
      let model = exampleModel(name)
      var count = 0
      for element in model.elements where element.kind != .model && element.kind != .view {
        do {
          let picture = try draw(DiagramRequest(.trace, of: element, in: model))
          #expect(picture.graph.nodes.contains { $0.element == element })
          count += 1
        } catch DiagramError.nothingToShow {
          #expect(element.mentions.isEmpty && element.members.isEmpty, "\(element.key)")
        }
      }
      #expect(count > 20)
    }
  }
}

extension Picture {
  /// The lines of the graph: "A>B include".
  fileprivate var lines: [String] {
    graph.edges.map { edge in
      let ends = [edge.source, edge.target].map { graph.nodes[$0].element?.name ?? "" }
      return "\(ends[0])>\(ends[1]) \(edge.style.rawValue)"
    }
  }
}

extension Rect {
  /// Whether a point lies inside the ellipse in the rectangle.
  fileprivate func covers(_ point: Point) -> Bool {
    let x = (point.x - center.x) / (size.width / 2)
    let y = (point.y - center.y) / (size.height / 2)
    return x * x + y * y < 1
  }
}
