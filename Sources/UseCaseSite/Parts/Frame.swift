import UseCaseModel
import UseCaseSyntax

extension Site {
  /// Allows the site's own styles, pictures and script and nothing else: no request, no form, no
  /// frame.
  private static let policy: StaticString = """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; \
    img-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'
    """

  /// Writes a page with the frame that all pages share.
  ///
  /// `navigation` is what stands in its own, where that is known already.
  func render(
    _ page: Page, with pictures: Pictures, parts: Set<String> = [], navigation: [UInt8]? = nil
  ) -> [UInt8] {
    var writer = PageWriter(self, pictures, path: page.path, parts: parts)
    writer.raw("<!DOCTYPE html>\n")
    writer.block("html", Attribute("lang", language)) { html in
      html.raw("\n")
      html.block("head") { writeHead(of: page, to: &$0) }
      html.block("body") { writeBody(of: page, navigation, to: &$0) }
    }
    return writer.bytes
  }

  private func writeHead(of page: Page, to html: inout PageWriter) {
    html.raw("\n<meta charset=\"utf-8\">\n")
    html.raw(Site.policy)
    if script != nil { html.raw("; connect-src 'self'") }
    html.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    let isOverview = page.path == Address.overview.page
    html.block("title", text: isOverview ? title : page.title + " · " + title)
    html.void("link", Attribute("rel", "icon"), .href(.icon), Attribute("type", "image/svg+xml"))
    html.void("link", Attribute("rel", "stylesheet"), .href(.stylesheet))
    if !page.pictures.isEmpty || !html.parts.isEmpty {
      html.void("link", Attribute("rel", "stylesheet"), .href(.pictureStylesheet))
    }
    html.element("script", Attribute("src", Address.script.page)) { _ in }
    if let script {
      html.element("script", Attribute("src", script), Attribute("defer", ""), text: "")
    }
    html.raw("\n")
  }

  private func writeBody(of page: Page, _ navigation: [UInt8]?, to html: inout PageWriter) {
    html.raw("\n")
    html.block("a", .class("skip"), Attribute("href", "#content"), text: .skipToTheContent)
    writeMasthead(to: &html)
    writeNavigation(for: page, navigation, to: &html)
    html.block("main", html.anchor("content"), Attribute("tabindex", "-1")) { html in
      if page.path != Address.overview.page { writeBreadcrumbs(of: page, to: &html) }
      html.block("article") { page.write(&$0) }
    }
    html.block("footer", .class("colophon")) { html in
      if let footer = look.footer {
        html.block("div", .class("prose")) { $0.markdown(footer) }
      }
      html.block("p", text: .colophon)
    }
  }

  private func writeMasthead(to html: inout PageWriter) {
    html.block("header", .class("masthead")) { html in
      html.element("a", .class("brand"), .href(.overview)) { html in
        if let logo = look.logo {
          html.void("img", .class("logo"), Attribute("src", logo), Attribute("alt", ""))
        }
        html.text(title)
      }
      if let version = model.declaration?[Clauses.version] {
        html.element("span", .class("version")) { html in
          html.element("span", .class("unseen"), text: .version)
          html.text(" ")
          html.text(version)
        }
      }
      html.element("span", .class("tools")) { html in
        html.element("a", .class("search"), .href(.index)) { html in
          html.element("span", .class("with-script"), text: .search)
          html.element("span", .class("without-script"), text: .index)
        }
      }
      html.element(
        "button", .class("menu"), Attribute("type", "button"),
        Attribute("popovertarget", "navigation"), text: .menu)
    }
  }

  // MARK: Ways around

  private func writeNavigation(for page: Page, _ known: [UInt8]?, to html: inout PageWriter) {
    html.block(
      "nav", .class("navigation"), html.anchor("navigation"), Attribute("popover", "auto"),
      .label(.site)
    ) { html in
      if let known { html.markup(known) } else { writeWays(from: page, to: &html) }
    }
  }

  /// By kind: the navigation as it stands in all pages of the elements of that kind.
  var navigations: [ElementKind: [UInt8]] {
    let sections = Section.groups.flatMap(\.sections).filter { !elements($0.kind).isEmpty }
    return Dictionary(
      sections.map { section in
        var html = PageWriter(self, .none, path: "")
        writeWays(from: Page(Address(""), title: "", section: section) { _ in }, to: &html)
        return (section.kind, html.bytes)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func writeWays(from page: Page, to html: inout PageWriter) {
    html.block("ul") { html in
      writeEntry(words[.overview], .overview, for: page, to: &html)
      for board in boards {
        writeEntry(
          words[board.title], board.address, count: board.count, for: page,
          isInside: page.board == board.address, to: &html)
      }
    }
    for group in Section.groups {
      let sections = group.sections.filter { !elements($0.kind).isEmpty }
      guard !sections.isEmpty else { continue }
      html.block("p", .class("group"), text: group.title)
      html.block("ul") { html in
        for section in sections {
          writeEntry(
            words[section.title], section.address, count: elements(section.kind).count, for: page,
            isInside: page.section?.kind == section.kind, to: &html)
        }
      }
    }
    html.block("ul", .class("last")) { html in
      for extra in extraPages { writeEntry(extra.title, extra.address, for: page, to: &html) }
      writeEntry(words[.index], .index, for: page, to: &html)
    }
  }

  private func writeEntry(
    _ title: String, _ address: Address, count: Int? = nil, for page: Page, isInside: Bool = false,
    to html: inout PageWriter
  ) {
    let isHere = address.page == page.path
    html.block("li") { html in
      html.element(
        "a", .href(address), isInside || isHere ? .class("here") : nil,
        isHere ? Attribute("aria-current", "page") : nil
      ) { html in
        html.text(title)
        guard let count else { return }
        html.text(" ")
        html.element("span", .class("count"), text: String(count))
      }
    }
  }

  private func writeBreadcrumbs(of page: Page, to html: inout PageWriter) {
    html.block("nav", .class("breadcrumbs"), .label(.breadcrumbs)) { html in
      html.block("ol") { html in
        html.element("li") { $0.link(to: .overview, Phrase.overview) }
        if let section = page.section, section.address.page != page.path {
          html.element("li") { $0.link(to: section.address, section.title) }
        }
        html.element("li") { html in
          html.element("span", Attribute("aria-current", "page"), text: page.title)
        }
      }
    }
  }
}
