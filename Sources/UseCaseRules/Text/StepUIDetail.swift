import UseCaseModel
import UseCaseSyntax

struct StepUIDetail: Rule {
  static let info = RuleInfo(
    name: "step-ui-detail", category: .text, severity: .warning, source: .cockburn,
    summary: "A step speaks of buttons, screens or the technology behind them.",
    rationale: """
      A use case says what somebody wants and gets; how it is clicked changes with every design, \
      and makes the text longer and harder to agree on.
      """,
    bad: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer clicks the Pay button
            2. Shop asks for the amount
            3. Customer confirms the amount
          }
        }
      }
      """,
    good: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer decides to pay
            2. Shop asks for the amount
            3. Customer confirms the amount
          }
        }
      }
      """)

  static let options = [
    RuleOption(
      "further-words", \StepUIDetail.furtherWords,
      "Words and phrases that are details of an interface, too."),
    RuleOption(
      "words-left-alone", \StepUIDetail.wordsLeftAlone,
      "Words and phrases that mean something else in this model."),
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
    guard let prose = context.prose(of: useCase),
      mayFind(prose.kinds)
    else { return }
    var names: WordChoice?
    for step in prose.steps
    where mayFind(step.kinds) {
      let words = prose.words(of: step)
      // The subject is a name.
      let found = kept(
        details(step.predicate.map { words[$0...] } ?? words, step.predicate), words, &names,
        useCase)
      guard let first = found.first else { continue }
      report.add(
        "'\(prose.text(first))' is a detail of the design", at: prose.place(first),
        labels: found.dropFirst().map { Label("and here", at: prose.place($0)) },
        help: ["say what is meant: 'Customer confirms the order', not how it is clicked"])
    }
  }

  private func kept(
    _ found: [Range<Int>], _ words: ArraySlice<Word>, _ names: inout WordChoice?,
    _ useCase: UseCase
  ) -> [Range<Int>] {
    guard !found.isEmpty else { return [] }
    let known = names ?? WordChoice(namesIn: useCase)
    names = known
    return found.filter { !leftAlone.covers($0, in: words) && !known.covers($0, in: words) }
  }

  private func mayFind(_ kinds: WordKinds) -> Bool {
    !kinds.isDisjoint(with: StepUIDetail.signs) || !further.isEmpty
      || kinds.isSuperset(of: [.opensInterface, .closesInterface])
      || kinds.isSuperset(of: [.opensCompound, .compoundPart])
  }

  private static let signs: WordKinds = [
    .interface, .interfaceThing, .interfaceVerb, .tablePart,
  ]

  /// The words that speak of an interface, in order.
  private func details(_ words: ArraySlice<Word>, _ start: Int?) -> [Range<Int>] {
    let lexicon = Lexicon.table
    let verb = start.flatMap { Predicate(words, from: $0).verb }
    var found: [Range<Int>] = []
    var things: [Range<Int>] = []
    var place = words.startIndex
    while place < words.endIndex {
      let kinds = words[place].kinds
      var length = kinds.contains(.interface) ? 1 : 0
      if !kinds.isDisjoint(with: [.opensInterface, .opensCompound]) {
        let phrase = words.lengthOfPhrase(
          at: place, .interface, openedBy: [.opensInterface, .opensCompound], in: lexicon)
        length = max(length, phrase)
      }
      length = max(length, pressing(place, words, verb), further.length(in: words, at: place))
      if length > 0 {
        found.append(place..<place + length)
      } else if kinds.contains(.interfaceThing), !isVerb(place, words, verb) {
        things.append(place..<place + 1)
      }
      place += max(length, 1)
    }
    let isShown = verb.map { words[$0].isAny(of: [.showing, .interfaceVerb]) } ?? false
    if isShown || !found.isEmpty || things.count > 1 {
      found += things
    } else {
      found += things.filter { isCompound($0.lowerBound, words) }
    }
    if found.isEmpty, let part = partOfInterface(words, verb) { return [part] }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// "Nurse screens the patient", "and screens the patient", "a screen reader".
  private func isVerb(_ place: Int, _ words: ArraySlice<Word>, _ verb: Int?) -> Bool {
    let next = place + 1 < words.endIndex ? words[place + 1] : nil
    if place == verb || next?.hash == StepUIDetail.reader { return true }
    return place > words.startIndex && words[place - 1].kinds.contains(.coordinator)
      && next?.kinds.contains(.determiner) == true
  }

  /// "the Pay button", "the order screen".
  private func isCompound(_ place: Int, _ words: ArraySlice<Word>) -> Bool {
    guard place > words.startIndex, words[place].marks.subtracting(.quote).isEmpty else {
      return false
    }
    let before = words[place - 1]
    return before.isCapitalized || before.kinds.contains(.noun) || before.marks.contains(.quote)
  }

  /// "presses Submit": the length of the verb with what is pressed.
  private func pressing(_ place: Int, _ words: ArraySlice<Word>, _ verb: Int?) -> Int {
    guard place == verb, StepUIDetail.press.contains(words[place].hash),
      place + 1 < words.endIndex
    else { return 0 }
    let next = words[place + 1]
    return next.isCapitalized || next.marks.contains(.quote) ? 2 : 0
  }

  /// "refreshes the page"; "inserts a row into the table".
  private func partOfInterface(_ words: ArraySlice<Word>, _ verb: Int?) -> Range<Int>? {
    guard let verb else { return nil }
    let behind = words[(verb + 1)...]
    if words[verb].kinds.contains(.interfaceVerb),
      let part = behind.firstIndex(where: { $0.kinds.contains(.interfacePart) })
    {
      return part..<part + 1
    }
    let parts = behind.indices.filter { words[$0].kinds.contains(.tablePart) }
    guard parts.count > 1, let first = parts.first else { return nil }
    return first..<first + 1
  }

  private static let reader = WordHash("reader")
  private static let press = ["press", "presses"].map { WordHash($0) }
}
