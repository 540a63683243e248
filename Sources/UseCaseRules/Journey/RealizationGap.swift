import UseCaseModel
import UseCaseSyntax

struct RealizationGap: Rule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "realization-gap", category: .coverage, severity: .warning, source: .graph,
    summary: "The actor of a touchpoint takes part in none of the use cases that realise it.",
    rationale: """
      The map says that somebody does it; the use cases say that somebody else does. One of them \
      is wrong, or a use case is missing.
      """,
    bad: """
      actor Guest
      actor Clerk
      usecase PayOrder { actor Clerk }
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            actor Guest
            realized by PayOrder
          }
        }
      }
      """,
    good: """
      actor Customer { abstract }
      actor Guest: Customer
      usecase PayOrder { actor Customer }
      journey Buy {
        stage Purchase {
          touchpoint Pay {
            actor Guest
            realized by PayOrder
          }
        }
      }
      """)

  func check(_ touchpoint: Touchpoint, in context: RuleContext, report: inout Findings) {
    let clauses = context.clauses(of: touchpoint)
    guard clauses.contains(Clauses.touchpointActors), clauses.contains(Clauses.realizedBy),
      let actorClause = touchpoint.first(Clauses.touchpointActors),
      let realizing = touchpoint.first(Clauses.realizedBy)
    else { return }
    let useCases = touchpoint.useCases
    guard !useCases.isEmpty,
      // A name that is unknown may be the one that closes the gap.
      useCases.count == realizing.references.count,
      !touchpoint.isInitiatedByCompany
    else { return }
    for reference in actorClause.references {
      guard
        let actor = context.model.target(of: reference, near: touchpoint.element)?.as(Actor.self),
        !context.facts.takesPart(actor, in: useCases),
        // A use case in which nobody takes part is a mistake of its own.
        useCases.allSatisfy({ !$0.participants.isEmpty })
      else { continue }
      report.add(
        "actor '\(actor.title)' takes part in no use case that realises '\(touchpoint.title)'",
        at: reference.place,
        labels: [Label("realised here, without this actor", at: realizing.place)])
    }
  }
}
