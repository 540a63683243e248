import UseCaseModel
import UseCaseSyntax

struct RecoveryWithoutDeadline: Rule {
  static let info = RuleInfo(
    name: "recovery-without-deadline", category: .measures, severity: .info,
    source: .serviceRecovery,
    summary: "A reactive measure does not say within what time.",
    rationale: """
      How fast something is put right matters as much as how well; a measure without a time is \
      taken when somebody has one.
      """,
    bad: """
      journey Buy {
        stage Delivery {
          touchpoint Wait {
            moment TheDelay "Do they keep their word?" {
              polarity negative
              impact 5
              reactive "An apology with the new day"
            }
          }
        }
      }
      """,
    good: """
      journey Buy {
        stage Delivery {
          touchpoint Wait {
            moment TheDelay "Do they keep their word?" {
              polarity negative
              impact 5
              reactive "An apology with the new day" within 24 h
            }
          }
        }
      }
      """)

  func check(_ moment: Moment, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: moment).contains(Clauses.reactive) else { return }
    for clause in moment.clauses(Clauses.reactive)
    where clause.tail(Keyword("within")) == nil && !clause.syntax.isBroken {
      guard let text = clause.text else { continue }
      report.add(
        "this reactive measure does not say within what time", at: text.place,
        labels: [Label("of this moment of truth", at: moment.place)],
        help: ["promise a time behind it: 'within 24 h'"])
    }
  }
}
