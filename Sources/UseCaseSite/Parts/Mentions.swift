import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// Everything that names an element, grouped by what it says; without what the page has shown.
  mutating func mentions(of element: Element, without clauses: Set<Keyword> = []) {
    let groups = MentionGroup.groups(about: element, without: clauses)
    guard !groups.isEmpty else { return }
    section("Referred to by", anchor: "referred-to-by", class: "mentions") { page in
      page.block("dl") { page in
        for group in groups {
          page.block("div") { page in
            page.element("dt", text: group.title)
            page.element("dd") { page in
              page.block("ul") { page in
                for source in group.sources {
                  page.block("li") { page in
                    page.link(to: source)
                    page.text(" ")
                    page.element("span", .class("kind"), text: source.kind.noun)
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
      let title = MentionTitles.title(of: mention, from: source.kind)
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

/// What it means for an element to be named in a clause or a tail.
private enum MentionTitles {
  private static let byTail: [(Keyword, String)] = [
    (Keyword("answered by"), "Answers"), (Keyword("at"), "Extended at this point by"),
  ]

  private static let byClause: [(Keyword, String)] = [
    (Clauses.actors.keyword, "Takes part in"), (Clauses.supporting.keyword, "Supports"),
    (Clauses.realizedBy.keyword, "Realises"), (Clauses.delivers.keyword, "Delivered in"),
    (Clauses.include.keyword, "Included by"), (Clauses.extend.keyword, "Extended by"),
    (Clauses.threatens.keyword, "Threatened by"), (Clauses.owner.keyword, "Owns"),
    (Clauses.responsible.keyword, "Responsible for"),
    (Clauses.consulted.keyword, "Consulted about"), (Clauses.informed.keyword, "Informed of"),
    (Clauses.supports.keyword, "Supported by"), (Clauses.measuredBy.keyword, "Measures"),
    (Clauses.kpis.keyword, "Measures"), (Clauses.plays.keyword, "Played by"),
    (Clauses.personas.keyword, "Travels"), (Clauses.segment.keyword, "Stood for by"),
    (Clauses.channels.keyword, "Used at"), (Clauses.represents.keyword, "Represented by"),
    (Clauses.influences.keyword, "Influenced by"), (Clauses.heldBy.keyword, "Holds the role"),
    (Clauses.proactive.keyword, "Prepares for"), (Clauses.reactive.keyword, "Recovers"),
    (Clauses.opportunity.keyword, "Improves"), (Clauses.backstage.keyword, "Backstage at"),
    (Clauses.mitigation.keyword, "Mitigates"), (Clauses.engage.keyword, "Keeps in touch with"),
    (Clauses.reviewed.keyword, "Reviews"), (Clauses.of.keyword, "Shown in"),
    (Clauses.improves.keyword, "Improved by"), (Clauses.system.keyword, "Holds"),
    (Clauses.logJourney.keyword, "Recorded by"), (Clauses.activity.keyword, "Recorded by"),
    (Keyword("parents"), "Specialised by"), (Keyword("->"), "Stands on a path of"),
  ]

  private static let tails = Dictionary(byTail, uniquingKeysWith: { first, _ in first })
  private static let clauses = Dictionary(byClause, uniquingKeysWith: { first, _ in first })

  static func title(of mention: Mention, from kind: ElementKind) -> String {
    if mention.isLink { return "Mentioned in" }
    if let tail = mention.tail, let title = tails[tail] { return title }
    return clauses[mention.clause] ?? "Named by"
  }
}
