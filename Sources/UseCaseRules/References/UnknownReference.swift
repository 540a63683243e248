import UseCaseModel
import UseCaseSyntax

struct UnknownReference: Rule {
  static let info = RuleInfo(
    name: "unknown-reference", category: .references, severity: .error, source: .language,
    summary: "A name that nothing declares.",
    fixes: [.safe("Takes the nearest name of a kind that the place takes.")],
    rationale: """
      Nothing is ever created by being mentioned: a name that nothing declares is a misspelling, \
      or something that is still to be written down.
      """,
    bad: """
      actor Customer
      usecase PayOrder { actor Custmer }
      """,
    good: """
      actor Customer
      usecase PayOrder { actor Customer }
      """)

  private struct Name: Hashable {
    let file: String
    let name: String
  }

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    var order: [Name] = []
    var groups: [Name: [UnresolvedReference]] = [:]
    for unresolved in model.unresolved {
      if case .wrongKind = unresolved.reason { continue }
      let reference = unresolved.reference
      let name = reference.name
      let last = name.split(separator: ".").last.map(String.init) ?? name
      guard !context.facts.lostNames.contains(last),
        context.facts.namelessKinds.isDisjoint(with: reference.kinds)
      else { continue }
      let place = Name(file: reference.place.path, name: name)
      if groups[place] == nil { order.append(place) }
      groups[place, default: []].append(unresolved)
    }
    for place in order {
      guard let group = groups[place], let first = group.first else { continue }
      if case .noNamespace(let id, let target) = first.reason {
        addNoNamespace(group, model.element(id), target.map(model.element), context, &report)
      } else {
        addUnknown(group, place.name, context, &report)
      }
    }
  }

  private func addUnknown(
    _ group: [UnresolvedReference], _ name: String, _ context: RuleContext,
    _ report: inout Findings
  ) {
    guard let first = group.first else { return }
    let kinds = group.reduce(KindSet.any) { $0.intersection($1.reference.kinds) }
    let meant = first.meant.map(context.model.element).filter {
      kinds.isEmpty || kinds.contains($0.kind)
    }
    let proposals = meant.prefix(3).compactMap { element in
      self.name(of: element, at: first, context.model).map { "'\($0)'" }
    }
    var message = "\(UnknownReference.nothing(of: first.reference.kinds)) is called '\(name)'"
    if !proposals.isEmpty {
      message += "; did you mean \(listed(Array(proposals), with: "or"))?"
    }
    let fix =
      meant.count == 1 && !kinds.isEmpty
      ? meant.first.flatMap { element in
        replacement(group, context.model) { self.name(of: element, at: $0, context.model) }
      } : nil
    report.add(
      message, at: first.reference.place,
      labels: group.dropFirst().map { Label("and here", at: $0.reference.place) },
      help: meant.isEmpty ? help(first.reference.kinds, name) : [],
      fixes: fix.map { [$0] } ?? [], about: first.source.map(context.model.element))
  }

  /// `Shop.CheckOut` through a system, which is no namespace.
  private func addNoNamespace(
    _ group: [UnresolvedReference], _ through: Element, _ target: Element?,
    _ context: RuleContext, _ report: inout Findings
  ) {
    guard let first = group.first else { return }
    let noun = through.kind.nounWithArticle
    let fix = target.flatMap { element in
      replacement(group, context.model) { self.name(of: element, at: $0, context.model) }
    }
    report.add(
      "nothing is reached through '\(through.name)', for \(noun) is no namespace",
      at: first.reference.place,
      labels: [Label("\(noun)", at: through.place)]
        + group.dropFirst().map { Label("and here", at: $0.reference.place) },
      notes: ["names are qualified with packages and journeys only"],
      fixes: fix.map { [$0] } ?? [], about: first.source.map(context.model.element))
  }

  private func name(
    of element: Element, at unresolved: UnresolvedReference, _ model: Model
  ) -> String? {
    model.name(
      of: element, among: unresolved.reference.kinds,
      from: unresolved.source.map(model.element))
  }

  /// Replaces the name at all its places; where it is an actor or a system, also where steps begin
  /// with it.
  private func replacement(
    _ group: [UnresolvedReference], _ model: Model, by name: (UnresolvedReference) -> String?
  ) -> Fix? {
    var edits: [Edit] = []
    var useCases: Set<ElementID> = []
    for unresolved in group {
      guard let new = name(unresolved) else { return nil }
      edits.append(Edit(unresolved.reference.place, replacement: new))
      let kinds = unresolved.reference.kinds
      guard kinds == .actor || kinds == KindSet(.system), let source = unresolved.source,
        let useCase = model.element(source).as(UseCase.self), useCases.insert(source).inserted
      else { continue }
      edits += subjects(unresolved.reference.raw, in: useCase).map { Edit($0, replacement: new) }
    }
    return edits.first.map { Fix("replace it by '\($0.replacement)'", edits: edits) }
  }

  /// Where steps of a use case begin with a name.
  private func subjects(_ name: String, in useCase: UseCase) -> [Place] {
    useCase.flowGraph?.steps.compactMap { step in
      guard step.subject == .unknown, let prose = step.syntax.prose?.syntax,
        prose.raw.hasPrefix(name + " ")
      else { return nil }
      let start = prose.range.lowerBound
      return prose.tree.source.place(start..<start + name.utf8.count)
    } ?? []
  }

  /// "no actor", "no role, actor or stakeholder"
  static func nothing(of kinds: KindSet) -> String {
    kinds == .any ? "nothing" : "no " + listed(kinds.kinds.map(\.noun), with: "or")
  }

  private func help(_ kinds: KindSet, _ name: String) -> [String] {
    guard kinds != .any, !name.contains("."), let kind = kinds.kinds.last else { return [] }
    if kind == .touchpoint { return ["declare it in a stage: 'touchpoint \(name)'"] }
    if kind == .timebox { return ["declare it in an increment: 'timebox \(name) { … }'"] }
    let form = Vocabulary.fileLevel.contains(kind) ? "declare it" : "declare it where it belongs"
    return ["\(form): '\(kind.keyword) \(name)'"]
  }
}
