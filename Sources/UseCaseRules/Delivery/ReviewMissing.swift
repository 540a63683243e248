import UseCaseModel
import UseCaseSyntax

struct ReviewMissing: Rule {
  static let info = RuleInfo(
    name: "review-missing", category: .delivery, severity: .info, source: .journeyMethod,
    summary: "Nothing says when the model or a journey was reviewed.",
    rationale: "A journey is right on the day it is drawn; a day for the next look keeps it so.",
    bad: """
      journey Buy {
        stage Purchase { touchpoint Pay }
      }
      """,
    good: """
      journey Buy {
        reviewed 2026-06-15 every 90 days
        stage Purchase { touchpoint Pay }
      }
      """, isOn: false)

  /// The review of the model covers its journeys; where they are reviewed one by one, each is.
  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    func lacksReview(_ element: Element) -> Bool {
      !context.clauses(of: element).contains(Clauses.reviewed) && !element.isBroken
    }
    let journeys = model.all(.journey)
    if let declaration = model.declaration {
      guard lacksReview(declaration) else { return }
      if journeys.allSatisfy(lacksReview) { return add(declaration, &report) }
    }
    for journey in journeys where lacksReview(journey) { add(journey, &report) }
  }

  private func add(_ element: Element, _ report: inout Findings) {
    report.add(
      "nothing says when \(element.kind.noun) '\(element.title)' was reviewed", at: element.place,
      help: ["write down the day, and how often it is due: 'reviewed … every 90 days'"],
      about: element)
  }
}
