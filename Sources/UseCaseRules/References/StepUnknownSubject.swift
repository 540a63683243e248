import UseCaseModel
import UseCaseSyntax

struct StepUnknownSubject: Rule {
  static let info = RuleInfo(
    name: "step-unknown-subject", category: .references, severity: .error, source: .rucm,
    summary: "A step begins with nobody who takes part.",
    fixes: [.safe("Begins the step with the nearest name of one who takes part.")],
    rationale: """
      Each step says who does what; a step whose subject is nobody who takes part can be drawn \
      nowhere and done by no one.
      """,
    bad: """
      actor Customer
      usecase PayOrder {
        actor Customer
        flow {
          1. The customer chooses a payment method
          2. System asks for the amount
          3. Customer authorises the amount
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
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard let graph = context.flow(of: useCase) else { return }
    var cast: Cast?
    var order: [String] = []
    var groups: [String: [TextSyntax]] = [:]
    for step in graph.steps where step.subject == .unknown {
      guard let prose = step.syntax.prose, !step.syntax.syntax.isBroken else { continue }
      let known = cast ?? Cast(useCase, context)
      cast = known
      // An actor or system that is unknown is a mistake of its own, which explains the step.
      guard known.isComplete else { return }
      let opening = known.opening(of: prose)
      guard !context.facts.lostNames.contains(opening) else { continue }
      if groups[opening] == nil { order.append(opening) }
      groups[opening, default: []].append(prose)
    }
    guard let cast else { return }
    for opening in order {
      if let steps = groups[opening] { add(steps, opening, cast, context, &report) }
    }
  }

  private func add(
    _ steps: [TextSyntax], _ opening: String, _ cast: Cast, _ context: RuleContext,
    _ report: inout Findings
  ) {
    guard let first = steps.first else { return }
    let meant = steps.map(cast.subject)
    let edits = zip(steps, meant).compactMap { step, subject in
      subject.map { Edit(place(of: step, $0.length), replacement: $0.name) }
    }
    let length = (meant.first ?? nil)?.length ?? opening.utf8.count
    let words = first.syntax.tree.source[place(of: first, length).range]
    let outsider = context.facts.spelling.elements(
      meantBy: opening, of: KindSet([.actor, .system])
    ).first { $0.name == opening }
    var message = "'\(visible(words))' is nobody who takes part in '\(cast.title)'"
    var help: [String] = []
    if let subject = meant.first ?? nil {
      message += "; did you mean '\(subject.name)'?"
    } else if let outsider {
      message = "\(outsider.kind.noun) '\(opening)' takes no part in '\(cast.title)'"
      help = outsider.kind == .actor ? ["name it in the use case: 'supporting \(opening)'"] : []
    } else {
      help = ["begin the step with one of them, or name who acts: 'supporting …'"]
    }
    report.add(
      message, at: place(of: first, length),
      labels: steps.dropFirst().map { Label("and here", at: place(of: $0, opening.utf8.count)) },
      notes: [cast.description], help: help,
      fixes: edits.count == steps.count
        ? [Fix("begin with '\(edits.first?.replacement ?? "")'", edits: edits)] : [])
  }

  /// The first bytes of a step's prose.
  private func place(of step: TextSyntax, _ length: Int) -> Place {
    let start = step.syntax.range.lowerBound
    return step.syntax.tree.source.place(start..<min(start + length, step.syntax.range.upperBound))
  }
}
