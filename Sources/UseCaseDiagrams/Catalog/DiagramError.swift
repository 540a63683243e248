import UseCaseSyntax

/// Why there is no picture.
public enum DiagramError: Error, Hashable, CustomStringConvertible {
  /// The kind has no drawing yet.
  case unknownKind(DiagramKind)
  /// A picture of this kind is about something else.
  case wrongSubject(DiagramKind, found: ElementKind?, wanted: [ElementKind])
  /// The subject holds nothing that a picture of this kind could show.
  case nothingToShow(DiagramKind, title: String)
  /// The graph of a picture was asked for that has none.
  case noGraph(DiagramKind)
  /// A view shows a picture of another kind, or says of none.
  case otherKind(DiagramKind, view: String, shows: DiagramKind?)
  /// A picture of this kind is about one thing, and a view names several.
  case oneSubject(DiagramKind, found: Int)
  /// A picture of this kind does not heed a clause of its view; `instead` are filters that it heeds.
  case notTaken(DiagramKind, clause: String, instead: [ViewFilter])
  /// The colours of a picture of this kind cannot tell something apart, but `instead`.
  case notColored(DiagramKind, by: ViewAttribute, instead: [ViewAttribute])
  /// The filters of a view leave nothing; `clause` says which.
  case nothingLeft(view: String, clause: String)

  /// What is wrong, in the words of the person who asked.
  public var description: String {
    switch self {
    case .unknownKind(let kind): "there is no '\(kind.rawValue)' diagram yet"
    case .wrongSubject(let kind, let found, let wanted):
      "\(kind.withArticle) is about "
        + wanted.map(\.nounWithArticle).joined(separator: " or ")
        + (found.map { ", not about \($0.nounWithArticle)" } ?? "; name one")
    case .nothingToShow(let kind, let title):
      "'\(title)' has nothing that \(kind.withArticle) could show"
    case .noGraph(let kind):
      "\(kind.withArticle) is no graph, so that there is no DOT of it"
    case .otherKind(let kind, let view, let shows):
      "the view '\(view)' shows \(shows?.withArticle ?? "nothing"), not \(kind.withArticle)"
    case .oneSubject(let kind, let found):
      "\(kind.withArticle) is about one thing, not about \(found)"
    case .notTaken(let kind, let clause, let instead):
      "\(kind.withArticle) takes no '\(clause)'"
        + (instead.isEmpty
          ? ""
          : "; it can be filtered by " + listed(instead.map { "'\($0.rawValue)'" }, with: "or"))
    case .notColored(let kind, let attribute, let instead):
      "\(kind.withArticle) takes no 'color by \(attribute.rawValue)'"
        + (instead.isEmpty
          ? ""
          : "; it can be coloured by " + listed(instead.map { "'\($0.rawValue)'" }, with: "or"))
    case .nothingLeft(let view, let clause):
      "'\(clause)' leaves nothing to show of '\(view)'"
    }
  }
}

extension DiagramKind {
  /// "a 'flow' diagram"
  public var withArticle: String {
    let startsWithVowel = "aeio".contains(rawValue.first ?? "x")
    return "\(startsWithVowel ? "an" : "a") '\(rawValue)' diagram"
  }
}
