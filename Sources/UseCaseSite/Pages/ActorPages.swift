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
    page.badge(choice: actor.actorKind)
    if actor.isAbstract { page.badge(.abstract, .plain) }
  }

  func writeFacts(of actor: Actor, to facts: inout FactsWriter) {
    facts.row(.specialises, actor.parents.map(\.element))
    facts.row(.specialisedBy, actor.children.map(\.element))
    facts.row(.stakeholders, actor.element.users(by: Clauses.represents))
    facts.row(.personas, actor.element.users(by: Clauses.plays))
  }

  func writeSections(of actor: Actor, to page: inout PageWriter) {
    let own = actor.ownUseCases
    if !own.isEmpty {
      page.section(.useCases, anchor: "use-cases") { page in
        page.picture(PictureRequest(.useCases, of: actor.element))
        page.entries(of: own.map(\.element))
      }
    }
    let known = Set(own.map(\.id))
    for ancestor in actor.ancestors {
      let inherited = ancestor.ownUseCases.filter { !known.contains($0.id) }
      guard !inherited.isEmpty else { continue }
      page.section(page.words[.useCasesAs, ancestor.title]) {
        $0.entries(of: inherited.map(\.element))
      }
    }
    let touchpoints = actor.element.users(by: Clauses.touchpointActors)
      .filter { $0.kind == .touchpoint }
    guard !touchpoints.isEmpty else { return }
    page.section(.touchpoints, anchor: "touchpoints") { $0.entries(of: touchpoints) }
  }
}
