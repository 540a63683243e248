import UseCaseModel
import UseCaseSyntax

/// Writes the rows of a facts panel: a name and what it says.
struct FactsWriter {
  private(set) var page: PageWriter
  private(set) var isEmpty = true

  init(_ page: PageWriter) { self.page = page }

  var words: Words { page.words }

  mutating func row(_ name: Phrase, content: (inout PageWriter) -> Void) {
    row(words[name], content: content)
  }

  mutating func row(_ name: String, content: (inout PageWriter) -> Void) {
    isEmpty = false
    page.block("div") { page in
      page.element("dt", text: name)
      page.element("dd", content: content)
    }
  }

  mutating func row(_ name: Phrase, _ value: String?) {
    guard let value else { return }
    row(name) { $0.text(value) }
  }

  mutating func row(_ name: Phrase, _ elements: [Element]) {
    guard !elements.isEmpty else { return }
    row(name) { $0.links(to: elements) }
  }

  mutating func row(_ name: Phrase, _ texts: [TextSyntax]) {
    guard !texts.isEmpty else { return }
    row(name) { page in
      guard texts.count > 1 else { return page.text(texts[0]) }
      page.list(of: texts)
    }
  }

  mutating func row(_ name: Phrase, _ element: Element?) {
    guard let element else { return }
    row(name, [element])
  }

  mutating func row<Value: Choice>(_ name: Phrase, _ value: Value?) {
    row(name, value.map { words[choice: $0].capitalizedStart })
  }

  /// RACI, but for the owner.
  mutating func responsibilities(of element: Element) {
    row(.responsible, element.targets(Clauses.responsible))
    row(.consulted, element.targets(Clauses.consulted))
    row(.informed, element.targets(Clauses.informed))
  }

  /// What every declaration may say.
  mutating func common(_ element: Element) {
    if let owner = element.owner {
      let isOwn = element.first(Clauses.owner) != nil
      row(isOwn ? .owner : .ownerInherited, [owner])
    }
    if element.namespace?.kind == .package { row(.package, element.namespace) }
    row(.writtenIn) { $0.source(element.place) }
    if let clause = element.first(Clauses.reviewed) { row(.reviewed) { $0.review(clause) } }
  }
}

extension PageWriter {
  /// A panel of facts; nothing where there are none.
  mutating func facts(_ write: (inout FactsWriter) -> Void) {
    var facts = FactsWriter(inner)
    write(&facts)
    guard !facts.isEmpty else { return }
    block("dl", .class("facts")) { $0.append(facts.page) }
  }

  fileprivate mutating func review(_ clause: ClauseSyntax) {
    date(clause.date)
    if let every = clause.every {
      text(", ")
      text(.every, words[every])
    }
    if let who = clause.by?.reference {
      text(" ")
      text(.by) { $0.link(who) }
    }
  }

  /// A day.
  mutating func date(_ date: CalendarDate?) {
    guard let date else { return }
    element("time", Attribute("datetime", date.description), text: date.description)
  }
}
