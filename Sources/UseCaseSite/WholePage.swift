import UseCaseModel

extension Site {
  /// How many pages are put together on one; beyond that it would be no page that a browser prints.
  private static let greatestWhole = 400

  /// All pages as one, to be printed or saved as PDF: the overview first, then boards and elements
  /// in the order of the catalogue. Nil where there are too many.
  func wholePage(of pages: [Page], with pictures: Pictures) -> SitePage? {
    let parts = pages.filter { $0.board != .index }
    guard pages.count <= Site.greatestWhole else { return nil }
    let whole = Page(.whole, title: words[.wholeSite]) { page in
      for part in parts {
        page.begin(part: part.path)
        page.block("article", .class("part"), page.anchor("")) { part.write(&$0) }
      }
    }
    return render(whole, with: pictures, parts: Set(parts.map(\.path)))
  }
}
