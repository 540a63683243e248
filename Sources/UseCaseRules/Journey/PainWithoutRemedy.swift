import UseCaseModel
import UseCaseSyntax

/// Nothing answers a pain point.
struct PainWithoutRemedy: Rule {
  static let info = RuleInfo(
    name: "pain-without-remedy", category: .coverage, severity: .warning, source: .journeyMethod,
    rationale: """
      A pain point that is known and left alone is a decision; it should be visible as one, or \
      become an opportunity.
      """,
    bad: """
      journey Buy {
        stage Purchase {
          touchpoint Pay { pain "Too many fields" }
        }
      }
      """,
    good: """
      usecase PayWithOneTap
      journey Buy {
        stage Purchase {
          touchpoint Pay { pain "Too many fields" answered by PayWithOneTap }
        }
      }
      """)

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: touchpoint)
    guard clauses.contains(Clauses.pain), !clauses.contains(Clauses.opportunity) else { return }
    for pain in touchpoint.clauses(Clauses.pain)
    where !pain.syntax.isBroken && pain.tail(Keyword("answered by")) == nil {
      guard let text = pain.text else { continue }
      report.add(
        "nothing answers this pain point", at: text.place,
        labels: [Label("of this touchpoint", at: touchpoint.place)],
        help: ["name the use case that answers it ('answered by …'), or say an 'opportunity'"])
    }
  }
}
