/// What a stretch of a file is to its reader, and so what an editor colours.
public enum TokenRole: String, Sendable, CaseIterable {
  /// The keyword of a declaration.
  case declaration
  /// The keyword of a clause, one or two words.
  case clause
  /// The keyword of a tail, one or two words.
  case tail
  /// `flow`, `alternative` or `exception`.
  case flow
  /// `resume` or `end`.
  case closing
  /// The word before the use case that a step includes.
  case include
  /// The name that is declared.
  case name
  /// The name of a declaration elsewhere, also as the target of a link in a text.
  case reference
  /// `start`, `completed` and `abandoned`, which need no declaration.
  case point
  /// One word of a closed set.
  case choice
  /// A bare word that refers to nothing: a tag, a language.
  case word
  /// A text with its quotes, titles included.
  case text
  /// A number with its unit, a date or a range.
  case number
  /// The step or steps where a branch hangs, or where it goes on.
  case anchor
  /// The number and full stop that begin a step.
  case stepNumber
  /// What a step says.
  case prose
  /// A line that begins with `///`.
  case description
  /// A plain comment.
  case comment
  case brace, separator, arrow
  /// What could not be understood.
  case unknown
}

/// A stretch of a file with its role.
public struct RoleSpan: Sendable, Equatable {
  /// In bytes.
  public let range: Range<Int>
  public let role: TokenRole
}
