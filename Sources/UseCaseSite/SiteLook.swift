import UseCaseModel

/// What a team changes in its site: from `usecase.toml`, checked there.
public struct SiteLook: Sendable {
  /// Nil for the model's own title.
  public var title: String?
  /// The address of the logo within the site.
  public var logo: String?
  /// The colour of links and marks; it is made darker or lighter until it can be read.
  public var accent: Colour?
  /// Markdown.
  public var footer: String?
  /// The address of a line on a forge, with `{path}` and `{line}` where these are to stand.
  public var source: String?
  /// Further pages, in the order in which they are listed.
  public var pages: [ExtraPage] = []
  /// By the path in the model's folder: the paths of pictures within the site.
  public var images: [String: String] = [:]

  /// The look that a site has where nobody says otherwise.
  public init() {}

  /// A page that somebody wrote.
  public struct ExtraPage: Sendable {
    /// The name of its file without the ending.
    public let name: String
    public let markdown: String

    /// A page of a Markdown file.
    public init(name: String, markdown: String) {
      self.name = name
      self.markdown = markdown
    }
  }

  /// The address of an element's picture; nil where it has none.
  func image(of element: Element) -> String? {
    guard case .file(let file)? = element.image, let path = images[file] else { return nil }
    return encoded(path)
  }

  private func encoded(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { percentEncoded(String($0)) }
      .joined(separator: "/")
  }

  /// The address of a line on the forge; nil where none is set.
  func source(of path: String, line: Int?) -> String? {
    guard let source else { return nil }
    return source.replacing("{path}", with: encoded(path))
      .replacing("{line}", with: String(line ?? 1))
  }

  /// The rules that change the colours of the site.
  var styles: String {
    guard let accent else { return "" }
    return Stylesheet.themed(
      light: Stylesheet.accent(accent, on: .paper),
      dark: Stylesheet.accent(accent, on: .night))
  }
}
