import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// The head of an element's page: what it is, what it is called, what it is for.
  mutating func heading(
    of element: Element, lead: TextSyntax?, badges: (inout PageWriter) -> Void
  ) {
    block("header", .class("title")) { page in
      page.image(of: element, class: element.kind == .touchpoint ? "snapshot" : "portrait")
      page.block("p", .class("eyebrow")) { page in
        page.text(page.words.noun(element.kind).capitalizedStart)
        if let identifier = element.identifier {
          page.text(" ")
          page.element("span", .class("identifier"), text: identifier)
        }
      }
      page.block("h1", text: element.title)
      if let lead { page.block("p", .class("lead")) { $0.text(lead) } }
      page.badges("p") { page in
        badges(&page)
        for tag in element.tags { page.badge(tag, .plain, prefix: .tag) }
      }
    }
  }

  /// The head of a page that is about no single element.
  mutating func heading(_ title: Phrase, lead: String? = nil) {
    if let lead { return heading(title) { $0.text(lead) } }
    block("header", .class("title")) { $0.block("h1", text: title) }
  }

  /// The same; `lead` writes the sentence below the title.
  mutating func heading(_ title: Phrase, lead: (inout PageWriter) -> Void) {
    block("header", .class("title")) { page in
      page.block("h1", text: title)
      page.block("p", .class("lead"), content: lead)
    }
  }

  /// A part of the page with a heading of its own.
  mutating func section(
    _ title: Phrase, anchor name: String? = nil, class: String? = nil,
    content: (inout PageWriter) -> Void
  ) {
    section(words[title], anchor: name, class: `class`, content: content)
  }

  /// A part of the page with a heading of its own.
  mutating func section(
    _ title: String, anchor name: String? = nil, class: String? = nil,
    content: (inout PageWriter) -> Void
  ) {
    block("section", anchor(name), `class`.map { .class($0) }) { page in
      page.block("h2", text: title)
      content(&page)
    }
  }

  /// Further remarks and addresses outside.
  mutating func remarks(of element: Element) {
    let notes = element.notes
    let links = element.links
    guard !notes.isEmpty || !links.isEmpty else { return }
    section(.notes, anchor: "notes") { page in
      page.list(of: notes)
      guard !links.isEmpty else { return }
      page.block("ul", .class("outside")) { page in
        for link in links {
          page.block("li") { page in
            guard let href = Attribute.href(outside: link.address) else {
              return page.text(link.title + " (" + link.address + ")")
            }
            page.element("a", href, Attribute("rel", "noreferrer"), text: link.title)
          }
        }
      }
    }
  }

  /// A list of texts.
  mutating func list(of texts: [TextSyntax]) {
    guard !texts.isEmpty else { return }
    block("ul", .class("texts")) { page in
      for text in texts { page.block("li") { $0.text(text) } }
    }
  }

  /// The ways to what stands before and behind in the source.
  mutating func neighbours(_ neighbours: Neighbours) {
    guard !isPart, neighbours.previous != nil || neighbours.next != nil else { return }
    block("nav", .class("neighbours"), .label(.previousAndNext)) { page in
      let ways: [(Element?, Phrase, String)] = [
        (neighbours.previous, .previous, "previous"), (neighbours.next, .next, "next"),
      ]
      for (element, words, name) in ways {
        guard let element, let address = page.site.address(of: element) else { continue }
        page.block("a", .class(name), .href(address)) { page in
          page.element("span", .class("direction"), text: words)
          page.text(" ")
          page.element("span", .class("name"), text: element.title)
        }
      }
    }
  }
}
