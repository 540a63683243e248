import Foundation
import Testing
import UseCaseModel
import UseCaseSyntax

@testable import UseCaseDiagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGTests {
  @Test(arguments: Subject.all)
  func picturesAreSoundDocuments(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let document = try Markup(picture.svg())
    #expect(Set(document.ids).count == document.ids.count)
    #expect(document.root["role"] == "img")
    #expect(document.texts.allSatisfy { $0["textLength"] != nil && $0["lengthAdjust"] != nil })
    #expect(!document.texts.isEmpty && !picture.description.isEmpty)
    #expect(
      document.root["aria-labelledby"]?.split(separator: " ").allSatisfy {
        document.ids.contains(String($0))
      } == true)
    #expect(document.names.filter { $0 == "style" }.count == 1)
    #expect(!document.names.contains("script") && document.root["width"] != nil)
  }

  @Test(arguments: Subject.all)
  func picturesInPagesObeyTheirPolicy(_ subject: Subject) throws {
    let picture = try draw(subject.request)
    let document = try Markup(
      picture.svg(standalone: false) { "page.html#" + $0.key.filter { $0 != " " } })
    #expect(!document.names.contains("style"))
    #expect(document.attributes.allSatisfy { $0["style"] == nil })
    let links = document.elements.filter { $0.name == "a" }
    #expect(document.root["role"] == (links.isEmpty ? "img" : "group"))
    #expect(links.allSatisfy { $0.attributes["aria-label"]?.isEmpty == false })
    // A use case that includes no other one leads nowhere.
    #expect(!links.isEmpty || [.flow, .scenarios].contains(subject.request.kind))
  }

  @Test func theSameModelGivesTheSameBytes() throws {
    for subject in Subject.all where subject.example == "library" {
      let first = try draw(subject.request).svg()
      #expect(try draw(subject.request).svg() == first)
    }
  }

  @Test(arguments: [
    ("https://example.org", true), ("HTTP://example.org", true), ("a/b.html#c", true),
    ("mailto:a@example.org", true), ("#a:b", true), ("?a:b", true), ("javascript:alert(1)", false),
    ("JavaScript:alert(1)", false), ("data:text/html,x", false), (" javascript:x", false),
    ("java\nscript:x", false), ("vbscript:x", false), ("\u{1}javascript:x", false),
  ])
  func addressesAreSafeToFollow(_ address: String, _ isSafe: Bool) throws {
    let request = DiagramRequest(.useCases, in: model("actor A\nusecase U {\nactor A\n}"))
    let svg = try draw(request).svg { _ in address }
    #expect(svg.contains("href=") == isSafe)
  }

  @Test func everyPaintHasItsRuleInTheStylesheet() throws {
    for paint in Paint.allCases {
      #expect(DiagramStylesheet.dark.contains(".uc-f-\(paint.rawValue){fill:\(paint.dark)}"))
      #expect(DiagramStylesheet.light.contains(".uc-s-\(paint.rawValue){stroke:\(paint.light)}"))
    }
  }

  /// Text on what it stands on, light and dark (WCAG 2.2, 1.4.3 and 1.4.11).
  @Test func coloursHaveContrast() {
    let grounds: [Paint] = [
      .paper, .subject, .package, .stage, .useCase, .foreign, .actor, .card, .action, .other, .note,
      .medium, .lowRisk, .moderateRisk, .highRisk, .bandPoor, .bandFair, .bandGood,
    ]
    for ground in grounds {
      // Numbers in bars are never muted.
      for text in ground == .medium || ground == .bandPoor ? [Paint.ink] : [.ink, .muted] {
        #expect(contrast(text.light, ground.light) >= 4.5, "\(text) on \(ground)")
        #expect(contrast(text.dark, ground.dark) >= 4.5, "dark \(text) on \(ground)")
      }
    }
    let lines: [Paint] = [
      .line, .subjectLine, .packageLine, .stageLine, .useCaseLine, .foreignLine, .actorLine,
      .noteLine, .actionLine, .otherLine, .decisionLine, .cardLine, .star, .success, .failure,
      .delighted, .satisfied, .neutral, .frustrated, .angry, .strong, .exception,
    ]
    for line in lines {
      for ground in [Paint.paper, .stage] {
        #expect(contrast(line.light, ground.light) >= 3, "\(line) on \(ground)")
        #expect(contrast(line.dark, ground.dark) >= 3, "dark \(line) on \(ground)")
      }
    }
    #expect(contrast(Paint.onStrong.light, Paint.strong.light) >= 4.5)
    #expect(contrast(Paint.onStrong.dark, Paint.strong.dark) >= 4.5)
    for text in [Paint.alternative, .exception] {
      #expect(contrast(text.light, Paint.paper.light) >= 4.5)
      #expect(contrast(text.dark, Paint.paper.dark) >= 4.5)
    }
  }
}

/// An SVG document, read by a real XML parser.
final class Markup: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// By element: the place of what it stands in.
  private(set) var parents: [Int?] = []
  private(set) var content = ""
  private var open: [Int] = []
  private var writtenPlaces: [Int: Int] = [:]
  /// The `text` elements with what they say.
  private(set) var written: [(content: String, attributes: [String: String])] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  var names: [String] { elements.map(\.name) }
  var attributes: [[String: String]] { elements.map(\.attributes) }
  var root: [String: String] { elements.first?.attributes ?? [:] }
  var ids: [String] { attributes.compactMap { $0["id"] } }
  var texts: [[String: String]] { elements.filter { $0.name == "text" }.map(\.attributes) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    parents.append(open.last)
    open.append(elements.count)
    if name == "text" {
      writtenPlaces[elements.count] = written.count
      written.append(("", attributes))
    }
    elements.append((name, attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  /// The places of all that an element holds.
  func descendants(of place: Int) -> Range<Int> {
    var end = place + 1
    while end < elements.count, let parent = parents[end], parent >= place { end += 1 }
    return place + 1..<end
  }

  /// What the `text` element at a place says.
  func words(of place: Int) -> String? { writtenPlaces[place].map { written[$0].content } }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    content += string
    if elements.last?.name == "text" { written[written.count - 1].content += string }
  }
}
