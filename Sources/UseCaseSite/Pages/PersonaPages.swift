import UseCaseModel
import UseCaseSyntax

/// A persona: a portrait in the customer's own words, and what answers it.
struct PersonaPages: ElementPageKind {
  let shownMentions: Set<Keyword> = [Clauses.personas.keyword]

  func writeBadges(of persona: Persona, to page: inout PageWriter) {
    for value in persona.texts(Clauses.caresAbout) {
      page.badge(value.string, .plain, prefix: .caresAbout)
    }
  }

  func writeFacts(of persona: Persona, to facts: inout FactsWriter) {
    facts.row(.plays, persona.targets(Clauses.plays))
    facts.row(.segment, persona.targets(Clauses.segment))
    facts.row(.journeys, persona.element.users(by: Clauses.personas))
  }

  func writeSections(of persona: Persona, to page: inout PageWriter) {
    if let quote = persona[Clauses.quote] {
      page.block("blockquote", .class("quote")) { page in
        page.block("p") { $0.text(quote) }
      }
    }
    let groups: [(Phrase, [ClauseSyntax])] = [
      (.goals, persona.clauses(Clauses.goals)), (.needs, persona.clauses(Clauses.needs)),
      (.expectations, persona.clauses(Clauses.expects)),
      (.frustrations, persona.clauses(Clauses.frustration)),
      (.habits, persona.clauses(Clauses.behavior)),
    ].filter { !$0.1.isEmpty }
    if !groups.isEmpty {
      page.section(.portrait, anchor: "portrait") { page in
        page.block("div", .class("cards")) { page in
          for (title, clauses) in groups { page.card(title) { $0.answered(clauses) } }
        }
      }
    }
    page.evidence(of: persona.element)
  }
}
