import UseCaseModel
import UseCaseSyntax

/// All terms with their definitions, by title.
struct GlossaryPage: PageKind {
  func pages(of site: Site) -> [Page] {
    let terms = site.elements(.term).sortedByTitle
    guard !terms.isEmpty else { return [] }
    return [
      Page(
        .glossary, title: site.words[.glossary], section: Section.of(.term), details: terms
      ) { page in
        page.heading(.glossary, lead: page.words[.glossaryLead])
        page.block("div", .class("glossary")) { page in
          for term in terms { page.term(term) }
        }
      }
    ]
  }
}

extension PageWriter {
  fileprivate mutating func term(_ term: Element) {
    let address = site.address(of: term)
    block("section", anchor(address?.fragment)) { page in
      page.block("h2", text: term.title)
      page.findings(about: term)
      let synonyms = term.texts(Clauses.synonym)
      if !synonyms.isEmpty {
        page.block("p", .class("synonyms")) { page in
          page.text(.also, synonyms.map(\.string).joined(separator: ", "))
        }
      }
      if let description = term.description {
        page.block("div", .class("prose")) { $0.markdown(description, below: 2) }
      }
      let users = term.mentions.compactMap(\.source).filter { $0 != term && !$0.isForeign }
      var seen: Set<ElementID> = []
      let sources = users.filter { seen.insert($0.id).inserted }
      guard !sources.isEmpty else { return }
      page.block("p", .class("synonyms")) { page in
        page.text(.mentionedIn)
        page.text(" ")
        page.links(to: sources)
      }
    }
  }
}

extension [Element] {
  /// By title without regard to case, then by key: an order that no locale changes.
  var sortedByTitle: [Element] {
    map { (title: $0.title.lowercased(), key: $0.key, element: $0) }
      .sorted { ($0.title, $0.key) < ($1.title, $1.key) }.map(\.element)
  }
}
