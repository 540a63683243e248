import UseCaseModel
import UseCaseSyntax

struct PainWithoutRemedy: ExpectingRule {
  static let info = RuleInfo(
    name: "pain-without-remedy", category: .coverage, severity: .warning, source: .journeyMethod,
    summary: "Nothing answers a pain point.",
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

  func expects(_ touchpoint: Touchpoint, in context: RuleContext) -> Bool {
    context.clauses(of: touchpoint).contains(Clauses.pain)
  }

  /// Each pain.
  func expectations(in touchpoint: Touchpoint, _ context: RuleContext) -> [Place] {
    expects(touchpoint, in: context) ? pains(of: touchpoint).map(\.text.place) : []
  }

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    guard expects(touchpoint, in: context),
      !context.clauses(of: touchpoint).contains(Clauses.opportunity)
    else { return }
    for pain in pains(of: touchpoint) where pain.clause.tail(Keyword("answered by")) == nil {
      report.add(
        "nothing answers this pain point", at: pain.text.place,
        labels: [Label("of this touchpoint", at: touchpoint.place)],
        help: ["name the use case that answers it ('answered by …'), or say an 'opportunity'"])
    }
  }

  private func pains(
    of touchpoint: Touchpoint
  ) -> [(clause: ClauseSyntax, text: TextSyntax)] {
    touchpoint.clauses(Clauses.pain).compactMap { clause in
      clause.syntax.isBroken ? nil : clause.text.map { (clause, $0) }
    }
  }
}
