/// What a node of the tree stands for.
public enum NodeKind: UInt8, Sendable, CaseIterable {
  case file
  /// Tag: the raw value of its `ElementKind`. Children: description, name, title, parents, clauses,
  /// members, flows and transitions, each at most once or in source order.
  case declaration
  /// The `///` lines before a declaration, from the first to the last.
  case description
  /// The declared name.
  case name
  case title
  /// Children: references.
  case parents
  /// Tag: the keyword. Children: arguments, then tails.
  case clause
  /// Tag: the keyword. Children: arguments.
  case tail
  /// Tag: the number of the kinds it takes.
  case reference
  case text
  /// `[[Name]]` or `[[Name|words]]` in a text; its child is the reference.
  case link
  case word
  /// Tag: the place among the choices, or `Node.invalidChoice`.
  case choice
  case number, quantity, date, range
  /// `3`, `3a`, `2-4a`, `*a`
  case anchor
  /// The main flow. Children: steps.
  case flow
  /// Tag: the keyword, `alternative` or `exception`. Children: anchor, tails, steps, branches, closing.
  case branch
  /// Children: number, then a reference where it includes, else the prose.
  case step
  /// Tag: the keyword, `resume` or `end`. Children: an anchor or a choice.
  case closing
  /// Tag: 1 where it is a chain. Children: references, the share, tails.
  case transition
}

/// One node; the tree is a list of them in source order, parents before children.
public struct Node: Sendable {
  public let kind: NodeKind
  public internal(set) var flags: Flags
  public internal(set) var tag: UInt16
  var startOffset: UInt32
  var endOffset: UInt32
  /// The index behind its last descendant.
  var next: UInt32

  /// The keyword of a clause, tail, branch or closing.
  public var keyword: Keyword { Keyword(hash: tag) }

  public var range: Range<Int> { Int(startOffset)..<Int(max(startOffset, endOffset)) }

  static let invalidChoice = UInt16.max

  /// Whether it is a choice whose word the vocabulary does not know.
  public var isUnknownChoice: Bool { kind == .choice && tag == Node.invalidChoice }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A syntax error was reported in it; rules about what it lacks keep quiet.
    public static let broken = Flags(rawValue: 1)
    public static let block = Flags(rawValue: 2)
    public static let escaped = Flags(rawValue: 4)
    public static let linked = Flags(rawValue: 8)
    /// A text without closing quotes, or with other quotes than `"`.
    public static let irregular = Flags(rawValue: 16)
    /// A step that includes a use case.
    public static let includes = Flags(rawValue: 32)
    /// A text without quotes: what stands behind a step's number.
    public static let prose = Flags(rawValue: 64)
  }
}
