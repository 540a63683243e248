import Foundation
import Testing
import UseCaseText

@testable import UseCaseDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// No text covers another one, in the SVG of any picture of the examples.
@Suite struct LabelTests {
  @Test(arguments: Subject.all)
  func labelsKeepApart(_ subject: Subject) throws {
    let texts = try PlacedTexts(draw(subject.request).svg()).texts
    // Sorted from top to bottom, so that each text meets only its neighbours.
    let sorted = texts.sorted { $0.box.minY < $1.box.minY }
    for (place, first) in sorted.enumerated() {
      for second in sorted[(place + 1)...] {
        guard second.box.minY < first.box.maxY else { break }
        #expect(!first.box.overlaps(second.box), "'\(first.text)' and '\(second.text)' overlap")
      }
    }
  }

  @Test(arguments: Subject.all)
  func labelsLieInsideThePicture(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let whole = Rect(origin: .zero, size: picture.size)
    for text in try PlacedTexts(picture.svg()).texts {
      #expect(whole.contains(text.box), "'\(text.text)' leaves the picture")
    }
  }

  @Test func textsThatOverlapAreFound() throws {
    func box(_ x: Double, _ transform: String) throws -> Rect? {
      try PlacedTexts(
        """
        <svg><g transform="translate(5 7)"><g transform="\(transform)">\
        <text x="\(x)" y="20" textLength="30" font-size="10">a</text></g></g></svg>
        """
      ).texts.first?.box
    }
    let first = try #require(try box(10, "translate(0 0)"))
    #expect(first.minX == 15.5 && first.maxX == 44.5)
    #expect(first.overlaps(try #require(try box(38, "translate(0 0)"))))
    #expect(!first.overlaps(try #require(try box(42, "translate(0 0)"))))
    // Turned about its left end, it reaches upwards from there.
    let upright = try #require(try box(10, "rotate(-90 10 20)"))
    #expect(abs(upright.maxY - 26.5) < 0.001 && abs(upright.minY + 2.5) < 0.001)
  }
}

/// The boxes of all texts of an SVG document, in the coordinates of the picture.
final class PlacedTexts: NSObject, XMLParserDelegate {
  private(set) var texts: [(text: String, box: Rect)] = []
  private var transforms: [Transform] = [Transform()]
  private var isInText = false

  /// A shift, or a quarter turn against the clock about a place.
  private struct Transform {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    func apply(_ point: Point) -> Point {
      Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
    }

    func after(_ text: String?) -> Transform {
      guard let text else { return self }
      let numbers = text.split { "( )".contains($0) }.compactMap { Double($0) }
      if text.hasPrefix("translate"), numbers.count == 2 {
        let origin = apply(Point(x: numbers[0], y: numbers[1]))
        return Transform(a: a, b: b, c: c, d: d, e: origin.x, f: origin.y)
      }
      precondition(text.hasPrefix("rotate(-90 ") && numbers.count == 3, "unknown transform")
      // (x, y) turns into (y − cy + cx, cx − x + cy).
      let origin = apply(Point(x: numbers[1] - numbers[2], y: numbers[1] + numbers[2]))
      return Transform(a: -c, b: -d, c: a, d: b, e: origin.x, f: origin.y)
    }
  }

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    let transform = transforms[transforms.count - 1].after(attributes["transform"])
    transforms.append(transform)
    isInText = name == "text"
    guard isInText, let box = Rect(ofText: attributes) else { return }
    // Letters reach neither to the top of their line nor to its bottom.
    let (first, last) = (
      Point(x: box.minX + 0.5, y: box.minY + box.size.height * 0.15),
      Point(x: box.maxX - 0.5, y: box.maxY - box.size.height * 0.05)
    )
    let corners = [transform.apply(first), transform.apply(last)]
    let (x, y) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
    texts.append(
      (
        "",
        Rect(origin: Point(x: x[0], y: y[0]), size: Size(width: x[1] - x[0], height: y[1] - y[0]))
      ))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    transforms.removeLast()
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText, !texts.isEmpty { texts[texts.count - 1].text += string }
  }
}
