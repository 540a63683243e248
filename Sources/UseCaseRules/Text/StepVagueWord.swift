import UseCaseModel
import UseCaseSyntax

struct StepVagueWord: Rule {
  static let info = RuleInfo(
    name: "step-vague-word", category: .text, severity: .info, source: .rucm,
    summary: "A step says 'quickly', 'appropriate' or 'etc.' where it should say what.",
    fixes: [.safe("Leaves out the word where the sentence stands without it.")],
    rationale: "What everybody reads differently can be neither agreed on nor tested.",
    bad: """
      model M { language en }
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer chooses a payment method
            2. Shop shows an appropriate message
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
            1. Customer chooses a payment method
            2. Shop names the fee of the method
            3. Customer confirms the amount
          }
        }
      }
      """)

  static let options = [
    RuleOption(
      "further-words", \StepVagueWord.furtherWords, "Words and phrases that are vague, too."),
    RuleOption(
      "words-left-alone", \StepVagueWord.wordsLeftAlone,
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
    guard let prose = context.prose(of: useCase),
      mayFind(prose.kinds)
    else { return }
    var names: WordChoice?
    for step in prose.steps
    where mayFind(step.kinds) {
      let words = prose.words(of: step)
      let verb = step.predicate.flatMap { Predicate(words, from: $0).verb }
      let adverbs = (step.predicate ?? 0)..<(verb ?? step.predicate ?? 0)
      let found = kept(vagueWords(words, adverbs), words, &names, useCase)
      guard let first = found.first else { continue }
      let text = prose.text(first)
      let canGo = found.allSatisfy { isFiller($0, words, adverbs) }
      report.add(
        "'\(text)' is vague", at: prose.place(first),
        labels: found.dropFirst().map { Label("and here", at: prose.place($0)) },
        help: [VagueWords.advice(on: text) ?? "say what is meant"],
        fixes: canGo ? [removal(of: found, prose)] : [])
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
    !kinds.isDisjoint(with: [.vague, .filler]) || !further.isEmpty
      || kinds.isSuperset(of: [.opensVague, .closesVague])
  }

  private func vagueWords(_ words: ArraySlice<Word>, _ adverbs: Range<Int>) -> [Range<Int>] {
    let lexicon = Lexicon.table
    var found: [Range<Int>] = []
    var place = words.startIndex
    while place < words.endIndex {
      let kinds = words[place].kinds
      var length =
        kinds.isDisjoint(with: [.vague, .opensVague])
        ? 0 : words.lengthOfPhrase(at: place, .vague, openedBy: .opensVague, in: lexicon)
      if length == 0, kinds.contains(.filler), isFiller(place..<place + 1, words, adverbs) {
        length = 1
      }
      if length > 0, isSpecified(place + length, words) { length = 0 }
      length = max(length, further.length(in: words, at: place))
      if length > 0 { found.append(place..<place + length) }
      place += max(length, 1)
    }
    return found
  }

  /// "suitable for wheelchairs", "immediately after the payment", "as required by law".
  private func isSpecified(_ next: Int, _ words: ArraySlice<Word>) -> Bool {
    next < words.endIndex && StepVagueWord.specifying.contains(words[next].hash)
  }

  private static let specifying = [
    "for", "to", "after", "before", "by", "when", "once", "upon", "behind", "funds",
  ].map { WordHash($0) }

  /// An adverb in front of the verb that says nothing.
  private func isFiller(_ range: Range<Int>, _ words: ArraySlice<Word>, _ adverbs: Range<Int>)
    -> Bool
  {
    guard range.count == 1, adverbs.contains(range.lowerBound) else { return false }
    return words[range.lowerBound].kinds.contains(.filler)
  }

  private func removal(of found: [Range<Int>], _ prose: UseCaseProse) -> Fix {
    let edits = found.map { range in
      let place = prose.place(range.lowerBound..<range.upperBound + 1)
      let next = prose.words[range.upperBound].range.lowerBound
      return Edit(
        prose.source.place(place.range.lowerBound..<next), replacement: "")
    }
    return Fix("leave out '\(found.map(prose.text).joined(separator: "' and '"))'", edits: edits)
  }
}
