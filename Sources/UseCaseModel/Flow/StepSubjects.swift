import UseCaseSyntax

/// Who acts in a step.
public enum StepSubject: Sendable, Hashable {
  case actor(Actor)
  /// The system; nil for the word "System" in a model that declares none.
  case system(System?)
  /// The step includes a use case, or says nothing.
  case none
  /// The text begins with nobody who takes part.
  case unknown
}

/// Finds who acts in the steps of a use case.
struct StepSubjects {
  private let useCase: UseCase
  private let participants: [Actor]
  private let system: System?
  /// The participants and their ancestors.
  private let family: ElementSet
  /// What was found out about others with a name that a step begins with.
  private var known: [Int32: Bool] = [:]

  init(_ useCase: UseCase) {
    self.useCase = useCase
    participants = useCase.participants
    system = useCase.system
    var family = ElementSet()
    for participant in participants {
      family.insert(participant.id)
      for ancestor in participant.ancestors { family.insert(ancestor.id) }
    }
    self.family = family
  }

  /// Who acts in a step, and where the subject's name stands in the file.
  mutating func subject(of prose: TextSyntax) -> (subject: StepSubject, range: Range<Int>?) {
    let source = prose.syntax.tree.source
    let range = prose.syntax.range
    let model = useCase.model
    let match = model.subjects.match(source, range) { takesPart($0) }
    let generic = genericSystem(source, range)
    if let match, generic == nil || match.end - range.lowerBound > 6 {
      let element = model.element(Int(match.element))
      let subject =
        element.as(Actor.self).map(StepSubject.actor)
        ?? .system(element.as(System.self))
      return (subject, range.lowerBound..<match.end)
    }
    return generic.map { ($0, range.lowerBound..<range.lowerBound + 6) } ?? (.unknown, nil)
  }

  /// Whether an element is the system, a participant, or a parent or child of one.
  private mutating func takesPart(_ candidate: Int32) -> Bool {
    let element = useCase.model.element(Int(candidate))
    if element.kind == .system { return element.id == system?.id }
    if family.contains(element.id) { return true }
    if let known = known[candidate] { return known }
    let actor = Actor(element: element)
    let isChild = actor.ancestors.contains { ancestor in
      participants.contains { $0.id == ancestor.id }
    }
    known[candidate] = isChild
    return isChild
  }

  /// The word `System`, where there is just one.
  private func genericSystem(
    _ source: SourceText, _ range: Range<Int>
  ) -> StepSubject? {
    let word: StaticString = "system"
    let model = useCase.model
    let length = word.utf8CodeUnitCount
    guard range.count >= length, model.subjects.systems.count < 2 else { return nil }
    for offset in 0..<length
    where source.bytes[range.lowerBound + offset] | 0x20 != word.utf8Start[offset] { return nil }
    if range.count > length, source.bytes[range.lowerBound + length] != 0x20 { return nil }
    let only = model.subjects.systems.first.map { System(element: model.element(Int($0))) }
    return .system(system ?? only)
  }
}
