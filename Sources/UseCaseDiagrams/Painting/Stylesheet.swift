/// The CSS of all pictures; light colours stand in the pictures themselves, as attributes.
public enum DiagramStylesheet {
  /// The rules that turn a picture dark, for pages that switch by themselves.
  public static let dark: String = rules(\.dark)

  /// The rules that turn a picture light, for pages that switch by themselves.
  public static let light: String = rules(\.light)

  /// Follows the reader's setting, and shows which link has the focus; the only style of a
  /// stand-alone picture.
  public static let standalone = focus + "@media (prefers-color-scheme:dark){\(dark)}"

  /// Shows which link has the focus.
  public static let focus = """
    .uc-link:focus{outline:none}\
    .uc-link:focus-visible .uc-outline,.uc-link:hover .uc-outline{stroke-width:3}\
    .uc-link:focus-visible .uc-area{stroke:#3d85c6;stroke-width:2}\
    .uc-link:hover .uc-area~text{text-decoration:underline}
    """

  private static func rules(_ color: (Paint) -> String) -> String {
    var text = ""
    for paint in Paint.allCases {
      let hue = color(paint)
      text += ".uc-f-\(paint.rawValue){fill:\(hue)}.uc-s-\(paint.rawValue){stroke:\(hue)}"
    }
    return text
  }
}
