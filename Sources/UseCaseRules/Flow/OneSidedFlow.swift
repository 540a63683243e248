import UseCaseModel
import UseCaseSyntax

struct OneSidedFlow: Rule {
  static let info = RuleInfo(
    name: "one-sided-flow", category: .flow, severity: .info, source: .cockburn,
    summary: "In a main flow no actor ever acts, or the system never answers.",
    rationale: """
      A use case is a conversation; where one side is silent, half of it is missing, or it is no \
      use case.
      """,
    bad: """
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer chooses a payment method
            2. Customer authorises the amount
            3. Customer reads the confirmation
          }
        }
      }
      """,
    good: """
      actor Customer
      system Shop {
        usecase PayOrder {
          actor Customer
          flow {
            1. Customer chooses a payment method
            2. Shop asks for the amount
            3. Customer authorises the amount
          }
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase), graph.mainSteps.count > 1 else { return }
    var isActorSilent = true
    var isSystemSilent = true
    for step in graph.mainSteps {
      switch step.subject {
      case .actor: isActorSilent = false
      case .system: isSystemSilent = false
      // An included use case may let both speak; an unknown subject is an error of its own.
      case .none, .unknown: return
      }
    }
    if isSystemSilent {
      guard let system = useCase.system else { return }
      report.add(
        "system '\(system.title)' never answers in '\(useCase.title)'", at: useCase.place)
    } else if isActorSilent, !useCase.participants.isEmpty {
      report.add("no actor ever acts in '\(useCase.title)'", at: useCase.place)
    }
  }
}
