import UseCaseModel
import UseCaseSyntax

/// A list of all elements of a kind, for each kind in the navigation.
struct ListPages: PageKind {
  func pages(of site: Site) -> [Page] {
    Section.groups.flatMap(\.sections).compactMap { section in
      let elements = site.elements(section.kind)
      guard section.kind != .term, !elements.isEmpty else { return nil }
      return Page(section.address, title: section.title, section: section) { page in
        page.heading(section.title, lead: ListPages.explanation(of: section.kind))
        ListPages.write(elements, section.kind, to: &page)
      }
    }
  }

  private static func explanation(of kind: ElementKind) -> String? {
    Vocabulary.declaration(kind)?.documentation
  }

  /// Touchpoints under their stages, use cases under their systems, KPIs as a table.
  private static func write(
    _ elements: [Element], _ kind: ElementKind, to page: inout PageWriter
  ) {
    switch kind {
    case .kpi: page.comparison(of: elements.map(KPI.init))
    case .touchpoint: writeGroups(of: elements, by: \.parent, to: &page)
    case .useCase:
      writeGroups(of: elements, by: { UseCase(element: $0).system?.element }, to: &page)
    case .timebox: writeGroups(of: elements, by: \.parent, to: &page)
    default: page.entries(of: elements)
    }
  }

  private static func writeGroups(
    of elements: [Element], by owner: (Element) -> Element?, to page: inout PageWriter
  ) {
    var groups: [(owner: Element?, elements: [Element])] = []
    var places: [ElementID?: Int] = [:]
    for element in elements {
      let owner = owner(element)
      if let place = places[owner?.id] {
        groups[place].elements.append(element)
      } else {
        places[owner?.id] = groups.count
        groups.append((owner, [element]))
      }
    }
    guard groups.count > 1 || groups.first?.owner != nil else {
      return page.entries(of: elements)
    }
    for group in groups {
      page.section(group.owner?.title ?? "Others") { $0.entries(of: group.elements) }
    }
  }
}
