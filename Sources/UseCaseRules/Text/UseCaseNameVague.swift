import UseCaseModel
import UseCaseSyntax

struct UseCaseNameVague: Rule {
  static let info = RuleInfo(
    name: "usecase-name-vague", category: .text, severity: .info, source: .ambler,
    summary: "The title of a use case says 'manage' or 'handle'.",
    rationale: """
      What is managed, handled or processed can be anything: such a title hides several goals, or \
      none.
      """,
    bad: """
      model M { language en }
      actor Customer
      system Shop { usecase ManageOrders { actor Customer } }
      """,
    good: """
      model M { language en }
      actor Customer
      system Shop { usecase CancelOrder { actor Customer } }
      """)

  static let options = [
    RuleOption(
      "further-words", \UseCaseNameVague.furtherWords, "Verbs that hide what is done, too."),
    RuleOption(
      "words-left-alone", \UseCaseNameVague.wordsLeftAlone,
      "Words and phrases that are clear enough in this model."),
  ]

  private(set) var furtherWords: [String] = [] {
    didSet { further = WordChoice(furtherWords) }
  }
  private(set) var wordsLeftAlone: [String] = [] {
    didSet { leftAlone = WordChoice(wordsLeftAlone) }
  }
  private var further = WordChoice()
  private var leftAlone = WordChoice()

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let title = context.title(of: useCase), let place = vagueWord(title) else { return }
    let range = place..<place + 1
    guard !leftAlone.covers(range, in: title.words[...]) else { return }
    report.add(
      "'\(title.text(range))' does not say what is done", at: title.place(range),
      help: ["name the goal, or make a use case of each: 'Place order', 'Cancel order'"])
  }

  private func vagueWord(_ title: ElementTitle) -> Int? {
    let words = title.words[...]
    let first = title.first
    if words[first].kinds.contains(.vagueVerb) || further.length(in: words, at: first) > 0 {
      return first
    }
    let rest = words[(first + 1)...]
    if words[first].kinds.contains(.vagueVerbOfRecords) {
      return rest.contains { $0.kinds.contains(.record) } ? first : nil
    }
    guard let last = rest.indices.last else { return nil }
    if words[first].kinds.contains(.vagueVerbOfDeeds) {
      return words[last].isAny(of: [.deed, .gerund]) ? first : nil
    }
    // "Order management", but not "Explain data processing".
    let isThing = !words[first].kinds.contains(.verb) || words[first].kinds.contains(.thing)
    return isThing && words[last].kinds.contains(.vagueDeed) ? last : nil
  }
}
