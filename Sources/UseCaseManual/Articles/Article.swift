import UseCaseReport

/// A page of the manual, before it is put as text or Markdown.
///
/// Prose may hold `code` between backticks, which is never broken.
public struct Article: Sendable {
  public var title: String
  public var blocks: [Block]

  public init(_ title: String, _ blocks: [Block] = []) {
    self.title = title
    self.blocks = blocks
  }

  public enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    /// A piece of a model.
    case model(String)
    /// Lines of another language, which Markdown names.
    case code(String, language: String)
    /// What `check` says of an example.
    case findings(Report)
    /// Short things under a name each.
    case facts([Fact])
    case entries([Entry])
  }

  public struct Fact: Sendable {
    let name: String
    let prose: String

    init(_ name: String, _ prose: String) {
      self.name = name
      self.prose = prose
    }
  }

  /// A piece of the language, or something to type, with what it means.
  public struct Entry: Sendable {
    let term: String
    let prose: String
    let example: String?

    init(_ term: String, _ prose: String, example: String? = nil) {
      self.term = term
      self.prose = prose
      self.example = example
    }
  }
}
