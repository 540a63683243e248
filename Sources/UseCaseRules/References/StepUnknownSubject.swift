import UseCaseModel
import UseCaseSyntax

/// A step begins with nobody who takes part.
struct StepUnknownSubject: Rule {
  static let info = RuleInfo(
    name: "step-unknown-subject", category: .references, severity: .error, source: .rucm,
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
      // An actor or system that is unknown, or lost to a syntax error, is a mistake of its own.
      let known = cast ?? Cast(useCase, context)
      cast = known
      guard known.isComplete else { return }
      let word = String(prose.string.prefix { $0 != " " })
      guard !context.facts.lostNames.contains(word) else { continue }
      if groups[word] == nil { order.append(word) }
      groups[word, default: []].append(prose)
    }
    guard let cast else { return }
    for word in order {
      if let places = groups[word] { add(places, cast, &report) }
    }
  }

  private func add(_ steps: [TextSyntax], _ cast: Cast, _ report: inout Findings) {
    guard let first = steps.first else { return }
    let meant = steps.map(cast.subject)
    var edits: [Edit] = []
    for (step, subject) in zip(steps, meant) {
      guard let subject else { continue }
      let start = step.syntax.range.lowerBound
      edits.append(
        Edit(
          step.syntax.tree.source.place(start..<start + subject.length),
          replacement: subject.name))
    }
    let opening = cast.opening(of: first)
    let place = first.syntax.tree.source.place(
      first.syntax.range.lowerBound..<first.syntax.range.lowerBound + opening.utf8.count)
    let name = meant.first??.name
    report.add(
      "'\(visible(opening))' is nobody who takes part in '\(cast.title)'"
        + (name.map { "; did you mean '\($0)'?" } ?? ""), at: place,
      labels: steps.dropFirst().map { step in
        let start = step.syntax.range.lowerBound
        return Label(
          "and here",
          at: step.syntax.tree.source.place(start..<start + cast.opening(of: step).utf8.count))
      }, notes: [cast.description],
      help: name == nil
        ? ["begin the step with one of them, or name who acts: 'supporting …'"] : [],
      fixes: edits.count == steps.count
        ? [Fix("begin with '\(name ?? "")'", edits: edits)] : [])
  }
}
