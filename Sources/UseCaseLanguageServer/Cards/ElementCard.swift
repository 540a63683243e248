import UseCaseModel
import UseCaseSyntax

/// What a reader wants to know of an element at a glance: its goal, who takes part, where it is used.
struct ElementCard {
  private let element: Element
  private static let mostNames = 8

  init(_ element: Element) { self.element = element }

  var markdown: String {
    var blocks = [heading]
    if let description = element.description, !description.isEmpty {
      blocks.append(visibleLines(description.string))
    }
    let facts = facts
    if !facts.isEmpty { blocks.append(facts.map { "- \($0)" }.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n")
  }

  private var heading: String {
    let identifier = element.identifier.map { Markup.escaped($0) + " " } ?? ""
    return "**\(identifier)\(Markup.escaped(element.title))**  \n"
      + "\(element.kind.noun) `\(visible(element.qualifiedName))`"
  }

  private func visibleLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
      .joined(separator: "\n")
  }

  private var facts: [String] {
    var facts: [String] = []
    switch element.kind {
    case .useCase: facts += useCaseFacts(UseCase(element: element))
    case .touchpoint: facts += touchpointFacts(Touchpoint(element: element))
    case .actor: facts += actorFacts(Actor(element: element))
    case .stage, .moment:
      if let parent = element.parent { facts.append(fact(parent.kind.noun, [parent])) }
    case .persona: facts += self.facts(Clauses.plays, "plays")
    case .objective: facts += self.facts(Clauses.measuredBy, "measured by")
    default: break
    }
    if let owner = element.owner { facts.append(fact("owner", [owner])) }
    facts += uses
    return facts
  }

  private func useCaseFacts(_ useCase: UseCase) -> [String] {
    var facts: [String] = []
    if let goal = useCase[Clauses.goal]?.string { facts.append("goal: \(Markup.escaped(goal))") }
    facts += self.facts(Clauses.actors, "actors") + self.facts(Clauses.supporting, "supporting")
    if let system = useCase.system { facts.append(fact("system", [system.element])) }
    var state: [String] = []
    if let priority = useCase.priority { state.append("priority \(priority.rawValue)") }
    if let effort = useCase[Clauses.effort] { state.append("effort \(formatted(effort))") }
    state.append("status \(useCase.status.rawValue)")
    facts.append(state.joined(separator: ", "))
    if let flow = useCase.flowGraph {
      let branches = flow.branches.count
      facts.append(
        "\(flow.mainSteps.count) steps, \(branches) branch\(branches == 1 ? "" : "es")")
    }
    let touchpoints = useCase.touchpoints.map(\.element)
    if !touchpoints.isEmpty { facts.append(fact("realises", touchpoints) { place(of: $0) }) }
    return facts
  }

  /// A touchpoint with the journey and the stage that it stands in.
  private func place(of touchpoint: Element) -> String? {
    [touchpoint.namespace?.title, touchpoint.parent?.title].compactMap(\.self)
      .map(Markup.escaped).joined(separator: ", ")
  }

  private func touchpointFacts(_ touchpoint: Touchpoint) -> [String] {
    var facts: [String] = []
    if let place = place(of: element) { facts.append("journey: \(place)") }
    facts += self.facts(Clauses.channels, "channels")
    if let outcome = touchpoint[Clauses.outcome]?.string {
      facts.append("outcome: \(Markup.escaped(outcome))")
    }
    if let feeling = touchpoint.feeling { facts.append("feels \(feeling.rawValue)") }
    facts += self.facts(Clauses.realizedBy, "realised by")
    return facts
  }

  private func actorFacts(_ actor: Actor) -> [String] {
    var facts = ["kind: \(actor.actorKind.rawValue)\(actor.isAbstract ? ", abstract" : "")"]
    let parents = actor.parents.map(\.element)
    if !parents.isEmpty { facts.append(fact("a kind of", parents)) }
    let useCases = actor.ownUseCases.map(\.element)
    if !useCases.isEmpty { facts.append(fact("takes part in", useCases)) }
    return facts
  }

  /// What other elements say of it, by clause.
  private var uses: [String] {
    let clauses: [(String, Keyword)] = [
      ("included by", Clauses.include.keyword), ("extended by", Clauses.extend.keyword),
      ("delivered by", Clauses.delivers.keyword), ("children", .parents),
    ]
    return clauses.compactMap { name, keyword in
      let users = element.users(by: [keyword])
      return users.isEmpty ? nil : fact(name, users)
    }
  }

  private func facts(_ clause: Clause<[ReferenceSyntax]>, _ name: String) -> [String] {
    let targets = element.targets(clause)
    return targets.isEmpty ? [] : [fact(name, targets)]
  }

  private func fact(
    _ name: String, _ elements: [Element], detail: (Element) -> String? = { _ in nil }
  ) -> String {
    var texts = elements.prefix(ElementCard.mostNames).map { element in
      Markup.escaped(element.title) + (detail(element).map { " (\($0))" } ?? "")
    }
    let rest = elements.count - texts.count
    if rest > 0 { texts.append("\(rest) more") }
    return "\(name): \(listed(texts))"
  }
}
