import UseCaseModel
import UseCaseSyntax

/// What an element is tied to over any number of steps: what it serves, up to objectives and
/// customers, and what serves it, down to use cases and timeboxes.
struct Trace {
  /// By kind, in the order in which they are met.
  private(set) var serves: [Group<ElementKind, Element>]
  private(set) var servedBy: [Group<ElementKind, Element>]

  /// How many elements are followed each way.
  private static let limit = 200

  init(of element: Element) {
    serves = Trace.groups(Trace.reached(from: element, by: Trace.upwards))
    servedBy = Trace.groups(Trace.reached(from: element, by: Trace.downwards))
  }

  private static func reached(
    from start: Element, by step: (Element) -> [Element]
  ) -> [Element] {
    var seen: Set<ElementID> = [start.id]
    var queue = [start]
    var place = 0
    while place < queue.count, queue.count <= limit {
      for next in step(queue[place]) where !next.isForeign && seen.insert(next.id).inserted {
        queue.append(next)
      }
      place += 1
    }
    return Array(queue.dropFirst())
  }

  private static func groups(_ elements: [Element]) -> [Group<ElementKind, Element>] {
    let byKind = Dictionary(grouping: elements, by: \.kind)
    return ElementKind.allCases.compactMap { kind in
      byKind[kind].map { Group(subject: kind, items: $0) }
    }
  }

  /// What an element is there for, one step away.
  private static func upwards(_ element: Element) -> [Element] {
    switch element.kind {
    case .useCase:
      let useCase = UseCase(element: element)
      return useCase.touchpoints.map(\.element) + useCase.targets(Clauses.supports)
        + useCase.includers.map(\.element) + useCase.extensions.map(\.base.element)
    case .extensionPoint, .stage: return parent(of: element)
    case .touchpoint:
      let touchpoint = Touchpoint(element: element)
      return (touchpoint.journey.map { [$0.element] } ?? []) + touchpoint.targets(Clauses.kpis)
    case .moment: return parent(of: element) + element.targets(Clauses.kpis)
    case .journey:
      return element.targets(Clauses.personas) + element.targets(Clauses.supports)
        + element.targets(Clauses.kpis)
    case .kpi: return element.users(by: Clauses.measuredBy)
    case .objective: return element.targets(Clauses.supports)
    case .timebox: return element.targets(Clauses.delivers)
    case .risk: return element.targets(Clauses.threatens)
    default: return []
    }
  }

  /// What serves an element, one step away.
  private static func downwards(_ element: Element) -> [Element] {
    switch element.kind {
    case .objective:
      return element.targets(Clauses.measuredBy) + element.users(by: Clauses.supports)
    case .kpi:
      return element.users(by: Clauses.kpis).filter { [.touchpoint, .journey].contains($0.kind) }
    case .persona: return element.users(by: Clauses.personas)
    case .journey: return Journey(element: element).touchpoints.map(\.element)
    case .touchpoint: return element.targets(Clauses.realizedBy)
    case .moment: return element.parent?.targets(Clauses.realizedBy) ?? []
    case .useCase:
      let useCase = UseCase(element: element)
      return useCase.included.map(\.element) + useCase.extenders.map(\.element)
        + element.users(by: Clauses.delivers)
    default: return []
    }
  }

  private static func parent(of element: Element) -> [Element] { element.parent.map { [$0] } ?? [] }
}

extension PageWriter {
  /// How many elements of a kind are named on each side.
  private static var shownInTrace: Int { 24 }

  /// What an element serves and what serves it, both ways over any number of steps.
  mutating func trace(of element: Element) {
    let trace = Trace(of: element)
    guard !trace.serves.isEmpty || !trace.servedBy.isEmpty else { return }
    section(.trace, anchor: "trace", class: "mentions trace") { page in
      page.side(.servesOverAll, trace.serves)
      page.side(.servedByOverAll, trace.servedBy)
    }
  }

  private mutating func side(_ title: Phrase, _ groups: [Group<ElementKind, Element>]) {
    guard !groups.isEmpty else { return }
    block("h3", text: title)
    block("dl") { page in
      for group in groups {
        page.block("div") { page in
          page.element("dt", text: page.words.plural(group.subject).capitalizedStart)
          page.element("dd") { page in
            page.links(to: Array(group.items.prefix(PageWriter.shownInTrace)))
            let rest = group.items.count - PageWriter.shownInTrace
            guard rest > 0 else { return }
            page.text(" ")
            page.text(.andMore, String(rest))
          }
        }
      }
    }
  }
}
