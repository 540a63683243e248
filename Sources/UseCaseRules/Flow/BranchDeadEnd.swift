import UseCaseModel
import UseCaseSyntax

struct BranchDeadEnd: Rule {
  static let info = RuleInfo(
    name: "branch-dead-end", category: .flow, severity: .warning, source: .rucm,
    summary: "A branch neither resumes nor ends.",
    fixes: [.safe("Closes an exception with 'end failure'.")],
    rationale: "The reader is left alone: nobody says whether it worked, or where it goes on.",
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
    for block in graph.branches
    where block.syntax.closing == nil && !block.syntax.syntax.isBroken {
      guard let anchor = block.syntax.anchorNode else { continue }
      let isException = block.syntax.isException
      report.add(
        "branch '\(block.label)' neither resumes nor ends", at: anchor.place,
        help: isException
          ? [] : ["close it with 'resume', 'resume 3', 'end success' or 'end failure'"],
        fixes: isException ? closing(block.syntax).map { [$0] } ?? [] : [])
    }
  }

  /// An exception ends in failure: `end failure` on a line of its own behind the last step.
  private func closing(_ branch: FlowSyntax) -> Fix? {
    guard let last = Array(branch.syntax.children).last, last.kind == .step else { return nil }
    let bytes = branch.syntax.tree.source.bytes
    var start = last.range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = last.range.upperBound
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let source = branch.syntax.tree.source
    let indentation = source[start..<last.range.lowerBound]
    return Fix(
      "close it with 'end failure'",
      edits: [Edit(source.place(end..<end), replacement: "\n\(indentation)end failure")])
  }
}
