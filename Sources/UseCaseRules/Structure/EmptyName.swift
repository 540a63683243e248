import UseCaseModel
import UseCaseSyntax

struct EmptyName: Rule {
  static let info = RuleInfo(
    name: "empty-name", category: .structure, severity: .error, source: .uml,
    summary: "The title of an element is empty.",
    fixes: [.safe("Removes the empty title, and the name makes one.")],
    rationale: "UML wants every actor and every use case to have a name; so does every reader.",
    bad: """
      actor Customer ""
      usecase Pay { actor Customer }
      """,
    good: """
      actor Customer "Customer of the shop"
      usecase Pay { actor Customer }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.kind != .extensionPoint, let title = element.declaration?.title,
      title.isEmpty, !title.syntax.isBroken, !element.isBroken
    else { return }
    let range = title.syntax.range
    let name = element.place.range
    report.add(
      "the title of \(element.kind.noun) '\(element.name)' is empty", at: title.place,
      fixes: name.upperBound <= range.lowerBound
        ? [
          Fix(
            "remove it, and the name makes the title",
            edits: [
              Edit(
                Place(path: title.place.path, range: name.upperBound..<range.upperBound),
                replacement: "")
            ])
        ] : [])
  }
}
