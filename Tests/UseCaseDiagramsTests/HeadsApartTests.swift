import Testing
import UseCaseModel
import UseCaseText

@testable import UseCaseDiagrams

/// Where two lines meet at a corner of a box, one does not read as the tail of the other's head.
@Suite struct HeadsApartTests {
  /// A box of 180 by 60 points with another below it, to its right and far below.
  private func graph(edgeHeads: [Graph.Edge.Head]) -> Graph {
    var graph = Graph(title: "", direction: .down)
    graph.nodes = ["a", "b", "c"].map {
      Graph.Node(
        name: $0, figure: .touchpoint(TouchpointFigure(feeling: nil, isExternal: false)),
        label: Label(), size: Size(width: 180, height: 60))
    }
    graph.edges = [
      Graph.Edge(source: 0, target: 1, style: .transition, head: edgeHeads[0]),
      Graph.Edge(source: 0, target: 2, style: .transition, head: edgeHeads[1]),
    ]
    return graph
  }

  private let frame = Rect(origin: .zero, size: Size(width: 180, height: 60))

  private func layout(returning: Route, leaving: Route) -> Layout {
    Layout(
      bounds: Rect(origin: .zero, size: Size(width: 400, height: 400)),
      nodes: [
        Layout.Node(name: "a", frame: frame),
        Layout.Node(name: "b", frame: frame.moved(0, 120)),
        Layout.Node(name: "c", frame: frame.moved(200, 300)),
      ],
      edges: [
        Layout.Edge(id: "e0", routes: [returning]), Layout.Edge(id: "e1", routes: [leaving]),
      ])
  }

  private static let returning = Route(
    start: Point(x: 172, y: 68),
    segments: [
      Route.Segment(
        control1: Point(x: 180, y: 80), control2: Point(x: 180, y: 100), end: Point(x: 160, y: 120))
    ], tailTip: Point(x: 168, y: 60))

  private static let leaving = Route(
    start: Point(x: 176, y: 60),
    segments: [
      Route.Segment(
        control1: Point(x: 190, y: 80), control2: Point(x: 200, y: 100), end: Point(x: 210, y: 120)),
      Route.Segment(
        control1: Point(x: 240, y: 180), control2: Point(x: 290, y: 240), end: Point(x: 290, y: 292)
      ),
    ], headTip: Point(x: 290, y: 300))

  @Test func aTailAtACornerLeavesBesideTheHead() throws {
    let apart = layout(returning: Self.returning, leaving: Self.leaving)
      .withHeadsApart(in: graph(edgeHeads: [.source, .target]))
    let route = try #require(apart.edges[1].routes.first)
    #expect(route.start == Point(x: 180, y: 44))
    #expect(route.headTip == Self.leaving.headTip && route.end == Self.leaving.end)
    // Without a bend: the line turns away from the box, and never back to it.
    let points = route.points
    #expect(points.allSatisfy { $0.x >= 180 })
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.y <= $1.y && $0.x <= $1.x })
    let tip = try #require(Self.returning.tailTip)
    #expect(points.allSatisfy { $0.distance(to: tip) > 12 })
    #expect(apart.edges[0].routes == [Self.returning])
  }

  @Test func theEndOfARouteIsMovedAsItsStartIs() throws {
    let apart = layout(returning: Self.returning, leaving: Self.leaving.reversed())
      .withHeadsApart(in: graph(edgeHeads: [.source, .target]).reversingSecond)
    #expect(apart.edges[1].routes.first?.end == Point(x: 180, y: 44))
  }

  @Test func tailsOnTheirOwnStay() {
    let before = layout(returning: Self.returning, leaving: Self.leaving)
    let graph = graph(edgeHeads: [.target, .target])
    #expect(before.withHeadsApart(in: graph).edges == before.edges)
  }

  /// In the pictures of the examples, too; there, `Write the first file` has such a corner.
  @Test(arguments: Subject.graphs.filter { $0.request.kind == .journey })
  func noTailTouchesAHead(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let heads = picture.layout.edges.flatMap { edge in
      edge.routes.flatMap { [$0.headTip, $0.tailTip].compactMap { $0 } }.map { (edge.id, $0) }
    }
    for edge in picture.layout.edges {
      guard let route = edge.routes.first else { continue }
      let tails = [
        route.tailTip == nil ? route.start : nil, route.headTip == nil ? route.end : nil,
      ].compactMap { $0 }
      for tail in tails {
        for (id, head) in heads where id != edge.id && head.distance(to: tail) < 9 {
          Issue.record("\(edge.id) leaves where \(id) arrives")
        }
      }
    }
  }
}

extension Graph {
  /// The second edge from the other end.
  fileprivate var reversingSecond: Graph {
    var graph = self
    graph.edges[1] = Edge(source: 2, target: 0, style: .transition, head: .source)
    return graph
  }
}

extension Route {
  /// Ten places on each curve.
  fileprivate var points: [Point] {
    var from = start
    return segments.flatMap { segment in
      defer { from = segment.end }
      let start = from
      return (0...10).map { step -> Point in
        let t = Double(step) / 10
        func at(_ value: (Point) -> Double) -> Double {
          let u = 1 - t
          let outer = u * u * u * value(start) + t * t * t * value(segment.end)
          return outer + 3 * u * t * (u * value(segment.control1) + t * value(segment.control2))
        }
        return Point(x: at(\.x), y: at(\.y))
      }
    }
  }
}
