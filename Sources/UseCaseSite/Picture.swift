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
  public let svg: [UInt8]
  public let title: String
  /// What the picture shows, in words.
  public let description: String

  /// A drawn picture with its text alternative.
  public init(svg: [UInt8], title: String, description: String) {
    self.svg = svg
    self.title = title
    self.description = description
  }
}

/// The styles of the classes in pictures, as CSS.
public struct PictureStyles: Sendable {
  /// What holds in light and in dark.
  public let common: String
  public let light: String
  public let dark: String
  /// The style of a picture that stands alone.
  public let standalone: String

  /// Styles of pictures; the rules of `light` and `dark` may be nested below a selector.
  public init(common: String = "", light: String = "", dark: String = "", standalone: String = "") {
    self.common = common
    self.light = light
    self.dark = dark
    self.standalone = standalone
  }

  /// Follows the reader's choice, else the system's; light on paper.
  var text: String {
    guard !light.isEmpty || !dark.isEmpty else { return common }
    return common
      + "@media(prefers-color-scheme:dark){:root:not([data-theme=light]){\(dark)}}"
      + ":root[data-theme=dark]{\(dark)}@media print{:root:root:root{\(light)}}\n"
  }
}

/// The pictures of a site, and the styles of the classes in them.
public struct Pictures: Sendable {
  public let styles: PictureStyles
  public let picture: @Sendable (PictureRequest) -> InlinePicture?
  /// Why a view has no picture, in the words of a message.
  let reason: @Sendable (PictureRequest) -> String?

  /// Pictures by request; nil where there is none, and the page does without, or where it is that of
  /// a view tells the reason.
  public init(
    styles: PictureStyles = PictureStyles(),
    reason: @escaping @Sendable (PictureRequest) -> String? = { _ in nil },
    picture: @escaping @Sendable (PictureRequest) -> InlinePicture?
  ) {
    self.styles = styles
    self.reason = reason
    self.picture = picture
  }

  /// A site of words alone.
  public static let none = Pictures { _ in nil }
}
