import UseCaseModel
import UseCaseSyntax

/// A page before it is written.
struct Page: Sendable {
  let path: String
  let title: String
  /// The list that the page belongs to, for breadcrumbs and navigation.
  let section: Section?
  /// The board that the page is a part of.
  let board: Address?
  let pictures: [PictureRequest]
  /// The elements whose flow, findings and lines in the source it shows; nil where it may be those of
  /// any.
  let details: [Element]?
  let write: @Sendable (inout PageWriter) -> Void

  init(
    _ address: Address, title: String, section: Section? = nil, board: Address? = nil,
    pictures: [PictureRequest] = [], details: [Element]? = nil,
    write: @escaping @Sendable (inout PageWriter) -> Void
  ) {
    path = address.page
    self.title = title
    self.section = section
    self.board = board
    self.pictures = pictures
    self.details = details
    self.write = write
  }
}

/// A kind of page: one file in `Pages/`, and one line in the catalogue.
protocol PageKind: Sendable {
  func pages(of site: Site) -> [Page]
}

/// A kind of page of which each element of a kind has one.
protocol ElementPageKind: PageKind {
  associatedtype Subject: ElementView
  /// The sentence under the title, where the kind has one.
  func lead(of subject: Subject) -> TextSyntax?
  func pictures(of subject: Subject) -> [PictureRequest]
  /// The parts of the subject whose findings or lines in the source the page shows, too.
  func parts(of subject: Subject) -> [Element]
  /// Clauses whose mentions the page shows in a way of its own.
  var shownMentions: Set<Keyword> { get }
  func writeBadges(of subject: Subject, to page: inout PageWriter)
  func writeFacts(of subject: Subject, to page: inout FactsWriter)
  func writeSections(of subject: Subject, to page: inout PageWriter)
}

extension ElementPageKind {
  func lead(of subject: Subject) -> TextSyntax? { nil }
  func pictures(of subject: Subject) -> [PictureRequest] { [] }
  func parts(of subject: Subject) -> [Element] { [] }
  var shownMentions: Set<Keyword> { [] }
  func writeBadges(of subject: Subject, to page: inout PageWriter) {}
  func writeFacts(of subject: Subject, to page: inout FactsWriter) {}
  func writeSections(of subject: Subject, to page: inout PageWriter) {}

  func pages(of site: Site) -> [Page] {
    let elements = site.elements(Subject.kind)
    return elements.indices.compactMap { index in
      let element = elements[index]
      guard let address = site.address(of: element) else { return nil }
      let subject = Subject(element: element)
      let neighbours = Neighbours(
        previous: index > 0 ? elements[index - 1] : nil,
        next: index + 1 < elements.count ? elements[index + 1] : nil)
      return Page(
        address, title: element.title, section: Section.of(Subject.kind),
        pictures: pictures(of: subject), details: [element] + parts(of: subject)
      ) { page in
        write(subject, neighbours, to: &page)
      }
    }
  }

  private func write(_ subject: Subject, _ neighbours: Neighbours, to page: inout PageWriter) {
    let element = subject.element
    page.heading(of: element, lead: lead(of: subject)) { writeBadges(of: subject, to: &$0) }
    page.findings(about: element)
    page.block("div", .class("sheet")) { page in
      if let description = element.description {
        page.block("div", .class("prose")) { $0.markdown(description) }
      }
      page.facts { facts in
        writeFacts(of: subject, to: &facts)
        facts.common(element)
      }
    }
    writeSections(of: subject, to: &page)
    page.remarks(of: element)
    page.trace(of: element)
    page.mentions(of: element, without: shownMentions)
    page.neighbours(neighbours)
  }
}

/// What stands before and behind an element in the order of the source.
struct Neighbours {
  let previous: Element?
  let next: Element?
}
