import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// A box with a heading and a few texts.
  mutating func card(_ title: Phrase, _ texts: [TextSyntax]) {
    card(title) { page in
      guard texts.count > 1 else {
        for text in texts { page.block("p") { $0.text(text) } }
        return
      }
      page.list(of: texts)
    }
  }

  /// A box with a heading.
  mutating func card(_ title: Phrase, class: String = "card", content: (inout PageWriter) -> Void) {
    block("div", .class(`class`)) { page in
      page.block("h3", text: title)
      content(&page)
    }
  }

  /// What a customer needs, fears or suffers, each with what answers it.
  mutating func answered(_ clauses: [ClauseSyntax]) {
    block("ul", .class("texts")) { page in
      for clause in clauses {
        page.block("li") { page in
          if let text = clause.text { page.text(text) }
          page.answers(clause.answeredBy)
        }
      }
    }
  }

  private mutating func answers(_ references: [ReferenceSyntax]) {
    guard !references.isEmpty else { return }
    text(" ")
    element("span", .class("answer")) { page in
      page.text(.answeredBy) { page in
        for (index, reference) in references.enumerated() {
          if index > 0 { page.text(", ") }
          page.link(reference)
        }
      }
    }
  }

  /// Measures with who takes them, and within what time.
  mutating func measures(_ clauses: [ClauseSyntax]) {
    block("ul", .class("texts")) { page in
      for clause in clauses {
        page.block("li") { page in
          if let text = clause.text { page.text(text) }
          if clause.by == nil, clause.within == nil, clause.every == nil { return }
          page.text(" ")
          page.element("span", .class("answer")) { $0.circumstances(of: clause) }
        }
      }
    }
  }

  private mutating func circumstances(of clause: ClauseSyntax) {
    if let who = clause.by?.reference {
      text(.by) { $0.link(who) }
      if clause.within != nil || clause.every != nil { text(", ") }
    }
    if let within = clause.within { text(.within, words[within]) }
    if let every = clause.every { text(.every, words[every]) }
  }

  /// Where an insight comes from.
  mutating func evidence(of element: Element) {
    let clauses = element.clauses(Clauses.evidence)
    guard !clauses.isEmpty else { return }
    section(.evidence, anchor: "evidence") { page in
      page.block("ul", .class("texts")) { page in
        for clause in clauses {
          page.block("li") { page in
            if let text = clause.text { page.text(text) }
            guard let date = clause.on else { return }
            page.text(", ")
            page.date(date)
          }
        }
      }
    }
  }

  /// A score from 1 to 5 in words and dots.
  mutating func score(_ score: Int?) {
    guard let score else { return }
    let filled = min(max(score, 0), 5)
    element("span", .class("dots"), Attribute("aria-hidden", "true")) { page in
      page.text(String(repeating: "●", count: filled) + String(repeating: "○", count: 5 - filled))
    }
    text(" ")
    text(.scoreOf, String(score), "5")
  }

  /// Beyond this many, entries are names alone.
  private static var greatestEntries: Int { 120 }

  /// Elements as entries with what they are for; where they are many, as names alone.
  mutating func entries(of elements: [Element]) {
    guard elements.count <= PageWriter.greatestEntries else {
      return block("ul", .class("index names")) { page in
        for element in elements { page.element("li") { $0.link(to: element) } }
      }
    }
    block("ul", .class("entries")) { page in
      for element in elements { page.entry(of: element) }
    }
  }

  private mutating func entry(of element: Element) {
    block("li") { page in
      page.block("div", .class("name")) { page in
        if let identifier = element.identifier {
          page.element("span", .class("identifier"), text: identifier)
          page.text(" ")
        }
        page.link(to: element)
      }
      if let summary = element.oneLine {
        page.block("p", .class("summary")) { page in
          switch summary {
          case .text(let text): page.text(text)
          case .description(let description): page.summary(description)
          }
        }
      }
      page.badges("div") { $0.entryBadges(of: element) }
    }
  }

  private mutating func entryBadges(of element: Element) {
    switch element.kind {
    case .useCase:
      let useCase = UseCase(element: element)
      badge(useCase.priority)
      badge(useCase.status)
    case .touchpoint:
      if let feeling = Touchpoint(element: element).feeling { badge(feeling) }
    case .kpi:
      if let current = element.clauses(Clauses.current).last?.quantity {
        badge(words[current], .plain, prefix: .now)
      }
    case .risk:
      let risk = Risk(element: element)
      if let score = risk.inherent { badge(words(of: score), score.tone) }
      if let score = risk.residual { badge(words(of: score), score.tone, prefix: .afterwards) }
    case .timebox, .increment:
      if let from = element[Clauses.from], let to = element[Clauses.to] {
        badge(from.description + "\u{2009}–\u{2009}" + to.description, .plain)
      }
    case .actor: badge(choice: Actor(element: element).actorKind)
    default: break
    }
  }
}

/// What is said of an element where there is room for a line.
enum OneLine {
  case text(TextSyntax)
  case description(TextSyntax)

  var text: TextSyntax {
    switch self {
    case .text(let text), .description(let text): text
    }
  }
}

extension Element {
  /// Its goal, its outcome or its description.
  var oneLine: OneLine? {
    switch kind {
    case .useCase, .timebox, .increment:
      if let goal = self[Clauses.goal] { return .text(goal) }
    case .touchpoint:
      if let outcome = self[Clauses.outcome] { return .text(outcome) }
    case .persona:
      if let quote = self[Clauses.quote] { return .text(quote) }
    default: break
    }
    if let description { return .description(description) }
    return kind == .stakeholder ? texts(Clauses.goals).first.map(OneLine.text) : nil
  }
}
