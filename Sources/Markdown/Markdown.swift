/// A block of a text in Markdown.
public indirect enum MarkdownBlock: Sendable, Equatable {
  case paragraph([MarkdownInline])
  /// The level counts from 1 to 6, as written.
  case heading(level: Int, [MarkdownInline])
  /// The start is nil for a list with bullets; tight items stand without space between them.
  case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  case code(String)
  case rule
}

/// A piece of a line in Markdown.
public indirect enum MarkdownInline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  /// The address begins with `https:`, `http:` or `mailto:`; other links are given as their words.
  case link(address: String, [MarkdownInline])
  case lineBreak
}
