import UseCaseModel
import UseCaseSyntax

/// Who takes part in a sequence: an actor, or the system of the use case.
enum Lifeline: Hashable {
  case actor(Actor)
  case system(System?)

  var element: Element? {
    switch self {
    case .actor(let actor): actor.element
    case .system(let system): system?.element
    }
  }

  var title: String { element?.title ?? "System" }
}

/// The steps of a use case as messages from lifeline to lifeline.
///
/// An actor speaks to the system; the system answers the actor who spoke last where the step begins
/// with a word such as "shows" or "asks", and otherwise does something by itself. A step that links
/// somebody who takes part, or names him right behind its verb, is a message to him.
struct SequenceMessages {
  /// What a step is in a sequence.
  enum Message {
    case call(from: Lifeline, to: Lifeline, text: String)
    case inclusion(title: String, Element?)
  }

  private let flow: FlowGraph
  /// By step.
  private(set) var messages: [Message] = []
  /// From left to right: who begins, the system, who helps.
  private(set) var lifelines: [Lifeline] = []

  private let system: Lifeline?
  /// The words of each name.
  private let addressees: [(name: [Substring], lifeline: Lifeline)]
  private let primary: Set<ElementID>

  init(_ flow: FlowGraph) {
    self.flow = flow
    primary = Set(flow.useCase.primaryActors.map(\.id))
    let acts = flow.steps.contains { if case .system = $0.subject { true } else { false } }
    system =
      flow.useCase.system.map { Lifeline.system($0) }
      ?? flow.steps.lazy.compactMap { step -> Lifeline? in
        if case .system(let system) = step.subject { .system(system) } else { nil }
      }.first ?? (acts ? .system(nil) : nil)
    addressees = Self.names(
      of: flow.useCase.participants.map { .actor($0) } + [system].compactMap { $0 })
    // In a branch, whoever spoke last before it is still there.
    var partners = [Lifeline?](repeating: nil, count: flow.steps.count)
    for block in flow.blocks {
      var partner =
        block.anchors.first.flatMap { partners[$0] }
        ?? flow.useCase.primaryActors.first.map { .actor($0) }
      for step in block.steps {
        if case .actor(let actor) = flow.steps[step].subject, isPrimary(.actor(actor)) {
          partner = .actor(actor)
        }
        partners[step] = partner
      }
    }
    messages = zip(flow.steps, partners).map { message(of: $0, partner: $1) }
    lifelines = orderedLifelines()
  }

  private func orderedLifelines() -> [Lifeline] {
    var met: [Lifeline] = []
    var seen: Set<Lifeline> = []
    for case .call(let from, let to, _) in messages {
      for lifeline in [from, to] where seen.insert(lifeline).inserted { met.append(lifeline) }
    }
    // A use case that only includes others is still somebody's.
    if met.isEmpty {
      met = flow.useCase.primaryActors.map { .actor($0) } + [system ?? .system(nil)]
    }
    let (first, others) = (met.filter(isPrimary), met.filter { !isPrimary($0) })
    return first + others.filter { $0 == system } + others.filter { $0 != system }
  }

  /// Whether it is a primary actor, or a child or parent of one.
  private func isPrimary(_ lifeline: Lifeline) -> Bool {
    guard case .actor(let actor) = lifeline else { return false }
    return ([actor] + actor.ancestors + actor.children).contains { primary.contains($0.id) }
  }

  // MARK: Steps

  private func message(of step: FlowGraph.Step, partner: Lifeline?) -> Message {
    if let inclusion = step.syntax.inclusion {
      return .inclusion(title: step.inclusion?.title ?? inclusion.name, step.inclusion?.element)
    }
    let model = flow.useCase.model
    var text = step.syntax.prose?.plainText(in: model) ?? ""
    if let range = step.subjectRange, let prose = step.syntax.prose {
      text = String(text.dropFirst(prose.syntax.tree.source[range].count))
    }
    text = String(text.drop { $0 == " " })
    switch step.subject {
    case .actor(let actor):
      let from = Lifeline.actor(actor)
      let to = addressee(of: step, text, from: from) ?? system
      return .call(from: from, to: to ?? from, text: text)
    case .system, .none, .unknown:
      let from = system ?? partner ?? .system(nil)
      if let named = addressee(of: step, text, from: from) {
        return .call(from: from, to: named, text: text)
      }
      let verb = text.prefix { $0 != " " }.lowercased()
      let answers = SequenceMessages.answering.contains(verb)
      return .call(from: from, to: answers ? partner ?? from : from, text: text)
    }
  }

  /// What a system does towards somebody.
  private static let answering: Set<String> = [
    "answers", "asks", "announces", "apologises", "apologizes", "confirms", "displays", "explains",
    "greets", "informs", "invites", "lists", "names", "notifies", "offers", "presents", "prints",
    "prompts", "proposes", "reminds", "replies", "reports", "says", "shows", "states", "suggests",
    "tells", "thanks", "warns", "welcomes",
  ]

  /// Who else a step is about: whom it links, or whom it names behind its verb or behind "to".
  private func addressee(
    of step: FlowGraph.Step, _ text: String, from: Lifeline
  ) -> Lifeline? {
    let linked = flow.useCase.element.targets(of: step.syntax.prose?.references ?? [])
    for element in linked {
      let lifeline = element.as(Actor.self).map { Lifeline.actor($0) }
      if let lifeline, lifeline != from { return lifeline }
    }
    let words = text.lowercased().split(separator: " ")
    return addressees.first { name, lifeline in
      lifeline != from && SequenceMessages.words(words, address: name)
    }?.lifeline
  }

  /// How a text may call who takes part: by title, and by the last word of a title where only one
  /// has it.
  private static func names(of lifelines: [Lifeline]) -> [(name: [Substring], lifeline: Lifeline)] {
    let titles = lifelines.map { ($0.title.lowercased().split(separator: " "), $0) }
    let short = titles.compactMap { title, lifeline in title.last.map { ($0, lifeline) } }
    let counts = Dictionary(short.map { ($0.0, 1) }, uniquingKeysWith: +)
    let unique = short.filter { counts[$0.0] == 1 && $0.0 != "system" }
    return titles + unique.map { ([$0.0], $0.1) }
  }

  /// Whether a text that begins with its verb speaks to somebody: "asks the clerk …", "sends it to the
  /// clerk".
  private static func words(_ words: [Substring], address name: [Substring]) -> Bool {
    guard let first = name.first, words.count > name.count else { return false }
    for start in 1...(words.count - name.count) where words[start] == first {
      let end = start + name.count
      guard words[start..<end].elementsEqual(name) else { continue }
      // "The customer account" is about something else.
      guard end == words.count || behindNames.contains(String(words[end])) else { continue }
      var before = start - 1
      while before > 0, ["the", "a", "an"].contains(words[before]) { before -= 1 }
      if before == 0 || ["to", "with", "from"].contains(words[before]) { return true }
    }
    return false
  }

  /// Words that follow a name which stands for itself.
  private static let behindNames: Set<String> = [
    "a", "about", "again", "an", "and", "as", "at", "before", "by", "for", "his", "her", "how",
    "if", "in", "into", "its", "of", "on", "once", "or", "so", "that", "the", "their", "to",
    "under", "until", "what", "when", "where", "whether", "which", "who", "why", "with",
  ]

  // MARK: Words

  /// What a reader who does not see the picture is told.
  var description: String {
    let names = lifelines.map(\.title).joined(separator: ", ")
    let lines = zip(flow.steps, messages).map { step, message in
      switch message {
      case .call(let from, let to, let text):
        from == to
          ? "\(step.label) \(from.title): \(text)."
          : "\(step.label) \(from.title) to \(to.title): \(text)."
      case .inclusion(let title, _): "\(step.label) includes \(title)."
      }
    }
    return "Between \(names). " + lines.joined(separator: " ")
  }
}
