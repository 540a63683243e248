/// The shape of an argument. The set is closed: parser, formatter, grammar and completion switch
/// over shapes and never over keywords.
public enum ArgumentShape: Sendable, Equatable {
  /// One text.
  case text
  /// One or more texts, with commas.
  case texts
  /// One name of an element of these kinds.
  case name(KindSet)
  /// One or more names of elements of these kinds, with commas.
  case names(KindSet)
  /// A name that the clause declares.
  case newName(ElementKind)
  /// One bare word that refers to nothing.
  case word
  /// One or more bare words, with commas.
  case words
  case choice(ChoiceList)
  /// A number with or without decimals; the bounds are checked by a rule.
  case number
  /// A whole number in a range, such as a score from 1 to 5.
  case score(ClosedRange<Int>)
  /// Two scores with a comma.
  case scores(ClosedRange<Int>)
  /// A whole number from 0.
  case count
  case date
  /// A number with a unit of time.
  case duration
  /// A number with or without a unit.
  case quantity
  /// Two numbers with `..` between them.
  case range
  /// The number of a step.
  case step
  /// A percentage.
  case percentage
  /// One of the productions written by hand beside the vocabulary.
  case production(Production)
}

/// What a clause may hold that no shape describes.
public enum Production: Sendable, Equatable {
  /// `TEXT -> Touchpoint | completed | abandoned` or `TEXT ignored`
  case activity
  /// `priority must, should`, `tag a`, `owner Name` …
  case filter
}

/// A positional argument of a clause.
public struct Argument: Sendable {
  public let shape: ArgumentShape
  public let isOptional: Bool
  /// What documentation calls it, such as "condition".
  public let label: String

  public init(_ shape: ArgumentShape, _ label: String, isOptional: Bool = false) {
    self.shape = shape
    self.label = label
    self.isOptional = isOptional
  }
}

/// A keyword with an argument behind a clause; tails stand in any order, each once.
public struct Tail: Sendable {
  public let keyword: String
  public let shape: ArgumentShape
  let hash: Keyword
  /// Its words, one or two.
  let first: Keyword
  let second: Keyword?

  public init(_ keyword: String, _ shape: ArgumentShape) {
    self.keyword = keyword
    self.shape = shape
    hash = Keyword(text: keyword)
    let words = keyword.split(separator: " ").map { Keyword(text: String($0)) }
    first = words.first ?? hash
    second = words.count > 1 ? words[1] : nil
  }
}

/// How often a clause may stand in a body.
public enum Occurrence: Sendable, Equatable {
  case once, repeated, required
}

/// What the compiler knows about one clause of one declaration.
public final class ClauseInfo: Sendable {
  /// One or two words: "success guarantee".
  public let text: String
  public let keyword: Keyword
  public let arguments: [Argument]
  /// In the order in which the formatter puts them.
  public let tails: [Tail]
  public let occurrence: Occurrence
  /// One sentence.
  public let documentation: String
  /// One line that parses inside the declaration.
  public let example: String
  /// One or two.
  let wordCount: Int

  init(
    text: String, keyword: Keyword, arguments: [Argument], tails: [Tail], occurrence: Occurrence,
    documentation: String, example: String
  ) {
    self.text = text
    self.keyword = keyword
    self.arguments = arguments
    self.tails = tails
    self.occurrence = occurrence
    self.documentation = documentation
    self.example = example
    wordCount = text.contains(" ") ? 2 : 1
  }

  /// Whether it takes a list of names somewhere.
  var takesList: Bool {
    (arguments.map(\.shape) + tails.map(\.shape)).contains { shape in
      if case .names = shape { true } else { false }
    }
  }

  /// What messages call the clause: its keyword in quotes.
  public var quoted: String { "'\(text)'" }
}

/// What the compiler knows about one declaration.
public final class DeclarationInfo: Sendable {
  public let kind: ElementKind
  public let keyword: Keyword
  /// What may be declared in its body.
  public let members: KindSet
  /// The kinds of its parents; empty where it has none.
  public let parents: KindSet
  /// Its own clauses, then those every declaration takes.
  public let clauses: [ClauseInfo]
  /// One sentence.
  public let documentation: String
  public let example: String

  init(
    kind: ElementKind, keyword: Keyword, members: KindSet, parents: KindSet,
    clauses: [ClauseInfo], documentation: String, example: String
  ) {
    self.kind = kind
    self.keyword = keyword
    self.members = members
    self.parents = parents
    self.clauses = clauses
    self.documentation = documentation
    self.example = example
  }

  public func clause(_ keyword: Keyword) -> ClauseInfo? {
    clauses.first { $0.keyword == keyword }
  }
}
