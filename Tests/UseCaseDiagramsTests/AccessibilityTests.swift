import Foundation
import Testing
import UseCaseModel
import UseCaseSyntax
import UseCaseText

@testable import UseCaseDiagrams

/// What every picture of the examples gives to readers with little sight or no pointer, read from
/// its SVG (WCAG 2.2: 1.4.1, 1.4.3, 2.5.8, 4.1.1).
@Suite struct AccessibilityTests {
  private static func markup(_ subject: Subject) throws -> PaintedMarkup {
    try PaintedMarkup(draw(subject.request).svg { "page.html#" + $0.key.filter { $0 != " " } })
  }

  /// Each text is held against the last shape that was painted below its middle, or against its halo.
  @Test(arguments: Subject.all)
  func textHasContrastToWhatItStandsOn(_ subject: Subject) throws {
    for text in try Self.markup(subject).textsOnGrounds {
      for (name, color) in [("light", \Paint.light), ("dark", \Paint.dark)] {
        let contrast = contrast(text.paint[keyPath: color], text.ground[keyPath: color])
        #expect(
          contrast >= 4.5,
          "\(name): '\(text.words)' is \(text.paint) on \(text.ground)")
      }
    }
  }

  @Test(arguments: Subject.all)
  func linksAreLargeEnoughToBeHit(_ subject: Subject) throws {
    for link in try Self.markup(subject).links {
      let size = link.area.size
      // Both edges are rounded before one is taken from the other.
      #expect(size.width > 23.99 && size.height > 23.99, "\(link.name): \(size)")
      #expect(!link.name.isEmpty)
    }
  }

  /// All pictures of an example may stand on one page: that of everything, for a printer.
  @Test(arguments: ["compiler", "fellmark", "library"])
  func idsAreUniqueWhereAllPicturesShareAPage(_ example: String) throws {
    let pictures = try Subject.all.filter { $0.example == example }.map(Self.markup)
    let ids = pictures.flatMap(\.markup.ids)
    #expect(Set(ids).count == ids.count)
  }

  /// Where two signs of a legend differ by nothing but colour, the picture says their words as well.
  @Test(arguments: Subject.all)
  func nothingIsToldByColourAlone(_ subject: Subject) throws {
    // Names in the boxes say who acts, numbers in the cells how high a risk is, and strokes where the
    // bands of a KPI begin and end.
    guard ![.flow, .risks, .kpis].contains(subject.request.kind) else { return }
    let markup = try Self.markup(subject)
    let words = markup.wordsOutsideTheLegend.lowercased()
    for (sign, meanings) in Dictionary(grouping: markup.legend, by: \.sign)
    where meanings.count > 1 && !sign.isEmpty {
      for meaning in meanings {
        #expect(words.contains(meaning.words.lowercased()), "\(meaning.words)")
      }
    }
  }
}

/// The contrast of two colours of six digits, after WCAG.
func contrast(_ first: String, _ second: String) -> Double {
  let (a, b) = (luminance(first), luminance(second))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

private func luminance(_ color: String) -> Double {
  let value = Int(color.dropFirst(), radix: 16) ?? 0
  let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

/// A picture as it is painted: shapes below each other, links with what they hold.
private struct PaintedMarkup {
  let markup: Markup

  init(_ svg: String) throws { markup = try Markup(svg) }

  struct GroundedText {
    var words: String
    var paint: Paint
    var ground: Paint
  }

  var textsOnGrounds: [GroundedText] {
    var grounds: [(paint: Paint, covers: (Point) -> Bool)] = []
    var texts: [GroundedText] = []
    var written = markup.written.makeIterator()
    for place in markup.elements.indices {
      let element = markup.elements[place]
      let fill = element.attributes.paint("uc-f-")
      guard element.name == "text" else {
        if let fill, let shape = Shape(element) { grounds.append((fill, shape.covers)) }
        continue
      }
      guard let words = written.next(), let fill, let middle = middle(of: place) else { continue }
      let halo = element.attributes.paint("uc-s-")
      let ground = halo ?? grounds.last { $0.covers(middle) }?.paint ?? .paper
      texts.append(GroundedText(words: words.content, paint: fill, ground: ground))
    }
    return texts
  }

  /// The middle of a text, turned as what holds it.
  private func middle(of place: Int) -> Point? {
    guard let box = Rect(ofText: markup.elements[place].attributes) else { return nil }
    let parent = markup.parents[place].map { markup.elements[$0] }
    guard let turn = parent?.attributes["transform"], turn.hasPrefix("rotate(-90 ") else {
      return box.center
    }
    let numbers = turn.split { " ()".contains($0) }.compactMap { Double($0) }
    guard numbers.count == 3 else { return nil }
    let (x, y) = (box.center.x - numbers[1], box.center.y - numbers[2])
    return Point(x: numbers[1] + y, y: numbers[2] - x)
  }

  /// Each link with the rectangle around the shapes in it.
  var links: [(name: String, area: Rect)] {
    markup.elements.indices.filter { markup.elements[$0].name == "a" }.map { link in
      let boxes = markup.descendants(of: link).compactMap { Shape(markup.elements[$0])?.box }
      return (markup.elements[link].attributes["aria-label"] ?? "", Rect(around: boxes))
    }
  }

  // MARK: The legend

  private var legendPlace: Int? {
    markup.elements.firstIndex { $0.attributes["class"] == "uc-legend" }
  }

  /// What each sign looks like without its colours, and what it means.
  var legend: [(sign: [String], words: String)] {
    guard let legendPlace else { return [] }
    var entries: [(sign: [String], words: String)] = []
    var sign: [String] = []
    var origin: Double?
    for place in markup.descendants(of: legendPlace) {
      let element = markup.elements[place]
      if element.name == "text", Double(element.attributes["font-size"] ?? "") == 11,
        element.attributes.paint("uc-f-") == .muted, let words = markup.words(of: place)
      {
        entries.append((sign, words))
        (sign, origin) = ([], nil)
      } else {
        let box = Shape(element)?.box ?? Rect(ofText: element.attributes) ?? .zero
        origin = origin ?? box.minX
        let style = ["stroke-dasharray", "stroke-width", "rx"].map { element.attributes[$0] ?? "" }
        let isFilled =
          element.attributes.paint("uc-f-").map { $0 != .card && $0 != .paper } ?? false
        let letters = element.name == "text" ? markup.words(of: place) ?? "" : ""
        let size = [box.minX - (origin ?? 0), box.size.width, box.size.height].map {
          String(Int(($0 * 10).rounded()))
        }
        let bends = element.attributes["d"]?.filter { "MLCAZ".contains($0) } ?? ""
        sign.append(
          ([element.name, bends, letters, String(isFilled)] + size + style).joined(separator: " "))
      }
    }
    return entries
  }

  var wordsOutsideTheLegend: String {
    let inside = legendPlace.map { Set(markup.descendants(of: $0)) } ?? []
    return markup.elements.indices.filter {
      markup.elements[$0].name == "text" && !inside.contains($0)
    }
    .compactMap(markup.words).joined(separator: "\n")
  }
}

/// A shape that covers a part of a picture.
private struct Shape {
  let box: Rect
  let covers: (Point) -> Bool

  init?(_ element: (name: String, attributes: [String: String])) {
    func number(_ name: String) -> Double { element.attributes[name].flatMap(Double.init) ?? 0 }
    switch element.name {
    case "rect":
      let box = Rect(
        origin: Point(x: number("x"), y: number("y")),
        size: Size(width: number("width"), height: number("height")))
      self.box = box
      covers = { box.contains($0) }
    case "ellipse", "circle":
      let center = Point(x: number("cx"), y: number("cy"))
      let radius = number("r")
      let (rx, ry) = radius > 0 ? (radius, radius) : (number("rx"), number("ry"))
      box = Rect(center: center, size: Size(width: 2 * rx, height: 2 * ry))
      covers = { point in
        let (x, y) = ((point.x - center.x) / rx, (point.y - center.y) / ry)
        return x * x + y * y <= 1
      }
    case "path":
      let corners = Shape.corners(of: element.attributes["d"] ?? "")
      guard corners.count > 2 else { return nil }
      box = Rect(around: corners.map { Rect(origin: $0, size: .zero) })
      covers = { point in
        var isInside = false
        for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1))
        where (a.y > point.y) != (b.y > point.y)
          && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        {
          isInside.toggle()
        }
        return isInside
      }
    default: return nil
    }
  }

  /// The ends of the lines and curves of a path.
  private static func corners(of path: String) -> [Point] {
    path.split(whereSeparator: { "MLCAZ".contains($0) }).compactMap { command in
      let numbers = command.split(separator: " ").compactMap { Double($0) }
      guard numbers.count >= 2 else { return nil }
      return Point(x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
    }
  }
}

extension Rect {
  fileprivate init(around boxes: [Rect]) {
    let (left, top) = (boxes.map(\.minX).min() ?? 0, boxes.map(\.minY).min() ?? 0)
    let (right, bottom) = (boxes.map(\.maxX).max() ?? 0, boxes.map(\.maxY).max() ?? 0)
    self.init(
      origin: Point(x: left, y: top), size: Size(width: right - left, height: bottom - top))
  }

  fileprivate func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }
}

extension [String: String] {
  /// The paint that a class of an element names.
  fileprivate func paint(_ prefix: String) -> Paint? {
    let names = self["class"]?.split(separator: " ") ?? []
    return names.first { $0.hasPrefix(prefix) }
      .flatMap { Paint(rawValue: String($0.dropFirst(prefix.count))) }
  }
}
