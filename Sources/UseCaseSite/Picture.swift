import UseCaseModel
import UseCaseSyntax

/// A picture that a page would like to show.
public struct PictureRequest: Sendable, Hashable {
  public let kind: DiagramKind
  /// What it is about; nil for the whole model.
  public let element: Element?

  /// A picture of a kind about an element.
  public init(_ kind: DiagramKind, of element: Element? = nil) {
    self.kind = kind
    self.element = element
  }
}

/// A picture that stands in a page.
public struct InlinePicture: Sendable {
  /// An `svg` element without styles of its own; everything in it is escaped.
  public let svg: String
  public let title: String
  /// What the picture shows, in words.
  public let description: String

  /// A drawn picture with its text alternative.
  public init(svg: String, title: String, description: String) {
    self.svg = svg
    self.title = title
    self.description = description
  }
}

/// The pictures of a site, and the styles of the classes in them.
public struct Pictures: Sendable {
  public let styles: String
  public let picture: @Sendable (PictureRequest) -> InlinePicture?

  /// Pictures by request; nil where there is none, and the page does without.
  public init(
    styles: String = "", picture: @escaping @Sendable (PictureRequest) -> InlinePicture?
  ) {
    self.styles = styles
    self.picture = picture
  }

  /// A site of words alone.
  public static let none = Pictures { _ in nil }
}
