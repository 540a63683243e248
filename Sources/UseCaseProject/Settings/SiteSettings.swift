/// How the documentation site looks: the table `site`.
public enum SiteSettings {
  public static let title = setting(
    "title", .any, "The name of the site; that of the model by default.",
    example: "title = \"Fellmark handbook\"")
  public static let logo = setting(
    "logo", .file, "A picture beside the name of the site: SVG, PNG, JPEG, GIF or WebP.",
    example: "logo = \"fellmark.svg\"")
  public static let accent = setting(
    "accent", .colour,
    """
    The colour of links and marks. It is made darker on light ground and lighter on dark ground \
    until it can be read.
    """, example: "accent = \"#7a1f5c\"")
  public static let footer = setting(
    "footer", .any, "What stands at the end of every page, in Markdown.",
    example: "footer = \"Questions? [Ask us](mailto:models@fellmark.example).\"")
  public static let source = setting(
    "source", .address,
    """
    The address of a line on your forge, to which every element and every finding leads; '{path}' \
    and '{line}' stand for the file below the model's folder and for the line.
    """, example: "source = \"https://forge.example/shop/blob/main/{path}#L{line}\"")
  public static let pages = Setting(
    info: SettingInfo(
      "pages", .texts(.file), standard: .texts([]),
      "Further pages in Markdown, in the order in which the navigation lists them.",
      example: "[site]\npages = [\"about.md\"]"),
    path: ["site", "pages"], standard: [String](),
    read: { if case .texts(let texts) = $0 { texts } else { nil } })

  static let all = [title.info, logo.info, accent.info, footer.info, source.info, pages.info]

  private static func setting(
    _ name: String, _ text: SettingText, _ documentation: String, example: String
  ) -> Setting<String?> {
    Setting(
      info: SettingInfo(name, .text(text), documentation, example: "[site]\n" + example),
      path: ["site", name], standard: nil,
      read: { if case .text(let text) = $0 { text } else { nil } })
  }
}
