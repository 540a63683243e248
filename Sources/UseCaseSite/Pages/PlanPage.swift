import UseCaseModel
import UseCaseSyntax

/// The delivery plan: increments with their timeboxes, effort against capacity, what nobody has
/// planned yet.
struct PlanPage: PageKind {
  /// How many use cases without a timebox are named.
  private static let limit = 100

  /// How many timeboxes stand on a page.
  private static let timeboxesOnPage = 60

  func pages(of site: Site) -> [Page] {
    let increments = site.elements(.increment).map(Increment.init)
    guard !increments.isEmpty else { return [] }
    let request = PictureRequest(.plan)
    let groups = increments.map { Group(subject: $0, items: $0.timeboxes) }
    let pages = paged(groups, limit: PlanPage.timeboxesOnPage)
    return pages.enumerated().map { index, groups in
      let number = index + 1
      return Page(
        Address.plan.numbered(number), title: site.words[.plan], board: .plan,
        pictures: number == 1 ? [request] : [], details: []
      ) { page in
        page.heading(.plan, lead: page.words[.planLead])
        let all = site.elements(.useCase).map(UseCase.init)
        if number == 1 {
          page.effort(of: all, capacity: nil, title: .effortOfAll, hasMarks: true)
          page.section(.planAsAPicture, anchor: "picture", showing: request)
        }
        for group in groups { page.increment(group.subject, group.items) }
        page.pager(.plan, page: number, of: pages.count)
        if number == 1 { page.unscheduled(all, limit: PlanPage.limit) }
      }
    }
  }
}

extension PageWriter {
  fileprivate mutating func increment(_ increment: Increment, _ timeboxes: [Timebox]) {
    block("section", anchor(slug(ofKey: increment.key).name)) { page in
      page.block("h2") { $0.link(to: increment.element) }
      page.block("p", .class("rationale")) { page in
        page.period(of: increment.element)
        if let goal = increment[Clauses.goal] {
          page.text(" · ")
          page.text(goal)
        }
      }
      guard !timeboxes.isEmpty else { return }
      let titles: [Phrase] = [.timebox, .period, .effortAgainstCapacity, .useCases]
      page.table(page.words[.timeboxesOf, increment.title], titles.map { page.words[$0] }) { page in
        for timebox in timeboxes { page.row(of: timebox) }
      }
    }
  }

  private mutating func row(of timebox: Timebox) {
    let useCases = timebox.useCases
    let (effort, capacity) = (Effort(useCases), timebox[Clauses.capacity])
    block("tr") { page in
      page.element("th", Attribute("scope", "row")) { $0.link(to: timebox.element) }
      page.element("td") { $0.period(of: timebox.element) }
      page.element("td", .class("planned")) { page in
        page.effortBar(effort, capacity: capacity)
        let unit = page.words[choice: timebox.model.effortUnit]
        page.text(formattedSum(effort.total))
        if let capacity { page.text(" / " + formatted(capacity)) }
        page.text(" " + unit)
        guard let capacity, effort.total > capacity else { return }
        page.text(" ")
        page.badge(.exceeded, .bad)
      }
      page.element("td", .class("number"), text: String(useCases.count))
    }
  }

  private mutating func period(of element: Element) {
    date(element[Clauses.from])
    text("\u{2009}–\u{2009}")
    date(element[Clauses.to])
  }

  /// Musts and Shoulds that no timebox delivers.
  fileprivate mutating func unscheduled(_ useCases: [UseCase], limit: Int) {
    let open = useCases.filter { useCase in
      useCase.priority != nil && useCase.priority != .wont
        && [.draft, .proposed, .approved].contains(useCase.status) && useCase.timebox == nil
    }
    let sorted = Priority.allCases.flatMap { priority in open.filter { $0.priority == priority } }
    guard !sorted.isEmpty else { return }
    section(.notPlanned, anchor: "open") { page in
      page.entries(of: sorted.prefix(limit).map(\.element))
      guard sorted.count > limit else { return }
      page.block("p", .class("calm"), text: page.words[.andMore, String(sorted.count - limit)])
    }
  }
}
