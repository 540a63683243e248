/// A group of a long list, or the part of it that stands on one page.
struct Group<Subject, Item> {
  let subject: Subject
  var items: [Item]
}

extension Group: Sendable where Subject: Sendable, Item: Sendable {}

/// Cuts a list into pages of at most `limit` items, so that no page grows without end. A group that
/// does not fit on a page goes on on the next one; there is always one page.
func paged<Subject, Item>(
  _ groups: [Group<Subject, Item>], limit: Int
) -> [[Group<Subject, Item>]] {
  var pages: [[Group<Subject, Item>]] = [[]]
  var room = limit
  for group in groups {
    var rest = group.items[...]
    repeat {
      if room == 0 {
        pages.append([])
        room = limit
      }
      let part = rest.prefix(room)
      pages[pages.count - 1].append(Group(subject: group.subject, items: Array(part)))
      room -= part.count
      rest = rest.dropFirst(part.count)
    } while !rest.isEmpty
  }
  return pages
}

extension Address {
  /// The page of a list that is cut into several; the first, number 1, is the list's own.
  func numbered(_ number: Int) -> Address {
    guard number > 1 else { return self }
    return Address(String(page.dropLast(".html".count)) + "-" + String(number) + ".html")
  }
}

extension PageWriter {
  /// How many pages are named on each side of the one that is read.
  private static var pagesBeside: Int { 5 }

  /// The ways to the other pages of a list, of many to the first, the last and those beside this
  /// one; where they stand twice, each has a name of its own.
  mutating func pager(
    _ list: Address, page number: Int, of count: Int, named name: Phrase = .pages
  ) {
    guard count > 1, !isPart else { return }
    let beside = PageWriter.pagesBeside
    let near = max(1, number - beside)...max(1, min(count, number + beside))
    block("nav", .class("pager"), .label(name)) { page in
      page.block("ol") { page in
        var last = 0
        for place in Set([1, count]).union(near).sorted() {
          if place > last + 1 { page.element("li", text: "…") }
          last = place
          page.element("li") { page in
            page.element(
              "a", .href(list.numbered(place)),
              place == number ? Attribute("aria-current", "page") : nil,
              .label(.pageOf, String(place), String(count)), text: String(place))
          }
        }
      }
    }
  }
}
