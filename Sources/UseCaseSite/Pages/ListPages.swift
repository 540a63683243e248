import UseCaseModel
import UseCaseSyntax

/// A list of all elements of a kind, for each kind in the navigation; stakeholders and risks are
/// shown as boards first, KPIs are a table.
struct ListPages: PageKind {
  /// How many elements stand on a page.
  private static let limit = 120

  func pages(of site: Site) -> [Page] {
    Section.groups.flatMap(\.sections).flatMap { section -> [Page] in
      let elements = site.elements(section.kind)
      guard section.kind != .term, !elements.isEmpty else { return [] }
      let pages = paged(ListPages.groups(of: elements, section.kind), limit: ListPages.limit)
      return pages.enumerated().map { index, groups in
        let requests = index == 0 ? ListPages.pictures(section.kind) : []
        return Page(
          section.address.numbered(index + 1), title: site.words[section.title], section: section,
          pictures: requests, details: []
        ) { page in
          let lead = Vocabulary.declaration(section.kind).map {
            page.words[english: $0.documentation]
          }
          page.heading(section.title, lead: lead)
          page.pager(section.address, page: index + 1, of: pages.count)
          if section.kind == .kpi {
            page.comparison(of: groups.flatMap(\.items).map(KPI.init))
          }
          if index == 0 { ListPages.writeBoard(elements, section.kind, requests, to: &page) }
          if section.kind != .kpi { ListPages.write(groups, to: &page) }
          page.pager(section.address, page: index + 1, of: pages.count, named: .pagesBelow)
        }
      }
    }
  }

  private static func pictures(_ kind: ElementKind) -> [PictureRequest] {
    switch kind {
    case .stakeholder:
      [
        PictureRequest(.stakeholders), PictureRequest(.influence),
        PictureRequest(.responsibilities),
      ]
    case .kpi: [PictureRequest(.kpis)]
    case .risk: [PictureRequest(.risks)]
    case .objective: [PictureRequest(.objectives)]
    case .useCase: [PictureRequest(.includeExtend)]
    default: []
    }
  }

  private static func writeBoard(
    _ elements: [Element], _ kind: ElementKind, _ requests: [PictureRequest],
    to page: inout PageWriter
  ) {
    switch kind {
    case .stakeholder: page.quadrants(of: elements.map(Stakeholder.init))
    case .risk: page.matrix(of: elements.map(Risk.init))
    default: break
    }
    for request in requests { page.picture(request) }
  }

  private static func write(
    _ groups: [Group<Element?, Element>], to page: inout PageWriter
  ) {
    guard groups.count > 1 || groups.first?.subject != nil else {
      return page.entries(of: groups.flatMap(\.items))
    }
    for group in groups {
      page.section(group.subject?.title ?? page.words[.others]) { $0.entries(of: group.items) }
    }
  }

  /// Touchpoints under their stages, use cases under their systems, risks the worst first.
  private static func groups(
    of elements: [Element], _ kind: ElementKind
  ) -> [Group<Element?, Element>] {
    switch kind {
    case .touchpoint, .timebox: groups(of: elements, by: \.parent)
    case .useCase: groups(of: elements) { UseCase(element: $0).system?.element }
    case .risk:
      [Group(subject: nil, items: elements.map(Risk.init).worstFirst.map(\.element))]
    default: [Group(subject: nil, items: elements)]
    }
  }

  private static func groups(
    of elements: [Element], by owner: (Element) -> Element?
  ) -> [Group<Element?, Element>] {
    var groups: [Group<Element?, Element>] = []
    var places: [ElementID?: Int] = [:]
    for element in elements {
      let owner = owner(element)
      if let place = places[owner?.id] {
        groups[place].items.append(element)
      } else {
        places[owner?.id] = groups.count
        groups.append(Group(subject: owner, items: [element]))
      }
    }
    return groups
  }
}
