import UseCaseModel
import UseCaseSyntax

struct ExceptionSucceeds: Rule {
  static let info = RuleInfo(
    name: "exception-succeeds", category: .flow, severity: .warning, source: .rucm,
    summary: "An exception resumes or ends in success.",
    fixes: [.unsafe("Makes it an 'alternative'.")],
    rationale: """
      An exception ends in failure, an alternative still reaches the goal; readers, pictures and tests rely on it.
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
        exception 3a when "the payment is declined" {
          1. System explains why
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
        exception 3a when "the payment is declined" {
          1. System explains why
          end failure
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else { return }
    for block in graph.branches {
      guard let closing = block.syntax.closing, let anchor = block.syntax.anchorNode,
        block.syntax.isException, closing.isResume || closing.outcome == .success
      else { continue }
      let start = block.syntax.syntax.range.lowerBound
      let keyword = Place(
        path: anchor.place.path, range: start..<start + "exception".utf8.count)
      report.add(
        "exception '\(block.label)' reaches the goal all the same", at: closing.syntax.place,
        labels: [Label("the branch", at: keyword)],
        fixes: [
          Fix(
            "make it an 'alternative'",
            edits: [Edit(keyword, replacement: "alternative")], isSafe: false)
        ])
    }
  }
}
