/// What a token is, as far as the lexer can tell without the parser.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// A name or keyword, possibly qualified: `Checkout.Pay`.
  case word
  /// `"…"` or `"""…"""`, with its quotes.
  case text
  /// Anything that begins with a digit, a minus and a digit, or is `*a`.
  case number
  /// The number and full stop that begin a step.
  case stepNumber
  /// The rest of a step's line.
  case prose
  /// A line that begins with `///`.
  case description
  case leftBrace, rightBrace, comma, colon, arrow
  /// `..`
  case ellipsis
  /// `%`, `‰` or a currency sign.
  case unit
  /// A character that means nothing here, or a run of invisible ones.
  case unknown
  case endOfFile
}

/// One token; the bytes between two tokens are blanks and comments.
public struct Token: Sendable, Equatable {
  public let kind: TokenKind
  public let flags: Flags
  /// The hash of a word that may be a keyword, else 0.
  let hash: UInt16
  let startOffset: UInt32
  let endOffset: UInt32

  public var start: Int { Int(startOffset) }
  public var end: Int { Int(endOffset) }
  public var range: Range<Int> { start..<end }

  /// Whether it is the first token of its line.
  @inline(__always) var beginsLine: Bool { flags.contains(.beginsLine) }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let beginsLine = Flags(rawValue: 1)
    /// A typographic look-alike of what should stand here: `“`, `→`, `2)`.
    public static let lookalike = Flags(rawValue: 2)
    /// A text without its closing quotes.
    public static let unclosed = Flags(rawValue: 4)
    /// A word with dots.
    public static let qualified = Flags(rawValue: 8)
    /// A word in backticks, which is never a keyword.
    public static let quoted = Flags(rawValue: 16)
    /// A text in `"""`.
    public static let block = Flags(rawValue: 32)
    /// A backslash stands in the text.
    public static let escaped = Flags(rawValue: 64)
    /// `[[` stands in the text, prose or description.
    public static let linked = Flags(rawValue: 128)
  }
}

/// A file cut into tokens.
public struct TokenList: Sendable {
  /// In source order; the last is `endOfFile`.
  public var tokens: [Token] = []
  /// The plain comments, `//` and `/* */`, in source order.
  public var comments: [Range<Int>] = []
  /// The opening of a block comment that never closes.
  public var unclosedComment: Range<Int>?
  var leftBraces = 0
  var rightBraces = 0
}

/// Cuts a file into tokens. Never fails; linear in its size.
public func tokenize(_ text: SourceText) -> TokenList {
  text.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes)
    return lexer.run()
  }
}
