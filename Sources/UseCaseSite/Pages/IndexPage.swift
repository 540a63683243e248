import UseCaseModel
import UseCaseSyntax

/// Everything that has a name, by title.
struct IndexPage: PageKind {
  func pages(of site: Site) -> [Page] {
    [
      Page(.index, title: "Index") { page in
        page.heading("Index", lead: "Everything that has a name in this model.")
        let groups = IndexPage.groups(of: site)
        page.block("nav", .class("letters"), .label("Letters")) { page in
          for (place, group) in groups.enumerated() {
            page.element(
              "a", .href(Address("", "letter-" + String(place + 1))), text: group.letter)
            page.text(" ")
          }
        }
        page.block("div", .class("index")) { page in
          for (place, group) in groups.enumerated() {
            page.block("section", page.anchor("letter-" + String(place + 1))) { page in
              page.block("h2", text: group.letter)
              page.indexEntries(of: group.elements)
            }
          }
        }
      }
    ]
  }

  private static func groups(of site: Site) -> [(letter: String, elements: [Element])] {
    let elements = Array(site.model.elements.filter { $0.kind != .model }).sortedByTitle
    var groups: [(letter: String, elements: [Element])] = []
    for element in elements {
      let letter = element.title.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
      if let last = groups.indices.last, groups[last].letter == letter {
        groups[last].elements.append(element)
      } else {
        groups.append((letter, [element]))
      }
    }
    return groups
  }
}

extension PageWriter {
  fileprivate mutating func indexEntries(of elements: [Element]) {
    block("ul") { page in
      for element in elements {
        page.block("li") { page in
          page.link(to: element)
          page.text(" ")
          page.element("span", .class("kind"), text: element.kind.noun)
        }
      }
    }
  }
}
