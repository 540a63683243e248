import UseCaseModel
import UseCaseSyntax

/// An event log: which journey it records, and what its activities stand for.
struct LogPages: ElementPageKind {
  func writeFacts(of log: EventLog, to facts: inout FactsWriter) {
    facts.row(.journey, log.target(Clauses.logJourney))
    if let data = log[Clauses.logData] {
      facts.row(.data) { $0.element("code", text: data.string) }
    }
    for clause in log.clauses(Clauses.column) {
      guard let column = clause.choice(LogColumn.self), let title = clause.text else { continue }
      facts.row(facts.words[.columnOf, facts.words[choice: column]]) { $0.text(title) }
    }
  }

  func writeSections(of log: EventLog, to page: inout PageWriter) {
    let activities = log.clauses(Clauses.activity)
    guard !activities.isEmpty else { return }
    page.section(.activities, anchor: "activities") { page in
      page.table(.activities, [.inTheLog, .inTheJourney]) { page in
        for clause in activities {
          page.block("tr") { page in
            page.element("th", Attribute("scope", "row"), text: clause.text?.string ?? "")
            page.element("td") { page in
              guard let reference = clause.reference else { return page.text(.ignored) }
              page.link(reference)
            }
          }
        }
      }
    }
  }
}
