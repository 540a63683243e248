import UseCaseModel

extension Site {
  /// How many pages are put together on one; beyond that it would be no page that a browser prints.
  private static let greatestWhole = 400

  /// All pages as one, to be printed or saved as PDF: the overview first, then boards and elements
  /// in the order of the catalogue. Nil where there are too many.
  func wholePage(of pages: [Page]) -> SiteFile? {
    let parts = pages.filter { $0.board != .index }
    guard pages.count <= Site.greatestWhole else { return nil }
    let whole = Page(.whole, title: words[.wholeSite]) { page in
      for part in parts {
        page.begin(part: part.path)
        page.block("article", .class("part"), page.anchor("")) { part.write(&$0) }
      }
    }
    let paths = Set(parts.map(\.path))
    return SiteFile(path: whole.path, pictures: parts.flatMap(\.pictures), details: nil) {
      self.render(whole, with: $0, parts: paths)
    }
  }
}
