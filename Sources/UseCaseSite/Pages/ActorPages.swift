import UseCaseModel
import UseCaseSyntax

/// An actor: what it takes part in, itself and by what it specialises.
struct ActorPages: ElementPageKind {
  func pictures(of actor: Actor) -> [PictureRequest] {
    [PictureRequest(.useCases, of: actor.element)]
  }

  let shownMentions: Set<Keyword> = [
    Clauses.actors.keyword, Clauses.supporting.keyword, Clauses.represents.keyword,
    Clauses.plays.keyword, Keyword("parents"),
  ]

  func writeBadges(of actor: Actor, to page: inout PageWriter) {
    page.badge(actor.actorKind.rawValue.capitalizedFirst, .plain)
    if actor.isAbstract { page.badge("Abstract", .plain) }
  }

  func writeFacts(of actor: Actor, to facts: inout FactsWriter) {
    facts.row("Specialises", actor.parents.map(\.element))
    facts.row("Specialised by", actor.children.map(\.element))
    facts.row("Stakeholders", actor.element.users(by: Clauses.represents))
    facts.row("Personas", actor.element.users(by: Clauses.plays))
  }

  func writeSections(of actor: Actor, to page: inout PageWriter) {
    let own = actor.ownUseCases
    if !own.isEmpty {
      page.section("Use cases", anchor: "use-cases") { page in
        page.picture(PictureRequest(.useCases, of: actor.element))
        page.entries(of: own.map(\.element))
      }
    }
    let known = Set(own.map(\.id))
    for ancestor in actor.ancestors {
      let inherited = ancestor.ownUseCases.filter { !known.contains($0.id) }
      guard !inherited.isEmpty else { continue }
      page.section("Use cases as " + ancestor.title) { $0.entries(of: inherited.map(\.element)) }
    }
    let touchpoints = actor.element.users(by: Clauses.touchpointActors)
      .filter { $0.kind == .touchpoint }
    guard !touchpoints.isEmpty else { return }
    page.section("Touchpoints", anchor: "touchpoints") { $0.entries(of: touchpoints) }
  }
}
