/// The pages that a team adds in Markdown.
struct ExtraPages: PageKind {
  func pages(of site: Site) -> [Page] {
    site.extraPages.map { extra in
      Page(extra.address, title: extra.title, board: extra.address, details: []) { page in
        page.block("header", .class("title")) { $0.block("h1", text: extra.title) }
        page.block("div", .class("prose")) { $0.markdown(extra.markdown) }
      }
    }
  }
}

/// A page of a team's own with its place.
struct PlacedPage: Sendable {
  let title: String
  let address: Address
  /// Without its title.
  let markdown: String

  /// Pages of one name, from different folders, are told apart by their numbers.
  static func all(_ pages: [SiteLook.ExtraPage]) -> [PlacedPage] {
    var taken: [String: Int] = [:]
    return pages.map { page in
      let name = slug(ofKey: page.name).name
      taken[name.lowercased(), default: 0] += 1
      let number = taken[name.lowercased()] ?? 1
      return PlacedPage(page, at: Address("page-" + name + ".html").numbered(number))
    }
  }

  /// The title is the heading that the page begins with, else its name.
  private init(_ page: SiteLook.ExtraPage, at address: Address) {
    self.address = address
    let lines = page.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) }
    if let first, lines[first].hasPrefix("# ") {
      title = String(lines[first].dropFirst(2).drop(while: \.isWhitespace))
      markdown = lines[(first + 1)...].joined(separator: "\n")
    } else {
      title = page.name
      markdown = page.markdown
    }
  }
}
