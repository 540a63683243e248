import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// A file of the site, which is made when somebody wants it.
public struct SiteFile: Sendable {
  /// Relative to the site's folder, with `/` between its parts.
  public let path: String
  /// The pictures that it asks for.
  public let pictures: [PictureRequest]
  /// The elements whose flow, findings and lines in the source it shows, apart from its pictures; nil
  /// where it may be those of any.
  ///
  /// As long as these stay the same, and everything else of the model with them, and how many findings
  /// each rule has, the file does.
  public let details: [Element]?
  private let make: @Sendable (Pictures) -> [UInt8]

  init(
    path: String, pictures: [PictureRequest] = [], details: [Element]?,
    make: @escaping @Sendable (Pictures) -> [UInt8]
  ) {
    self.path = path
    self.pictures = pictures
    self.details = details
    self.make = make
  }

  /// Its content; files may be made on several threads at once.
  public func bytes(with pictures: Pictures = .none) -> [UInt8] { make(pictures) }
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
  public let coverage: Coverage
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
  public let look: SiteLook
  let words: Words
  let gaps: Gaps
  let reviews: [Review]
  let extraPages: [PlacedPage]
  private let lineTables: [String: LineTable]

  /// Gathers what the pages need; writes none of them yet.
  ///
  /// A server that shows the pages may add a `script` of its own, which may ask that server for more.
  public convenience init(
    _ model: Model, findings: [Diagnostic], coverage: Coverage? = nil,
    today: CalendarDate? = nil, look: SiteLook = SiteLook(), script: String? = nil
  ) {
    self.init(
      model, findings: findings, coverage: coverage, today: today, look: look, script: script,
      words: Words(language: model.declaration?[Clauses.language] ?? "en"))
  }

  /// A site in words of one's own.
  init(
    _ model: Model, findings: [Diagnostic], coverage: Coverage?, today: CalendarDate?,
    look: SiteLook, script: String?, words: Words
  ) {
    self.model = model
    self.today = today
    self.look = look
    self.words = words
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
  public var files: [SiteFile] {
    let pages = PageCatalog.all.flatMap { $0.pages(of: self) }
    let navigations = navigations
    let files = pages.map { page in
      let isEntry = page.board != nil || page.section?.address.page == page.path
      let navigation = isEntry ? nil : page.section.flatMap { navigations[$0.kind] }
      return SiteFile(path: page.path, pictures: page.pictures, details: page.details) {
        self.render(page, with: $0, navigation: navigation)
      }
    }
    return files + (wholePage(of: pages).map { [$0] } ?? []) + sharedFiles
  }

  var title: String { look.title ?? model.title ?? words[.eyebrow] }

  /// The language that the texts are written in, as a BCP 47 tag.
  var language: String { model.declaration?[Clauses.language] ?? "en" }

  func elements(_ kind: ElementKind) -> [Element] { elementsByKind[kind] ?? [] }

  /// The line of a place, counted from 1; nil where its file is unknown.
  func line(of place: Place) -> Int? {
    lineTables[place.path]?.position(of: place.range.lowerBound).line
  }

  private var sharedFiles: [SiteFile] {
    func file(_ address: Address, _ text: @escaping @Sendable (Pictures) -> String) -> SiteFile {
      SiteFile(path: address.page, details: []) { Array(text($0).utf8) }
    }
    return [
      file(.stylesheet) { _ in Stylesheet.text + self.look.styles },
      file(.pictureStylesheet) { $0.styles.text },
      file(.icon) { _ in Stylesheet.icon },
      file(.script) { Script.text(self.words, $0.styles.standalone) },
      file(.searchIndex) { _ in SearchIndex.text(of: self) },
    ]
  }
}
