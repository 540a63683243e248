import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// The vocabulary that all charts share.
@Suite struct ChartTests {
  private let model = UseCaseDiagramsTests.model("actor Reader\nactor Clerk \"A <b>\"")

  @Test func aChartGrowsWithWhatIsSaidToBeInside() {
    var chart = Chart()
    chart.include(Rect(origin: Point(x: 10, y: 20), size: Size(width: 30, height: 40)))
    chart.group("uc-a", name: "a", frame: .zero) { $0.include(Point(x: 5, y: 90)) }
    #expect(chart.size == Size(width: 40, height: 90))
  }

  @Test func textStandsWhereItsAlignmentSays() throws {
    let box = Rect(origin: Point(x: 100, y: 50), size: Size(width: 80, height: 40))
    let places = [Label.Alignment.leading, .center, .trailing].map { alignment in
      var chart = Chart()
      chart.text(Label("Reader", .body, alignment), in: box, .top)
      var canvas = Canvas(prefix: "p", capacity: 100)
      chart.paint(on: &canvas) { _ in nil }
      return canvas.textBoxes.first ?? .zero
    }
    #expect(abs(places[0].minX - box.minX) < 0.1)
    #expect(abs(places[1].center.x - box.center.x) < 0.1)
    #expect(abs(places[2].maxX - box.maxX) < 0.1)
    #expect(places.allSatisfy { box.contains($0, tolerance: 0.5) })
  }

  @Test func aGroupOfAnElementIsALinkWithANameAndAnArea() throws {
    let clerk = try #require(model.element(key: "actor Clerk"))
    var chart = Chart()
    let frame = Rect(origin: .zero, size: Size(width: 10, height: 10))
    chart.group("uc-a", of: clerk, frame: frame) {
      $0.rect(frame, Stroke(fill: .card, line: .cardLine), isOutline: true)
    }
    var canvas = Canvas(prefix: "p", capacity: 100)
    chart.paint(on: &canvas) { _ in "clerk.html" }
    let markup = try Markup("<svg>" + String(decoding: canvas.bytes, as: UTF8.self) + "</svg>")
    #expect(markup.ids == ["p-actor-Clerk"] && canvas.hasLinks)
    #expect(markup.elements.contains { $0.attributes["aria-label"] == "A <b>" })
    let area = try #require(markup.attributes.first { $0["class"] == "uc-area" })
    #expect(area["width"] == "24" && area["height"] == "24" && area["x"] == "-7")
  }

  @Test func withoutAPageThereIsNoLink() throws {
    let clerk = try #require(model.element(key: "actor Clerk"))
    var chart = Chart()
    chart.group("uc-a", of: clerk, frame: .zero) { _ in }
    var canvas = Canvas(prefix: "p", capacity: 100)
    chart.paint(on: &canvas) { _ in "javascript:alert(1)" }
    #expect(!canvas.hasLinks)
  }
}

extension Canvas {
  /// The boxes of the texts, read from what was written.
  fileprivate var textBoxes: [Rect] {
    let text = "<svg>" + String(decoding: bytes, as: UTF8.self) + "</svg>"
    return ((try? Markup(text))?.texts ?? []).compactMap(Rect.init(ofText:))
  }
}

extension Rect {
  /// The box of an SVG text by its attributes, in its own coordinates.
  init?(ofText text: [String: String]) {
    let numbers = ["x", "y", "textLength", "font-size"].compactMap { text[$0].flatMap(Double.init) }
    guard numbers.count == 4 else { return nil }
    let face: Font.Face =
      text["font-weight"] == "bold" ? .bold : text["font-style"] == "italic" ? .italic : .regular
    let font = Font(size: numbers[3], face: face)
    self.init(
      origin: Point(x: numbers[0], y: numbers[1] - font.ascent),
      size: Size(width: numbers[2], height: font.ascent + font.descent))
  }
}
