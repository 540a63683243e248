import UseCaseModel
import UseCaseSyntax

struct TouchpointIncomplete: ExpectingRule {
  static let info = RuleInfo(
    name: "touchpoint-incomplete", category: .coverage, severity: .warning,
    source: .journeyMethod,
    summary: "A touchpoint lacks its channel, action, response or outcome.",
    rationale: """
      A touchpoint is where a customer does something on a channel, we answer, and the customer \
      gets what he or she came for; without one of them nobody can judge whether it works.
      """,
    bad: """
      channel Web
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            channel Web
            action "Chooses a way to pay"
          }
        }
      }
      """,
    good: """
      channel Web
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            channel Web
            action "Chooses a way to pay"
            response "Says at once whether it worked"
            outcome "Has paid once, and knows it"
          }
        }
      }
      """)

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: touchpoint)
    let isExternal = clauses.contains(Clauses.external)
    let isComplete =
      clauses.contains(Clauses.channels) && clauses.contains(Clauses.action)
      && (isExternal || clauses.contains(Clauses.response)) && clauses.contains(Clauses.outcome)
    guard !isComplete, expects(touchpoint, in: context) else { return }
    var missing: [String] = []
    if !clauses.contains(Clauses.channels) { missing.append("channel") }
    if !clauses.contains(Clauses.action) { missing.append("action") }
    if !isExternal, !clauses.contains(Clauses.response) { missing.append("response") }
    if !clauses.contains(Clauses.outcome) { missing.append("outcome") }
    report.add(
      "touchpoint '\(touchpoint.title)' has \(listed(missing.map { "no " + $0 }))",
      at: touchpoint.place)
  }
}
