import UseCaseModel
import UseCaseSyntax

struct MomentWithoutRecovery: ExpectingRule {
  static let info = RuleInfo(
    name: "moment-without-recovery", category: .measures, severity: .warning,
    source: .journeyMethod,
    summary: "Nothing is done after a negative moment of truth.",
    rationale: """
      Things go wrong in every journey; whether customers leave depends on what happens then, and \
      on the day itself it is too late to think of something.
      """,
    bad: """
      journey Buy {
        stage Delivery {
          touchpoint Wait {
            moment TheDelay "Do they keep their word?" {
              polarity negative
              impact 5
              proactive "Name a day that can be kept"
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
              proactive "Name a day that can be kept"
              reactive "An apology with the new day" within 24 h
            }
          }
        }
      }
      """)

  func expects(_ moment: Moment, in context: RuleContext) -> Bool {
    moment.polarity == .negative && !moment.element.isBroken
  }

  func check(_ moment: Moment, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: moment).contains(Clauses.reactive), expects(moment, in: context)
    else { return }
    report.add(
      "nothing is done when moment of truth '\(moment.title)' has gone wrong", at: moment.place,
      help: ["say what, who does it, and within what time: 'reactive … by … within …'"])
  }
}
