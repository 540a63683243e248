import UseCaseModel
import UseCaseSyntax

struct WrongKindReference: Rule {
  static let info = RuleInfo(
    name: "wrong-kind-reference", category: .references, severity: .error, source: .language,
    summary: "A name of a kind that the place does not take.",
    fixes: [.safe("Takes the qualified name of a declaration of the right kind.")],
    rationale: """
      Each place takes names of certain kinds only, so that what a model says can be relied on.
      """,
    bad: """
      actor Customer
      usecase PayOrder { actor Customer }
      journey Buy {
        stage Purchase { touchpoint Pay { realized by Customer } }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder { actor Customer }
      journey Buy {
        stage Purchase { touchpoint Pay { realized by PayOrder } }
      }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for unresolved in model.unresolved {
      guard case .wrongKind(let id) = unresolved.reason,
        !context.facts.lostNames.contains(unresolved.reference.name),
        context.facts.namelessKinds.isDisjoint(with: unresolved.reference.kinds)
      else { continue }
      add(unresolved, model.element(id), context, &report)
    }
    for journey in model.all(Journey.self) { check(journey, model, &report) }
  }

  private func add(
    _ unresolved: UnresolvedReference, _ found: Element, _ context: RuleContext,
    _ report: inout Findings
  ) {
    let reference = unresolved.reference
    let source = unresolved.source.map(context.model.element)
    // The right one may lie in a namespace that has to be named.
    let meant = context.facts.spelling.elements(meantBy: reference.name, of: reference.kinds)
      .filter { $0.name == found.name }
    let fixes =
      meant.count == 1
      ? meant.compactMap { element in
        context.model.name(of: element, among: reference.kinds, from: source).map {
          Fix("replace it by '\($0)'", edits: [Edit(reference.place, replacement: $0)])
        }
      } : []
    report.add(
      "'\(reference.name)' is \(found.kind.nounWithArticle), not \(wanted(reference.kinds))",
      at: reference.place, caption: "expected \(reference.kinds.description)",
      labels: [Label("declared here as \(found.kind.nounWithArticle)", at: found.place)],
      fixes: fixes, about: source)
  }

  private func wanted(_ kinds: KindSet) -> String {
    kinds.kinds.count == 1 ? kinds.description : "one of what may stand here"
  }

  // MARK: Transitions

  /// Arrows join touchpoints of their own journey; none leads to `start` or leaves an end.
  private func check(_ journey: Journey, _ model: Model, _ report: inout Findings) {
    for transition in journey.declaration?.transitions ?? [] where !transition.syntax.isBroken {
      let points = transition.points
      for (place, point) in points.enumerated() {
        guard let target = model.target(of: point, near: journey.element) else {
          let isLeft = place == 0 || transition.isChain && place < points.count - 1
          checkBuiltIn(point, isLeft: isLeft, isReached: place > 0, journey, &report)
          continue
        }
        if let other = target.as(Touchpoint.self)?.journey, other.id != journey.id {
          report.add(
            "'\(point.name)' is a touchpoint of another journey, '\(other.title)'",
            at: point.place, labels: [Label("declared here", at: target.place)],
            help: ["an arrow joins touchpoints of its own journey"], about: journey.element)
        }
      }
    }
  }

  private func checkBuiltIn(
    _ point: ReferenceSyntax, isLeft: Bool, isReached: Bool, _ journey: Journey,
    _ report: inout Findings
  ) {
    let name = point.raw
    if name == "start", isReached {
      report.add("nothing leads to 'start'", at: point.place, about: journey.element)
    } else if name == "completed" || name == "abandoned", isLeft {
      report.add(
        "nothing leaves '\(name)'", at: point.place,
        help: ["what wins a customer back is a touchpoint on the way there"],
        about: journey.element)
    }
  }
}
