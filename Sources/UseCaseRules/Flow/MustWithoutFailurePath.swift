import UseCaseModel
import UseCaseSyntax

struct MustWithoutFailurePath: ExpectingRule {
  static let info = RuleInfo(
    name: "must-without-failure-path", category: .flow, severity: .warning, source: .benchmark,
    summary: "A use case on which much depends has no branch at all.",
    rationale: """
      Seven of ten real use cases have branches; where a Must or a moment of truth has none, \
      nobody has asked what can go wrong.
      """,
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        priority must
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder {
        actor Customer
        priority must
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
        alternative 3a when "the payment is declined" {
          1. System explains why
          resume 1
        }
      }
      """)

  func expects(_ useCase: UseCase, in context: RuleContext) -> Bool {
    guard let declaration = useCase.declaration, declaration.hasSteps, useCase.level == .userGoal,
      !useCase.isAbstract, useCase.status != .retired, useCase.status != .draft,
      useCase.priority != .wont
    else { return false }
    return useCase.priority == .must || moment(behind: useCase) != nil
  }

  private func moment(behind useCase: UseCase) -> Moment? {
    useCase.touchpoints.lazy.compactMap(\.moments.first).first
  }

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let declaration = useCase.declaration, declaration.syntax.first(.branch) == nil,
      expects(useCase, in: context)
    else { return }
    let isMust = useCase.priority == .must
    let moment = isMust ? nil : moment(behind: useCase)
    let why = isMust ? "a Must" : "a moment of truth"
    report.add(
      "'\(useCase.title)' is \(isMust ? why : "behind \(why)"), and nothing ever goes wrong in it",
      at: useCase.place,
      labels: moment.map { [Label("the moment of truth", at: $0.place)] } ?? [],
      help: ["ask of each step what can go wrong, and write an 'alternative' or 'exception'"])
  }
}
