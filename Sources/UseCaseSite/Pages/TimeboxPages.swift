import UseCaseModel
import UseCaseSyntax

/// A timebox: what it delivers, and how the effort stands to the capacity.
struct TimeboxPages: ElementPageKind {
  func lead(of timebox: Timebox) -> TextSyntax? { timebox[Clauses.goal] }

  func writeFacts(of timebox: Timebox, to facts: inout FactsWriter) {
    facts.row(.increment, timebox.increment?.element)
    facts.period(of: timebox.element)
    let unit = facts.words[choice: timebox.model.effortUnit]
    facts.row(.capacity, timebox[Clauses.capacity].map { formatted($0) + " " + unit })
    let effort = Effort(timebox.useCases)
    facts.row(.effort, effort.total > 0 ? formatted(effort.total) + " " + unit : nil)
  }

  func writeSections(of timebox: Timebox, to page: inout PageWriter) {
    page.effort(of: timebox.useCases, capacity: timebox[Clauses.capacity])
    let useCases = timebox.useCases
    guard !useCases.isEmpty else { return }
    page.section(.delivers, anchor: "delivers") { page in
      let titles: [Phrase] = [.useCase, .priority, .effort, .status]
      page.table(.useCasesInThisTimebox, titles) { page in
        for useCase in useCases {
          page.block("tr") { page in
            page.element("th", Attribute("scope", "row")) { $0.link(to: useCase.element) }
            page.element("td") { $0.badge(useCase.priority) }
            page.element("td", .class("number"), text: useCase.effort(in: page.words) ?? "–")
            page.element("td") { $0.badge(useCase.status) }
          }
        }
      }
    }
  }
}

extension Effort {
  /// In the order of the priorities, last what has none; without what takes no effort.
  fileprivate var byPriority: [(priority: Priority?, effort: Double)] {
    (Priority.allCases.map(Optional.some) + [nil]).map { ($0, sum(of: $0)) }.filter { $0.1 > 0 }
  }
}

extension FactsWriter {
  /// The first and the last day.
  mutating func period(of element: Element) {
    guard let from = element[Clauses.from], let to = element[Clauses.to] else { return }
    row(.period) { page in
      page.date(from)
      page.text("\u{2009}–\u{2009}")
      page.date(to)
    }
    let days = to.dayNumber - from.dayNumber + 1
    if days > 0 { row(.length, days == 1 ? words[.oneDay] : words[.days, String(days)]) }
  }
}

extension PageWriter {
  /// Effort by priority, as a bar against the capacity and in words.
  mutating func effort(
    of useCases: [UseCase], capacity: Double?, title: Phrase = .effort, hasMarks: Bool = false
  ) {
    let effort = Effort(useCases)
    guard effort.total > 0, effort.total.isFinite else { return }
    let unit = words[choice: site.model.effortUnit]
    section(title, anchor: "effort") { page in
      page.effortBar(effort, capacity: capacity, hasMarks: hasMarks)
      page.block("ul", .class("legend")) { page in
        for (priority, part) in effort.byPriority {
          page.block("li") { page in
            page.element("span", .class("swatch " + (priority?.rawValue ?? "open"))) { _ in }
            page.text(priority?.words ?? .withoutPriority)
            page.text(": " + formatted(part) + " " + unit + ", ")
            page.text(percentage(part, of: effort.total))
          }
        }
        if hasMarks { page.block("li", .class("kind"), text: .dsdmMarks) }
        guard let capacity else { return }
        page.block("li") { page in
          page.text(.capacity)
          page.text(": " + formatted(capacity) + " " + unit)
          guard effort.total > capacity else { return }
          page.text(", ")
          page.text(.exceeded)
        }
      }
    }
  }

  /// Effort by priority, against the capacity or with marks at 60 and 80 percent.
  mutating func effortBar(_ effort: Effort, capacity: Double?, hasMarks: Bool = false) {
    let whole = max(effort.total, capacity ?? 0)
    guard whole > 0, whole.isFinite else { return }
    element(
      "svg", .class("effort"), Attribute("viewBox", "0 0 600 28"), Attribute("width", "600"),
      Attribute("height", "28"), Attribute("aria-hidden", "true"),
      Attribute("preserveAspectRatio", "none")
    ) { page in
      page.rectangle("track", from: 0, to: 600)
      var position = 0.0
      for (priority, part) in effort.byPriority {
        let start = 600 * position / whole
        position += part
        page.rectangle(priority?.rawValue ?? "open", from: start, to: 600 * position / whole)
      }
      if hasMarks {
        for share in [0.6, 0.8] {
          page.rectangle("limit", from: 600 * share - 1, to: 600 * share + 1)
        }
      }
      guard let capacity, capacity > 0, capacity < whole else { return }
      page.rectangle("capacity", from: 600 * capacity / whole - 1, to: 600 * capacity / whole + 1)
    }
  }

  private mutating func rectangle(_ name: String, from start: Double, to end: Double) {
    let (left, right) = (Int(start.rounded()), Int(end.rounded()))
    shape(
      "rect", .class(name), Attribute("x", String(left)), Attribute("y", "0"),
      Attribute("width", String(max(0, right - left))), Attribute("height", "28")
    )
  }
}

/// "57 %"
func percentage(_ part: Double, of whole: Double) -> String {
  guard whole > 0, part.isFinite, whole.isFinite else { return "–" }
  return formatted((100 * part / whole).rounded()) + "\u{A0}%"
}
