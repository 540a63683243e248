/// The words of the language as highlighting sees them: line by line and without a parser, by the
/// place where a word stands.
enum GrammarWords {
  /// Words that declare.
  static let declarations = Vocabulary.declarations.map(\.kind.keyword)
  /// Those of them that are a clause elsewhere: `actor Guest` declares at the beginning of a line,
  /// and names who takes part where it is indented.
  static let ambiguous = declarations.filter(Set(clauses).contains)
  static let clauses = unique(infos.map(\.text))
  static let tails = unique(allTails.map(\.keyword))
  /// Tails that take the number of a step.
  static let stepTails = unique(allTails.filter { $0.shape == .step }.map(\.keyword))
  static let flowBlocks = Vocabulary.flowBlocks.map(\.text)
  static let closings = Vocabulary.closings.map(\.text)
  static let outcomes = ChoiceList(Outcome.self).words
  static let points = Vocabulary.builtInPoints
  /// Clauses whose first argument is a name that they declare.
  static let naming = unique(
    infos.filter { if case .newName? = $0.arguments.first?.shape { true } else { false } }
      .map(\.text))

  /// `kind digital`: clauses whose first argument is a choice, with the words of all declarations.
  static let choices = choices { $0.arguments.first?.shape }
  /// `influences Name strong`: clauses with a choice behind a name.
  static let choicesBehindName = choices { info in
    guard info.arguments.count > 1, case .name = info.arguments[0].shape else { return nil }
    return info.arguments[1].shape
  }
  /// Clauses that select by an attribute: `only priority must, should`.
  static let filtering = unique(
    infos.filter { $0.arguments.first?.shape == .production(.filter) }.map(\.text))
  static let filters = ViewFilter.allCases.map(\.rawValue)
  /// The attributes that have a closed set of values, with these.
  static let filterChoices = [
    (ViewFilter.priority.rawValue, ChoiceList(Priority.self).words),
    (ViewFilter.status.rawValue, ChoiceList(Status.self).words),
  ]

  private static let infos = Vocabulary.declarations.flatMap(\.clauses)
  private static let allTails =
    infos.flatMap(\.tails) + Clauses.transitionTails + Parser.branchTails

  private static func choices(
    _ shape: (ClauseInfo) -> ArgumentShape?
  ) -> [(clause: String, words: [String])] {
    var result: [(clause: String, words: [String])] = []
    for info in infos {
      guard case .choice(let list)? = shape(info) else { continue }
      if let index = result.firstIndex(where: { $0.clause == info.text }) {
        result[index].words = unique(result[index].words + list.words)
      } else {
        result.append((info.text, list.words))
      }
    }
    return result
  }

  /// The longest first, so that "success guarantee" is tried before "success".
  static func longestFirst(_ words: [String]) -> [String] {
    unique(words).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
