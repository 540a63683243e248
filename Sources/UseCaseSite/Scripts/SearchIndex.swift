import UseCaseModel
import UseCaseSyntax

/// What search looks through: a script that hands over a table, because a page from the file system
/// may not fetch one.
enum SearchIndex {
  /// How many characters of an element's goal or description are told.
  private static let extraLength = 80

  /// The kinds with their elements: title, place, a few words.
  static func text(of site: Site) -> String {
    var kinds: [JSONValue] = []
    for kind in ElementKind.allCases where kind != .model {
      let elements = site.elements(kind)
      guard !elements.isEmpty else { continue }
      kinds.append(
        group(
          key: kind.keyword, one: site.words.noun(kind), many: site.words.plural(kind),
          start: kind.keyword + "-", elements.map { entry(of: $0, site) }))
    }
    let boards = site.boards.map { board in
      JSONValue.array([.string(site.words[board.title]), .string("=" + board.address.href)])
    }
    let pages = site.extraPages.map { page in
      JSONValue.array([.string(page.title), .string("=" + page.address.href)])
    }
    let page = site.words[.page]
    kinds.append(group(key: "page", one: page, many: page, start: "", boards + pages))
    return "usecaseSearch(" + JSONValue.array(kinds).text(.compact) + ");\n"
  }

  private static func group(
    key: String, one: String, many: String, start: String, _ list: [JSONValue]
  ) -> JSONValue {
    [
      "key": .string(key), "one": .string(one), "many": .string(many), "start": .string(start),
      "list": .array(list),
    ]
  }

  private static func entry(of element: Element, _ site: Site) -> JSONValue {
    let address = site.address(of: element)?.href ?? ""
    let start = element.kind.keyword + "-"
    let isPage = address.hasPrefix(start) && address.hasSuffix(".html")
    let place = isPage ? String(address.dropFirst(start.count).dropLast(5)) : "=" + address
    var parts = [element.identifier, element.oneLine?.text.string].compactMap { $0 }
    parts += element.tags
    let extra = oneLine(parts.joined(separator: " · "))
    let isLong = extra.count > extraLength
    let shown = isLong ? extra.prefix(extraLength) + "…" : extra[...]
    let values = [oneLine(element.title), place] + (shown.isEmpty ? [] : [String(shown)])
    return .array(values.map { .string($0) })
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
