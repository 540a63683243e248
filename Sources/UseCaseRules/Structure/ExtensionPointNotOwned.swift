import UseCaseModel
import UseCaseSyntax

struct ExtensionPointNotOwned: Rule {
  static let info = RuleInfo(
    name: "extension-point-not-owned", category: .structure, severity: .error, source: .uml,
    summary: "A use case extends another at a point that the other lacks.",
    fixes: [.safe("Takes the nearest extension point of the extended use case.")],
    rationale: "UML: the points of an extension belong to the use case that is extended.",
    bad: """
      usecase PayOrder { extension point Totals }
      usecase ApplyVoucher { extend PayOrder at Total when "the customer holds a code" }
      """,
    good: """
      usecase PayOrder { extension point Totals }
      usecase ApplyVoucher { extend PayOrder at Totals when "the customer holds a code" }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: useCase).contains(Clauses.extend) else { return }
    for (base, clause) in useCase.extensions {
      guard let reference = clause.tail(Keyword("at"))?.reference,
        context.model.target(of: reference, near: useCase.element) == nil,
        !context.facts.lostNames.contains(reference.name), !base.element.isBroken,
        // The use case that is meant is unknown, and so are its points.
        !clause.references.contains(where: context.facts.isUnknown)
      else { continue }
      add(reference, base, &report)
    }
  }

  private func add(_ reference: ReferenceSyntax, _ base: UseCase, _ report: inout Findings) {
    let points = base.extensionPoints.map(\.name)
    let near = closest(to: reference.name, among: points)
    var message = "use case '\(base.title)' has no extension point '\(reference.name)'"
    if let match = near.first, near.count == 1 { message += "; did you mean '\(match)'?" }
    let known = listed(points.prefix(8).map { "'\($0)'" })
    report.add(
      message, at: reference.place,
      labels: [
        Label(points.isEmpty ? "it has none" : "its points: \(known)", at: base.place)
      ],
      help: near.isEmpty
        ? ["declare it in '\(base.name)': 'extension point \(reference.name)'"] : [],
      fixes: near.count == 1
        ? near.map {
          Fix("replace it by '\($0)'", edits: [Edit(reference.place, replacement: $0)])
        } : [])
  }
}
