import UseCaseModel
import UseCaseSyntax

extension Element {
  /// The title with the identifier from outside in front of it.
  var titleWithIdentifier: String { identifier.map { "\($0) \(title)" } ?? title }

  /// What a pointer that rests on the element is told: its name, and its goal where it has one.
  var tooltip: String {
    let goal = kind == .useCase ? self[Clauses.goal]?.plainText(in: model) : nil
    return goal.map { "\(title): \($0)" } ?? title
  }
}

extension TextSyntax {
  /// Its words with the titles of what it links to.
  func plainText(in model: Model) -> String {
    guard !references.isEmpty else { return string }
    var text = ""
    for segment in segments {
      switch segment {
      case .words(let words): text += words
      case .link(_, let words?): text += words
      case .link(let reference, nil): text += model.target(of: reference)?.title ?? reference.name
      }
    }
    return text
  }
}

extension ActorKind {
  /// UML's keyword in front of the name of an actor that is drawn as a box.
  var keyword: String? {
    switch self {
    case .person, .time: nil
    case .organization, .system, .device: "«\(rawValue)»"
    }
  }
}

/// `1 use case`, `2 use cases`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// The words with a capital at the beginning.
func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
