import UseCaseModel
import UseCaseSyntax

struct ReviewOverdue: Rule {
  static let info = RuleInfo(
    name: "review-overdue", category: .delivery, severity: .warning, source: .journeyMethod,
    summary: "The day of the next review has passed.",
    rationale:
      "Customers change, and so do we; what nobody has looked at for long describes the past.",
    bad: """
      journey Buy { reviewed 2026-01-15 every 90 days }
      """,
    good: """
      journey Buy { reviewed 2026-06-15 every 90 days }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard let today = context.today, context.clauses(of: element).contains(Clauses.reviewed),
      let clause = element.first(Clauses.reviewed), let reviewed = clause.date,
      let every = clause.every, let seconds = every.seconds, seconds >= 0
    else { return }
    let days = (seconds / 86_400).rounded(.down)
    let late = Double(today.dayNumber - reviewed.dayNumber) - days
    guard late > 0 else { return }
    report.add(
      "\(element.kind.noun) '\(element.title)' was due for review "
        + (late == 1 ? "yesterday" : "\(formatted(late)) days ago"),
      at: clause.place,
      help: [
        "look through it, and write down the day: 'reviewed \(today.description) every "
          + "\(every.description)'"
      ])
  }
}
