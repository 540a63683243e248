import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// What readers noticed in pictures that were right but not yet good.
@Suite struct PlacementTests {
  /// The room of an end holds its name, too; the line leads to the circle.
  @Test(arguments: Subject.graphs.filter { $0.request.kind == .journey })
  func linesReachTheCirclesOfTheirEnds(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    for (index, edge) in picture.graph.edges.enumerated() where edge.style != .hidden {
      let route = try #require(picture.layout.edge(withID: "e\(index)")?.routes.first)
      for (node, tip) in [
        (edge.source, route.tailTip ?? route.start), (edge.target, route.headTip ?? route.end),
      ] {
        let figure = picture.graph.nodes[node].figure
        guard figure == .initial || figure == .success || figure == .failure else { continue }
        let frame = try #require(
          picture.layout.node(named: picture.graph.nodes[node].name)
        ).frame
        let half = EndFigure.symbolSize / 2
        let center = Point(
          x: frame.center.x, y: figure == .initial ? frame.maxY - half : frame.minY + half)
        #expect(tip.distance(to: center) < half + 3.5, "\(edge.tooltip)")
      }
    }
  }

  /// A line back is level, or it visibly goes up or down.
  @Test(arguments: Subject.graphs.filter { $0.request.kind == .flow })
  func linesBackHaveNoJogs(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    for (index, edge) in picture.graph.edges.enumerated() where edge.style == .resume {
      let route = try #require(picture.layout.edge(withID: "e\(index)")?.routes.first)
      let levels = [route.start.y] + route.segments.map(\.end.y)
      let height = (levels.max() ?? 0) - (levels.min() ?? 0)
      #expect(height < 0.1 || height > 8, "\(edge.tooltip)")
    }
  }

  @Test func wordsOfASequenceStayInTheirFrames() throws {
    let model = model(
      """
      actor Reader
      system Library {
      usecase Borrow {
      actor Reader
      flow {
      1. Reader shows the card
      2. Library records the loan
      }
      alternative 2a when "there is a hold" {
      1. Library keeps the name of the reader as it is written on the card
      resume 2
      }
      }
      }
      """)
    let subjects = Subject.all.map(\.request).filter { $0.kind == .sequence }
    let own = DiagramRequest(.sequence, of: model.element(key: "usecase Borrow"), in: model)
    for request in subjects + [own] {
      guard case .chart(let chart) = try draw(request).content else { continue }
      let frames = chart.marks.compactMap { mark -> Rect? in
        if case .rect(let rect, radius: 3, _, _) = mark { rect } else { nil }
      }
      for case .text(let text) in chart.marks {
        let box = Rect(center: text.center, size: text.label.size)
        for frame in frames where frame.overlaps(box) {
          #expect(frame.contains(box, tolerance: -2), "\(text.label.text)")
        }
      }
    }
  }

  @Test func systemsStandTogetherAmongResponsibilities() throws {
    let model = model(
      """
      role R
      system First { usecase A { owner R } }
      journey J { owner R
      stage S { touchpoint T } }
      system Second { usecase B { owner R } }
      """)
    let texts = try Markup(draw(DiagramRequest(.responsibilities, in: model)).svg()).written
    let heads = texts.map { $0.content.filter { !$0.isWhitespace } }.filter {
      ["First", "Second", "S"].contains($0)
    }
    #expect(heads == ["First", "Second", "S"])
  }

  @Test func arrowsBetweenRisksPassBesideOtherNumbers() throws {
    let model = model(
      """
      risk A { probability 4
      impact 3
      residual 3, 3 }
      risk B { probability 3
      impact 3
      residual 3, 2 }
      """)
    guard case .chart(let chart) = try draw(DiagramRequest(.risks, in: model)).content else {
      return
    }
    var badges: [Point] = []
    var arrows: [Path] = []
    for mark in chart.marks {
      if case .group(let group) = mark, case .symbol(_, let center)? = group.marks.first,
        group.frame.size == Size(width: 24, height: 24)
      {
        badges.append(center)
      }
      if case .path(let path, let stroke) = mark, stroke.width == 1.4, stroke.line == .strong {
        arrows.append(path)
      }
    }
    #expect(badges.count == 4 && arrows.count == 2)
    for arrow in arrows {
      #expect(!arrow.samples.isEmpty)
      let near = badges.filter { badge in arrow.samples.contains { $0.distance(to: badge) < 11 } }
      #expect(near.count <= 2)
    }
  }

  @Test func aMomentTakesTheEmptyColumnBesideIt() throws {
    let measures = (0..<3).map { "reactive \"Says sorry \($0)\"\n" }.joined()
    let moment = "moment M { polarity negative\nimpact 5\n\(measures) }"
    let model = model(
      """
      journey J {
      stage A { touchpoint A1 { \(moment) }
      touchpoint A2 }
      stage B { touchpoint B1
      touchpoint B2 { \(moment) } }
      stage C { touchpoint C1 { \(moment) }
      touchpoint C2 { moment N { polarity positive
      impact 2 } } }
      }
      """)
    let request = DiagramRequest(.journeyMap, of: model.element(key: "journey J"), in: model)
    let lanes = MapLanes(sections: try JourneyScope(request).sections, columnWidth: 136) {
      Double($0) * 152 - 16
    }.all
    let lane = try #require(lanes.first { $0.title == "Moments of truth" })
    guard case .touchpoints(let cells) = lane.content else { return }
    #expect(cells.map(\.touchpoint) == [0, 3, 4, 5])
    #expect(cells.map(\.columns) == [0..<2, 2..<4, 4..<5, 5..<6])
  }
}

extension Path {
  /// Places on the way of a single curve.
  fileprivate var samples: [Point] {
    let numbers = String(decoding: bytes, as: UTF8.self)
      .split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double($0) }
    guard numbers.count == 8 else { return [] }
    let points = (0..<4).map { Point(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
    let segment = Route.Segment(control1: points[1], control2: points[2], end: points[3])
    return (0...24).map { segment.point(at: Double($0) / 24, from: points[0]) }
  }
}
