import UseCaseModel
import UseCaseSyntax

struct TimeboxLength: Rule {
  static let info = RuleInfo(
    name: "timebox-length", category: .delivery, severity: .info, source: .dsdm,
    summary: "A timebox is shorter than two or longer than six weeks.",
    rationale: """
      In less than two weeks little can be explored, built and accepted; after more than six nobody \
      remembers what was agreed.
      """,
    bad: """
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-05-01
        }
      }
      """,
    good: """
      increment Buy {
        from 2026-03-02
        to 2026-05-08
        timebox Choose {
          from 2026-03-02
          to 2026-03-20
        }
      }
      """)

  static let options = [
    RuleOption(
      "shortest", \TimeboxLength.shortest, in: 1...52, "How many weeks it lasts at least."),
    RuleOption("longest", \TimeboxLength.longest, in: 1...52, "How many weeks it lasts at most."),
  ]

  private(set) var shortest = 2
  private(set) var longest = 6

  func check(_ timebox: Timebox, in context: RuleContext, report: inout Findings) {
    guard let days = timebox.period?.days, let end = timebox.first(Clauses.to) else { return }
    // From Monday to Friday of the next week are two weeks.
    let isTooShort = days + 2 < shortest * 7
    guard isTooShort || days > longest * 7 else { return }
    report.add(
      "timebox '\(timebox.title)' lasts \(days) \(days == 1 ? "day" : "days"), "
        + (isTooShort ? "less than \(shortest)" : "more than \(longest)") + " weeks",
      at: end.place,
      labels: timebox.first(Clauses.from).map { [Label("the first day", at: $0.place)] } ?? [],
      help: [isTooShort ? "join it with the next one" : "divide it, each part with its own goal"])
  }
}
