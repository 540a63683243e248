import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A file of the site.
public struct SitePage: Sendable, Equatable {
  /// Relative to the site's folder, with `/` between its parts.
  public let path: String
  public let bytes: [UInt8]
}

/// A documentation site: a model with its findings, to be written as pages.
///
/// The same model gives the same bytes, whatever the order of its files.
public final class Site: Sendable {
  public let model: Model
  let findings: [Diagnostic]
  /// The address of a script that every page loads; nil for a site that is published.
  let script: String?
  let addresses: AddressTable
  let coverage: Coverage
  /// By key: the findings about an element.
  let findingsByElement: [String: [Diagnostic]]
  /// By kind: the elements of the model's own files, in order.
  let elementsByKind: [ElementKind: [Element]]
  let elementsByKey: [String: Element]
  let journeyGraphs: [ElementID: JourneyGraph]
  /// The places of touchpoints in their journeys' graphs.
  let places: [ElementID: Int]
  /// The day on which reviews are due; nil where nobody says.
  let today: CalendarDate?
  let look: SiteLook
  let words: Words
  let gaps: Gaps
  let reviews: [Review]
  let extraPages: [PlacedPage]
  private let lineTables: [String: LineTable]

  /// Gathers what the pages need; writes none of them yet.
  ///
  /// A server that shows the pages may add a `script` of its own, which may ask that server for more.
  public init(
    _ model: Model, findings: [Diagnostic], coverage: Coverage? = nil,
    today: CalendarDate? = nil, look: SiteLook = SiteLook(), script: String? = nil
  ) {
    self.model = model
    self.today = today
    self.look = look
    words = Words(language: model.declaration?[Clauses.language] ?? "en")
    self.findings = findings
    self.script = script
    addresses = AddressTable(model)
    self.coverage = coverage ?? Coverage(model)
    findingsByElement = Dictionary(
      grouping: findings.filter { $0.element != nil }, by: { $0.element ?? "" })
    elementsByKind = Dictionary(grouping: model.elements, by: \.kind)
    let elementsByKey = Dictionary(
      model.elements.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    self.elementsByKey = elementsByKey
    gaps = Gaps(findings, elements: elementsByKey)
    reviews = Review.all(in: model, today: today)
    extraPages = PlacedPage.all(look.pages)
    journeyGraphs = Dictionary(
      model.all(Journey.self).map { ($0.id, $0.graph) }, uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      journeyGraphs.values.flatMap { graph in
        graph.touchpoints.enumerated().map { ($1.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    lineTables = Dictionary(
      model.trees.map { ($0.source.path, LineTable($0.source)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where an element stands; nil for one of a model that this one builds on.
  public func address(of element: Element) -> Address? { addresses[element] }

  /// All files: pages in the order of their catalogue, then what they share.
  public func render(with pictures: Pictures = .none) -> [SitePage] {
    let pages = pages
    let whole = wholePage(of: pages, with: pictures).map { [$0] } ?? []
    return pages.map { render($0, with: pictures) } + whole + sharedFiles(with: pictures)
  }

  private var pages: [Page] { PageCatalog.all.flatMap { $0.pages(of: self) } }

  /// The pictures that the pages ask for, so that they can be drawn beforehand; each once.
  public var pictureRequests: [PictureRequest] {
    var seen: Set<PictureRequest> = []
    return pages.flatMap(\.pictures).filter { seen.insert($0).inserted }
  }

  var title: String { look.title ?? model.title ?? words[.eyebrow] }

  /// The language that the texts are written in, as a BCP 47 tag.
  var language: String { model.declaration?[Clauses.language] ?? "en" }

  func elements(_ kind: ElementKind) -> [Element] { elementsByKind[kind] ?? [] }

  /// The line of a place, counted from 1; nil where its file is unknown.
  func line(of place: Place) -> Int? {
    lineTables[place.path]?.position(of: place.range.lowerBound).line
  }

  private func sharedFiles(with pictures: Pictures) -> [SitePage] {
    let texts: [(Address, String)] = [
      (.stylesheet, Stylesheet.text + look.styles), (.pictureStylesheet, pictures.styles.text),
      (.icon, Stylesheet.icon), (.script, Script.text(words, pictures.styles.standalone)),
      (.searchIndex, SearchIndex.text(of: self)),
    ]
    return texts.map { SitePage(path: $0.page, bytes: Array($1.utf8)) }
  }
}
