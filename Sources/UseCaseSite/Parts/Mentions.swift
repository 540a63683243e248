import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// Everything that names an element, grouped by what it says; without what the page has shown.
  mutating func mentions(of element: Element, without clauses: Set<Keyword> = []) {
    let groups = MentionGroup.groups(about: element, without: clauses)
    guard !groups.isEmpty else { return }
    section(.referredToBy, anchor: "referred-to-by", class: "mentions") { page in
      page.block("dl") { page in
        for group in groups {
          page.block("div") { page in
            page.element("dt", text: page.words[english: group.title])
            page.element("dd") { page in
              page.block("ul") { page in
                for source in group.sources {
                  page.block("li") { page in
                    page.link(to: source)
                    page.text(" ")
                    page.element("span", .class("kind"), text: page.words.noun(source.kind))
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// What names an element in one way.
private struct MentionGroup {
  /// In English, as the model has it.
  let title: String
  var sources: [Element]

  static func groups(about element: Element, without clauses: Set<Keyword>) -> [MentionGroup] {
    var groups: [MentionGroup] = []
    var places: [String: Int] = [:]
    var seen: [String: Set<ElementID>] = [:]
    for mention in element.mentions {
      guard let source = mention.source, source != element, !source.isForeign,
        mention.isLink || !clauses.contains(mention.clause)
      else { continue }
      let title = mention.title
      guard seen[title, default: []].insert(source.id).inserted else { continue }
      if let place = places[title] {
        groups[place].sources.append(source)
      } else {
        places[title] = groups.count
        groups.append(MentionGroup(title: title, sources: [source]))
      }
    }
    return groups
  }
}
