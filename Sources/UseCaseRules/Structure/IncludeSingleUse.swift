import UseCaseModel
import UseCaseSyntax

struct IncludeSingleUse: Rule {
  static let info = RuleInfo(
    name: "include-single-use", category: .structure, severity: .info, source: .overgaard,
    summary: "A use case is included by one other only.",
    rationale: """
      An inclusion pays where several use cases share it; one that serves a single use case may \
      as well stand there as steps.
      """,
    bad: """
      actor Customer
      usecase CheckOut {
        actor Customer
        include EnterAddress
      }
      usecase EnterAddress
      """,
    good: """
      actor Customer
      usecase CheckOut {
        actor Customer
        include EnterAddress
      }
      usecase ReturnParcel {
        actor Customer
        include EnterAddress
      }
      usecase EnterAddress
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    let includers = useCase.includers
    // What a touchpoint uses by itself stands for itself.
    guard includers.count == 1, let includer = includers.first, includer.id != useCase.id,
      useCase.touchpoints.isEmpty, useCase.extenders.isEmpty
    else { return }
    report.add(
      "'\(useCase.title)' is included by '\(includer.title)' only", at: useCase.place,
      labels: [Label("the only use case that includes it", at: includer.place)])
  }
}
