import UseCaseModel
import UseCaseSyntax

struct AlternativeFails: Rule {
  static let info = RuleInfo(
    name: "alternative-fails", category: .flow, severity: .warning, source: .rucm,
    summary: "An alternative ends in failure.",
    fixes: [.unsafe("Makes it an 'exception'.")],
    rationale: """
      An alternative still reaches the goal, an exception ends in failure; readers, pictures and tests rely on it.
      """,
    bad: """
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
          end failure
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
    for block in graph.branches {
      guard let closing = block.syntax.closing, let anchor = block.syntax.anchorNode,
        !block.syntax.isException, closing.outcome == .failure
      else { continue }
      let start = block.syntax.syntax.range.lowerBound
      let keyword = Place(
        path: anchor.place.path, range: start..<start + "alternative".utf8.count)
      report.add(
        "alternative '\(block.label)' does not reach the goal", at: closing.syntax.place,
        labels: [Label("the branch", at: keyword)],
        fixes: [
          Fix(
            "make it an 'exception'",
            edits: [Edit(keyword, replacement: "exception")], isSafe: false)
        ])
    }
  }
}
