import UseCaseModel
import UseCaseSyntax

struct MomentWithoutProactive: ExpectingRule {
  static let info = RuleInfo(
    name: "moment-without-proactive", category: .measures, severity: .info,
    source: .journeyMethod,
    summary: "A moment of truth for which nothing is done beforehand.",
    rationale: """
      A moment of truth is where customers make up their minds; whoever knows of it can do \
      something so that it goes well.
      """,
    bad: """
      journey Buy {
        stage Use {
          touchpoint Unpack {
            moment Unboxing "Is it what they promised?" {
              polarity positive
              impact 4
            }
          }
        }
      }
      """,
    good: """
      journey Buy {
        stage Use {
          touchpoint Unpack {
            moment Unboxing "Is it what they promised?" {
              polarity positive
              impact 4
              proactive "A note of thanks"
            }
          }
        }
      }
      """)

  func check(_ moment: Moment, in context: RuleContext, report: inout Findings) {
    guard !context.clauses(of: moment).contains(Clauses.proactive), expects(moment, in: context)
    else { return }
    report.add(
      "nothing is done so that moment of truth '\(moment.title)' goes well", at: moment.place,
      help: ["say what, and who or which use case does it: 'proactive …'"])
  }
}
