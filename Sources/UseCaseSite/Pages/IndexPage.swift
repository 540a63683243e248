import UseCaseModel
import UseCaseSyntax

/// Everything that has a name, by title, on as many pages as it takes.
struct IndexPage: PageKind {
  /// How many names stand on a page.
  private static let limit = 500

  func pages(of site: Site) -> [Page] {
    let groups = IndexPage.groups(of: site)
    let pages = paged(groups, limit: IndexPage.limit)
    let letters = IndexPage.letters(of: pages)
    return pages.enumerated().map { index, groups in
      let address = Address.index.numbered(index + 1)
      return Page(address, title: site.words[.index], board: .index, details: []) { page in
        page.heading(.index, lead: page.words[.indexLead])
        page.block("nav", .class("letters"), .label(.letters)) { page in
          for (letter, address) in letters {
            page.element("a", .href(address), text: letter)
            page.text(" ")
          }
        }
        page.block("div", .class("index")) { page in
          for group in groups where !group.items.isEmpty {
            page.block("section", page.anchor(IndexPage.anchor(of: group.subject))) { page in
              page.block("h2", text: group.subject)
              page.indexEntries(of: group.items)
            }
          }
        }
        page.pager(.index, page: index + 1, of: pages.count)
      }
    }
  }

  private static func groups(of site: Site) -> [Group<String, Element>] {
    let elements = Array(site.model.elements.filter { $0.kind != .model }).sortedByTitle
    var groups: [Group<String, Element>] = []
    for element in elements {
      let letter = element.title.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
      if let last = groups.indices.last, groups[last].subject == letter {
        groups[last].items.append(element)
      } else {
        groups.append(Group(subject: letter, items: [element]))
      }
    }
    return groups
  }

  /// Where each letter begins.
  private static func letters(of pages: [[Group<String, Element>]]) -> [(String, Address)] {
    var seen: Set<String> = []
    return pages.enumerated().flatMap { index, groups in
      groups.filter { !$0.items.isEmpty && seen.insert($0.subject).inserted }.map { group in
        (group.subject, Address(Address.index.numbered(index + 1).page, anchor(of: group.subject)))
      }
    }
  }

  private static func anchor(of letter: String) -> String {
    "letter-" + (letter == "#" ? "other" : slug(ofKey: letter).name)
  }
}

extension PageWriter {
  fileprivate mutating func indexEntries(of elements: [Element]) {
    block("ul") { page in
      for element in elements {
        page.block("li") { page in
          page.link(to: element)
          page.text(" ")
          page.element("span", .class("kind"), text: page.words.noun(element.kind))
        }
      }
    }
  }
}
