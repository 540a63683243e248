import UseCaseModel
import UseCaseSyntax

struct BranchWithoutCondition: Rule {
  static let info = RuleInfo(
    name: "branch-without-condition", category: .flow, severity: .warning, source: .rucm,
    summary: "A branch does not say when it happens.",
    rationale: "A branch that nobody can recognise cannot be built, and cannot be tested.",
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. Customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
        }
        alternative 3a {
          1. System explains why the payment was declined
          resume 1
        }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder {
        actor Customer
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

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else { return }
    for block in graph.branches where !block.steps.isEmpty && !block.syntax.syntax.isBroken {
      guard let anchor = block.syntax.anchorNode,
        ClauseSyntax(block.syntax.syntax).tail(Keyword("when")) == nil
      else { continue }
      report.add(
        "branch '\(block.label)' does not say when it happens", at: anchor.place,
        help: ["say the condition behind its anchor: 'when \"…\"'"])
    }
  }
}
