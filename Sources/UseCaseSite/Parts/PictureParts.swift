import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// A picture in a frame that scrolls on its own; nothing where there is none.
  mutating func picture(_ request: PictureRequest) {
    guard let picture = pictures.picture(request) else { return }
    block("figure", .class("picture")) { page in
      page.block(
        "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
        .label(picture.title)
      ) { $0.picture(picture.svg) }
      page.block("figcaption", text: picture.title)
    }
  }

  /// A picture under a heading; neither where there is none.
  mutating func section(_ title: String, anchor: String, showing request: PictureRequest) {
    guard pictures.picture(request) != nil else { return }
    section(title, anchor: anchor) { $0.picture(request) }
  }

  /// A table that scrolls on its own where the page is narrow.
  mutating func table(
    _ caption: String, _ titles: [String], rows: (inout PageWriter) -> Void
  ) {
    block(
      "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
      .label(caption)
    ) { page in
      page.block("table") { page in
        page.block("caption", .class("unseen"), text: caption)
        page.block("thead") { page in
          page.element("tr") { page in
            for title in titles {
              page.element("th", Attribute("scope", "col"), text: title)
            }
          }
        }
        page.block("tbody", content: rows)
      }
    }
  }
}
