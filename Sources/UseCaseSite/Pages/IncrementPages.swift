import UseCaseModel
import UseCaseSyntax

/// An increment with its timeboxes and its effort by priority.
struct IncrementPages: ElementPageKind {
  func lead(of increment: Increment) -> TextSyntax? { increment[Clauses.goal] }

  func writeFacts(of increment: Increment, to facts: inout FactsWriter) {
    facts.period(of: increment.element)
  }

  func writeSections(of increment: Increment, to page: inout PageWriter) {
    let timeboxes = increment.timeboxes
    let capacities = timeboxes.compactMap { $0[Clauses.capacity] }.filter(\.isFinite)
    page.effort(
      of: timeboxes.flatMap(\.useCases),
      capacity: capacities.count == timeboxes.count ? capacities.reduce(0, +) : nil)
    guard !timeboxes.isEmpty else { return }
    page.section(.timeboxes, anchor: "timeboxes") { page in
      page.entries(of: timeboxes.map(\.element))
    }
  }
}
