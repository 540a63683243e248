import UseCaseModel
import UseCaseSyntax

/// What was looked through when, by whom, and when that is due again.
struct ReviewsPage: PageKind {
  /// How many reviews stand on a page.
  private static let limit = 300

  func pages(of site: Site) -> [Page] {
    guard !site.reviews.isEmpty else { return [] }
    let pages = paged([Group(subject: (), items: site.reviews)], limit: ReviewsPage.limit)
    return pages.enumerated().map { index, groups in
      let address = Address.reviews.numbered(index + 1)
      return Page(address, title: site.words[.reviews], board: .reviews, details: []) { page in
        page.heading(.reviews) { page in
          guard let day = site.today else { return page.text(.reviewsWithoutDay) }
          page.text(.reviewsLead) { $0.date(day) }
        }
        page.reviews(groups.flatMap(\.items), hasDay: site.today != nil)
        page.pager(.reviews, page: index + 1, of: pages.count)
      }
    }
  }
}

extension PageWriter {
  fileprivate mutating func reviews(_ reviews: [Review], hasDay: Bool) {
    let titles: [Phrase] =
      [.what, .due, .lastReviewed, .interval, .reviewer] + (hasDay ? [.status] : [])
    table(.reviews, titles) { page in
      for review in reviews {
        page.block("tr") { page in
          page.element("th", Attribute("scope", "row")) { page in
            if review.element.kind == .model {
              page.link(to: .overview, page.site.title)
            } else {
              page.link(to: review.element)
            }
            page.text(" ")
            page.element("span", .class("kind"), text: page.words.noun(review.element.kind))
          }
          page.element("td") { $0.date(review.due) }
          page.element("td") { $0.date(review.last) }
          page.element("td", text: review.every.map { page.words[$0] } ?? "–")
          page.element("td") { page in if let who = review.who { page.link(who) } }
          guard hasDay else { return }
          page.element("td") { page in
            if review.due != nil {
              page.badge(review.isDue ? .overdue : .inTime, review.isDue ? .poor : .good)
            }
          }
        }
      }
    }
  }
}
