import UseCaseRules
import UseCaseSyntax

/// Everything that can be explained: rules, figures of coverage, the words of the language.
public enum Manual {
  /// The article on a topic, as a person types it; nil where there is none.
  public static func article(on topic: String) -> Article? {
    let topic = normalized(topic)
    if topic == "syntax" { return .syntax }
    if let rule = RuleCatalog.rule(named: topic) { return Article(about: rule) }
    if let figure = FigureCatalog.figure(named: topic) { return Article(about: figure) }
    return wordArticle(topic)
  }

  /// What can be explained, for completion and for "did you mean": rules, figures, words.
  public static let topics: [String] = {
    var seen: Set<String> = []
    let words = Vocabulary.keywords + FlowPages.all.map(\.name) + ["transition"]
    return (["syntax"] + RuleCatalog.all.map(\.info.name) + FigureCatalog.all.map(\.name) + words)
      .filter { seen.insert($0).inserted }
  }()

  /// The topic that a misspelt one probably means.
  public static func topic(near topic: String) -> String? {
    nearest(to: normalized(topic), among: topics)
  }

  /// Declarations may be called by their nouns, and blanks do not count.
  private static func normalized(_ topic: String) -> String {
    let words = topic.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    if topics.contains(words) { return words }
    let small = words.lowercased()
    if topics.contains(small) { return small }
    let kind = ElementKind.allCases.first {
      $0.noun.lowercased() == small || $0.plural.lowercased() == small
    }
    return kind?.keyword ?? words
  }

  /// A word may declare something, be a clause elsewhere, and stand in a flow.
  private static func wordArticle(_ word: String) -> Article? {
    var articles: [Article] = []
    if let declaration = Vocabulary.declarations.first(where: { $0.kind.keyword == word }) {
      articles.append(Article(about: declaration))
    }
    if let page = FlowPages.all.first(where: { $0.name == word }) { articles.append(page.article) }
    if FlowPages.wordsOfTransitions.contains(word) {
      articles.append(FlowPages.transition)
    }
    articles += [
      Article(aboutClause: word), Article(aboutTail: word),
      articles.isEmpty ? Article(aboutWord: word) : nil,
    ].compactMap { $0 }
    guard var first = articles.first else { return nil }
    let isDeclared = Vocabulary.declarations.contains { $0.kind.keyword == word }
    for (index, article) in articles.dropFirst().enumerated() {
      let title = isDeclared && index == 0 ? "As a clause" : "Elsewhere"
      first.blocks += [.heading(title)] + article.blocks
    }
    return first
  }

  // MARK: The overview

  /// What there is to be explained.
  public static let overview = Article(
    "usecase explain",
    [
      .paragraph(
        "Explains the rules that `usecase check` applies, and every word of the language."),
      .entries([
        .init(
          "usecase explain touchpoint-without-usecase", "A rule, as findings name it in brackets."),
        .init("usecase explain syntax", "Why a line cannot be read."),
        .init("usecase explain touchpoint", "A declaration, with all that may stand in it."),
        .init("usecase explain realized by", "A clause, with an example."),
        .init("usecase explain touchpoints-realised", "A figure of `usecase coverage`."),
      ]),
      .heading("Declarations"),
      .paragraph(list(Vocabulary.declarations.map(\.kind.keyword))),
      .heading("Clauses"),
      .paragraph(list(clauses)),
      .heading("Flows and journeys"),
      .paragraph(list(FlowPages.all.map(\.name) + ["transition"])),
      .heading("Rules"),
      .paragraph("`usecase rules` lists them with a sentence each."),
      .facts(
        RuleCategory.allCases.compactMap { category in
          let count = RuleCatalog.all.count { $0.info.category == category }
          return count > 0 ? Article.Fact(category.title, "\(count)") : nil
        }),
      .heading("Figures of coverage"),
      .paragraph(list(FigureCatalog.all.map(\.name))),
    ])

  private static let clauses: [String] = {
    var seen: Set<String> = []
    return Vocabulary.declarations.flatMap(\.clauses).map(\.text)
      .filter { seen.insert($0).inserted }.sorted()
  }()

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
