import UseCaseModel
import UseCaseSyntax

struct UseCaseOffJourney: ExpectingRule {
  static let readsWholeModel = true
  static let info = RuleInfo(
    name: "usecase-off-journey", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "A customer's use case stands on no journey.",
    rationale: """
      Either the journey leaves out something that customers do, or the use case serves nobody \
      whom the journey follows.
      """,
    bad: """
      actor Customer
      persona Ronja { plays Customer }
      usecase PayOrder { actor Customer }
      usecase TrackParcel { actor Customer }
      journey Buy {
        persona Ronja
        stage Purchase { touchpoint Pay { realized by PayOrder } }
      }
      """,
    good: """
      actor Customer
      persona Ronja { plays Customer }
      usecase PayOrder { actor Customer }
      usecase TrackParcel { actor Customer }
      journey Buy {
        persona Ronja
        stage Purchase { touchpoint Pay { realized by PayOrder } }
        stage Delivery { touchpoint AskWhereItIs { realized by TrackParcel } }
      }
      """)

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    customer(of: useCase, context) != nil
  }

  /// The customer who would need it on a journey; nil where it need not stand on one.
  private func customer(of useCase: UseCase, _ context: RuleContext) -> Actor? {
    guard context.facts.hasJourneyUseCases, !useCase.isAbstract, useCase.priority != .wont,
      useCase.status != .retired
    else { return nil }
    return ([useCase] + useCase.ancestors).lazy.flatMap(\.primaryActors).first {
      context.facts.customers.contains($0.id)
    }
  }

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard !context.facts.journeyUseCases.contains(useCase.id),
      let customer = customer(of: useCase, context)
    else { return }
    report.add(
      "no touchpoint uses '\(useCase.title)', a use case of '\(customer.title)'",
      at: useCase.place,
      help: ["name it in the touchpoint where the customer needs it: 'realized by \(useCase.name)'"]
    )
  }
}
