import UseCaseModel
import UseCaseSyntax

extension PageWriter {
  /// The picture that somebody has taken of an element; nothing where there is none.
  mutating func image(of element: Element, class name: String) {
    guard let address = site.look.image(of: element) else { return }
    void(
      "img", .class(name), Attribute("src", address),
      Attribute("alt", .phrase(.pictureOf, [element.title])))
    raw("\n")
  }

  /// The bytes of the largest picture that a page shows: more than this nobody reads, and browsers
  /// take long to draw it.
  private static var greatestPicture: Int { 512 << 10 }

  /// A picture in a frame that scrolls on its own; nothing where there is none.
  mutating func picture(_ request: PictureRequest) {
    guard let picture = pictures.picture(request), shows(request) else { return }
    guard picture.svg.count <= PageWriter.greatestPicture else {
      return block(
        "p", .class("calm"), text: words[.pictureTooLarge, picture.title, request.kind.rawValue])
    }
    let paper = Paper(of: picture)
    block("figure", .class("picture" + (paper.map { " " + $0.name } ?? ""))) { page in
      page.block(
        "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
        .label(picture.title)
      ) { $0.markup(picture.svg) }
      page.block("figcaption", text: picture.title)
    }
  }

  /// A picture under a heading; neither where there is none.
  mutating func section(_ title: Phrase, anchor: String, showing request: PictureRequest) {
    section(words[title], anchor: anchor, showing: request)
  }

  /// A picture under a heading; neither where there is none.
  mutating func section(_ title: String, anchor: String, showing request: PictureRequest) {
    guard let picture = pictures.picture(request), !isShown(request) else { return }
    // The heading is printed on the same sheet.
    section(title, anchor: anchor, class: Paper(of: picture)?.name) { $0.picture(request) }
  }

  /// A table that scrolls on its own where the page is narrow.
  mutating func table(
    _ caption: Phrase, _ titles: [Phrase], class: String? = nil,
    rows: (inout PageWriter) -> Void
  ) {
    table(words[caption], titles.map { words[$0] }, class: `class`, rows: rows)
  }

  /// A table that scrolls on its own where the page is narrow.
  mutating func table(
    _ caption: String, _ titles: [String], class: String? = nil,
    rows: (inout PageWriter) -> Void
  ) {
    block(
      "div", .class("scroll"), Attribute("tabindex", "0"), Attribute("role", "group"),
      .label(caption)
    ) { page in
      page.block("table", `class`.map { .class($0) }) { page in
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
