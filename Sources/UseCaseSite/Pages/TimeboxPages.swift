import UseCaseModel
import UseCaseSyntax

/// A timebox: what it delivers, and how the effort stands to the capacity.
struct TimeboxPages: ElementPageKind {
  func lead(of timebox: Timebox) -> TextSyntax? { timebox[Clauses.goal] }

  func writeFacts(of timebox: Timebox, to facts: inout FactsWriter) {
    facts.row("Increment", timebox.increment?.element)
    facts.period(of: timebox.element)
    let unit = timebox.model.effortUnit.rawValue
    facts.row("Capacity", timebox[Clauses.capacity].map { formatted($0) + " " + unit })
    let effort = Effort(timebox.useCases)
    facts.row("Effort", effort.total > 0 ? formatted(effort.total) + " " + unit : nil)
  }

  func writeSections(of timebox: Timebox, to page: inout PageWriter) {
    page.effort(of: timebox.useCases, capacity: timebox[Clauses.capacity])
    let useCases = timebox.useCases
    guard !useCases.isEmpty else { return }
    page.section("Delivers", anchor: "delivers") { page in
      let titles = ["Use case", "Priority", "Effort", "Status"]
      page.table("Use cases in this timebox", titles) { page in
        for useCase in useCases {
          page.block("tr") { page in
            page.element("th", Attribute("scope", "row")) { $0.link(to: useCase.element) }
            page.element("td") { $0.badge(useCase.priority) }
            page.element("td", .class("number"), text: useCase.effortText ?? "–")
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
    row("Period") { page in
      page.date(from)
      page.text(" to ")
      page.date(to)
    }
    let days = to.dayNumber - from.dayNumber + 1
    if days > 0 { row("Length", String(days) + (days == 1 ? " day" : " days")) }
  }
}

extension PageWriter {
  /// Effort by priority, as a bar against the capacity and in words.
  mutating func effort(of useCases: [UseCase], capacity: Double?) {
    let effort = Effort(useCases)
    guard effort.total > 0, effort.total.isFinite else { return }
    let unit = site.model.effortUnit.rawValue
    section("Effort", anchor: "effort") { page in
      page.effortBar(effort, capacity: capacity)
      page.block("ul", .class("legend")) { page in
        for (priority, part) in effort.byPriority {
          page.block("li") { page in
            page.element("span", .class("swatch " + (priority?.rawValue ?? "open"))) { _ in }
            page.text(
              (priority?.words ?? "Without priority") + ": " + formatted(part) + " " + unit + ", "
                + percentage(part, of: effort.total))
          }
        }
        guard let capacity else { return }
        page.block("li") { page in
          page.text("Capacity: " + formatted(capacity) + " " + unit)
          if effort.total > capacity { page.text(", exceeded") }
        }
      }
    }
  }

  private mutating func effortBar(_ effort: Effort, capacity: Double?) {
    let whole = max(effort.total, capacity ?? 0)
    guard whole > 0, whole.isFinite else { return }
    element(
      "svg", .class("effort"), Attribute("viewBox", "0 0 600 28"), Attribute("width", "600"),
      Attribute("height", "28"), Attribute("aria-hidden", "true"), Attribute("focusable", "false"),
      Attribute("preserveAspectRatio", "none")
    ) { page in
      page.rectangle("track", from: 0, to: 600)
      var position = 0.0
      for (priority, part) in effort.byPriority {
        let start = 600 * position / whole
        position += part
        page.rectangle(priority?.rawValue ?? "open", from: start, to: 600 * position / whole)
      }
      guard let capacity, capacity > 0, capacity < whole else { return }
      page.rectangle("capacity", from: 600 * capacity / whole - 1, to: 600 * capacity / whole + 1)
    }
  }

  private mutating func rectangle(_ name: String, from start: Double, to end: Double) {
    let (left, right) = (Int(start.rounded()), Int(end.rounded()))
    element(
      "rect", .class(name), Attribute("x", String(left)), Attribute("y", "0"),
      Attribute("width", String(max(0, right - left))), Attribute("height", "28")
    ) { _ in }
  }
}

/// "57 %"
func percentage(_ part: Double, of whole: Double) -> String {
  guard whole > 0, part.isFinite, whole.isFinite else { return "–" }
  return formatted((100 * part / whole).rounded()) + "\u{A0}%"
}
