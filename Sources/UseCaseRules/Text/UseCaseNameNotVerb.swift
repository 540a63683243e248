import UseCaseModel
import UseCaseSyntax

struct UseCaseNameNotVerb: Rule {
  static let info = RuleInfo(
    name: "usecase-name-not-verb", category: .text, severity: .warning, source: .ambler,
    summary: "The title of a use case does not begin with a verb.",
    rationale: """
      A use case is something that somebody does; a title without a verb names a screen, a thing \
      or a department, and nobody knows when it is finished.
      """,
    bad: """
      model M { language en }
      actor Customer
      system Shop { usecase OrderTracking { actor Customer } }
      """,
    good: """
      model M { language en }
      actor Customer
      system Shop { usecase TrackOrder { actor Customer } }
      """)

  static let options = [
    RuleOption(
      "further-verbs", \UseCaseNameNotVerb.furtherVerbs,
      "Verbs with which titles begin in this model.")
  ]

  private(set) var furtherVerbs: [String] = [] {
    didSet { further = WordChoice(furtherVerbs) }
  }
  private var further = WordChoice()

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let title = context.title(of: useCase), isVerbless(title),
      further.length(in: title.words[...], at: title.first) == 0
    else { return }
    let all = title.words.indices
    let proposal = Deeds.title(saying: all.map { title.text($0..<$0 + 1) })
    report.add(
      "the title '\(visible(title.text(all)))' does not begin with a verb", at: title.place(all),
      help: [
        proposal.map { "say what is done: '\(visible($0))'" }
          ?? "say what is done: 'Track order', not 'Order tracking'"
      ])
  }

  private func isVerbless(_ title: ElementTitle) -> Bool {
    let words = title.words[...]
    let first = title.first
    let word = words[first]
    guard let letter = title.letter(of: first), letter &- 0x61 < 26 else { return false }
    let isAlone = first + 1 == words.endIndex
    if word.kinds.contains(.verb) {
      return word.kinds.contains(.thing) && !isAlone && isDeedOfThing(title, behind: first)
    }
    if word.kinds.contains(.thirdPerson) {
      // "Refunds", but perhaps not "Opens the account".
      return word.kinds.contains(.noun)
        && (isAlone || !words[first + 1].isAny(of: [.determiner, .pronoun]))
    }
    if word.isAny(of: UseCaseNameNotVerb.otherThanVerbs) { return true }
    guard word.isUnknown else { return false }
    let text = title.text(first..<first + 1)
    if UseCaseNameNotVerb.isNoun(text) { return true }
    guard !isAlone, let last = words.last else { return false }
    // "PDF export"
    let isAcronym = text.utf8.count > 1 && text.allSatisfy(\.isUppercase)
    return isAcronym && last.kinds.contains(.deed) || isDeedOfThing(title, behind: first)
  }

  private static let otherThanVerbs: WordKinds = [
    .noun, .deed, .gerund, .participle, .otherWord, .preposition, .toBe, .modal,
  ]

  /// "Order tracking", "Order history": nothing but nouns, and the last one says what is done.
  private func isDeedOfThing(_ title: ElementTitle, behind first: Int) -> Bool {
    guard let last = title.words.indices.last, last <= first + 2 else { return false }
    guard title.words[first...].allSatisfy({ $0.kinds.isDisjoint(with: .closed) }) else {
      return false
    }
    let word = title.words[last]
    if word.isAny(of: [.vagueDeed, .gerund]) { return true }
    return word.kinds.contains(.deed) && !word.kinds.contains(.verb)
      && UseCaseNameNotVerb.deedsOfThings.contains(word.hash)
  }

  private static let deedsOfThings = [
    "tracking", "creation", "generation", "cancellation", "fulfilment", "fulfillment", "placement",
    "history", "policy", "overview",
  ].map { WordHash($0) }

  /// Whether a word that the lexicon lacks has the ending of a noun.
  private static func isNoun(_ word: String) -> Bool {
    let word = word.lowercased()
    guard !word.contains("-"), word.utf8.count > 4 else { return false }
    return Nouns.endings.contains { word.hasSuffix($0) }
  }
}
