import UseCaseModel
import UseCaseSyntax

struct NeedUnserved: Rule {
  static let info = RuleInfo(
    name: "need-unserved", category: .coverage, severity: .info, source: .journeyMethod,
    summary: "No use case and no opportunity meets a need of a stage or a persona.",
    rationale: "A need that nobody serves is what the next version of the product is for.",
    bad: """
      usecase PayOrder
      persona Ronja { needs "To know the delivery day before paying" }
      """,
    good: """
      usecase PayOrder
      usecase NameDeliveryDay
      persona Ronja {
        needs "To know the delivery day before paying" answered by NameDeliveryDay
      }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.kind == .stage || element.kind == .persona,
      context.clauses(of: element).contains(Clauses.needs), context.facts.hasUseCases
    else { return }
    let needs = element.clauses(Clauses.needs).filter {
      !$0.syntax.isBroken && $0.tail(Keyword("answered by")) == nil
    }
    guard !needs.isEmpty, !hasOpportunity(element, context) else { return }
    for need in needs {
      guard let text = need.text else { continue }
      report.add(
        "no use case meets this need of \(element.kind.noun) '\(element.title)'", at: text.place,
        help: ["name the use case that meets it: 'answered by …'"])
    }
  }

  private func hasOpportunity(_ element: Element, _ context: RuleContext) -> Bool {
    element.as(Stage.self)?.touchpoints.contains {
      context.clauses(of: $0).contains(Clauses.opportunity)
    } ?? false
  }
}
