import UseCaseModel
import UseCaseSyntax

/// Who may act in the steps of a use case, and what a misspelt beginning of a step may mean.
struct Cast {
  let title: String
  /// Whether every name among them is known, so that the list can be relied on.
  let isComplete: Bool
  /// Names first, then titles that differ.
  private let spellings: [(spelling: String, name: String)]
  /// "who takes part: 'Customer'; the system is 'Shop'"
  let description: String
  private let spelling: Spelling

  init(_ useCase: UseCase, _ context: RuleContext) {
    title = useCase.title
    spelling = context.facts.spelling
    isComplete =
      !context.facts.elementsWithUnknownNames.contains(useCase.id) && !useCase.element.isBroken
    let participants = useCase.participants.map(\.element)
    let system = useCase.system
    let all = participants + (system.map { [$0.element] } ?? [])
    spellings =
      all.map { ($0.name, $0.name) }
      + all.filter { $0.title != $0.name }.map { ($0.title, $0.name) }
    let actors = listed(participants.prefix(12).map { "'\($0.name)'" })
    let subject = system.map { "the system is '\($0.name)'" } ?? "the system is called 'System'"
    description =
      participants.isEmpty ? "no actor takes part; \(subject)" : "\(actors) take part; \(subject)"
  }

  /// The first word of a step, without a comma behind it.
  func opening(of step: TextSyntax) -> String {
    let words = step.string.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    guard let first = words.first else { return step.string }
    let text =
      Cast.articles.contains(first.lowercased()) && words.count > 1
      ? "\(first) \(words[1])" : String(first)
    return step.string.hasPrefix(text) ? text : String(first)
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  /// The participant whom the first words of a step mean, and how many bytes stand for it.
  func subject(of step: TextSyntax) -> (name: String, length: Int)? {
    let text = step.string
    var start = text.startIndex
    if let blank = text.firstIndex(of: " "), Cast.articles.contains(text[..<blank].lowercased()) {
      start = text[blank...].firstIndex { $0 != " " } ?? text.endIndex
    }
    if start > text.startIndex, let exact = exactSubject(text[start...]) {
      return (exact.name, text[..<exact.end].utf8.count)
    }
    return nearSubject(text, from: start)
  }

  /// A name or title that stands there in any case.
  private func exactSubject(_ text: Substring) -> (name: String, end: String.Index)? {
    let matches = spellings.compactMap { spelling, name -> (name: String, end: String.Index)? in
      guard
        let end = text.index(text.startIndex, offsetBy: spelling.count, limitedBy: text.endIndex),
        text[..<end].lowercased() == spelling.lowercased(),
        end == text.endIndex || !text[end].isLetter && !text[end].isNumber
      else { return nil }
      return (name, end)
    }
    return matches.max { $0.end < $1.end }
  }

  /// A misspelt name or title of one, two or three words; nil where several are equally near.
  private func nearSubject(
    _ text: String, from start: String.Index
  ) -> (name: String, length: Int)? {
    var end = start
    for _ in 1...3 {
      guard end < text.endIndex else { return nil }
      end = text[end...].dropFirst().firstIndex { $0 == " " } ?? text.endIndex
      let words = String(text[start..<end])
      let near = Set(spelling.words(meantBy: words, among: spellings.map(\.spelling)))
      let names = Set(spellings.filter { near.contains($0.spelling) }.map(\.name))
      if let name = names.first, names.count == 1 { return (name, text[..<end].utf8.count) }
    }
    return nil
  }
}
