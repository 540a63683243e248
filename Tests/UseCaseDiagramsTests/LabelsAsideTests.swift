import Graphviz
import Testing
import UseCaseModel
import UseCaseText

@testable import UseCaseDiagrams

/// A label stands beside its line, not against it.
@Suite struct LabelsAsideTests {
  /// The label of a line from (100, 0) straight down, 20 by 10 points large, after it was moved.
  private func label(from left: Double, at top: Double = 40) -> Rect? {
    let line = Route(
      start: Point(x: 100, y: 0),
      segments: [
        Route.Segment(
          control1: Point(x: 100, y: 40), control2: Point(x: 100, y: 80), end: Point(x: 100, y: 120)
        )
      ])
    let frame = Rect(origin: Point(x: left, y: top), size: Size(width: 20, height: 10))
    let layout = Layout(
      bounds: Rect(origin: .zero, size: Size(width: 200, height: 120)), nodes: [],
      edges: [Layout.Edge(id: "e0", routes: [line], label: frame)])
    return layout.withLabelsAside().edges.first?.label
  }

  @Test func aLabelAgainstItsLineMovesAway() throws {
    #expect(try #require(label(from: 101)).minX == 105)
    #expect(try #require(label(from: 79)).maxX == 95)
    // A letter that touches the line counts, too.
    #expect(try #require(label(from: 99)).minX == 105)
  }

  @Test func othersStay() throws {
    #expect(try #require(label(from: 105)).minX == 105)
    #expect(try #require(label(from: 60)).minX == 60)
    // What stands on the line was put there.
    #expect(try #require(label(from: 90)).minX == 90)
    // The line does not pass it.
    #expect(try #require(label(from: 101, at: 140)).minX == 101)
  }

  /// A label of 20 by 10 points beside its line at 100, and another line that passes upright there.
  private func label(passedAt x: Double) -> Rect? {
    func upright(_ x: Double) -> Route {
      Route(
        start: Point(x: x, y: 0),
        segments: [
          Route.Segment(
            control1: Point(x: x, y: 40), control2: Point(x: x, y: 80), end: Point(x: x, y: 120))
        ])
    }
    let frame = Rect(origin: Point(x: 110, y: 40), size: Size(width: 20, height: 10))
    let layout = Layout(
      bounds: Rect(origin: .zero, size: Size(width: 400, height: 120)),
      edges: [
        Layout.Edge(id: "e0", routes: [upright(100)], label: frame),
        Layout.Edge(id: "e1", routes: [upright(x)]),
      ])
    return layout.withLabelsAside().edge(withID: "e0")?.label
  }

  @Test func aLabelMakesWayForTheLinesOfOthers() throws {
    // Towards its own line, as far as that is needed.
    #expect(try #require(label(passedAt: 129)).minX == 106)
    // To the other side of its line, where there is no room between the two.
    #expect(try #require(label(passedAt: 115)).maxX < 100)
    // What nothing passes stays.
    #expect(try #require(label(passedAt: 140)).minX == 110)
  }

  /// By where lines pass upright: where the title stands then that stood from 10 to 70.
  @Test(
    arguments: [([20], 22), ([80], 10), ([69], 10), ([20, 80], 10), ([40, 45], 50)]
      as [([Double], Double)])
  func theTitleOfAFrameMakesWayALittle(_ lines: [Double], _ left: Double) {
    let title = Rect(origin: Point(x: 10, y: 10), size: Size(width: 60, height: 16))
    let routes = lines.map { x in
      Route(
        start: Point(x: x, y: 0),
        segments: [
          Route.Segment(
            control1: Point(x: x, y: 20), control2: Point(x: x, y: 40), end: Point(x: x, y: 60))
        ])
    }
    let frame = Rect(origin: .zero, size: Size(width: 400, height: 60))
    let layout = Layout(bounds: frame, edges: [Layout.Edge(id: "e0", routes: routes)])
    #expect(layout.clearTitle(title, in: frame).minX == left)
    // A frame without room keeps it.
    let narrow = Rect(origin: .zero, size: Size(width: 80, height: 60))
    #expect(layout.clearTitle(title, in: narrow) == title)
  }

  /// As Graphviz places them, some labels stand against their lines.
  @Test func thePicturesOfTheExamplesHaveTheirLabelsAside() throws {
    let model = exampleModel("fellmark")
    let journey = model.element(key: "journey BuyAndKeep")
    var found: Layout?
    let picture = try DiagramCatalog.draw(DiagramRequest(.journey, of: journey, in: model)) { dot in
      let places = try layout(dot: dot).layout
      found = places
      return places
    }
    let before = try #require(found).withHeadsApart(in: picture.graph).edges.map(\.label)
    let after = picture.layout.edges.map(\.label)
    #expect(before != after)
    // There is nothing left to move.
    #expect(picture.layout.withLabelsAside().edges.map(\.label) == after)
  }
}
