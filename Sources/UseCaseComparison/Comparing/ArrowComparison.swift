import UseCaseModel
import UseCaseSyntax

/// The arrows of a journey in one version.
struct ArrowSide {
  struct Arrow {
    let value: String
    let part: String
    let text: String
  }

  /// The arrows by their two ends.
  private(set) var arrows: [String: [Arrow]] = [:]
  /// The ends, each pair once, in source order.
  private(set) var order: [String] = []

  init(_ graph: JourneyGraph, _ reader: ContentReader) {
    for edge in graph.edges {
      let ends = [edge.source, edge.target].map { point in
        ArrowSide.end(point, graph, reader.naming)
      }
      let key = ends.map(\.token).joined(separator: "\u{1}")
      if arrows[key] == nil { order.append(key) }
      let share = edge.share.map { formatted($0) + "%" }
      let condition = edge.condition.map { "when " + quoted($0.string) }
      let carried = edge.carries.map { quoted($0.string) }
      let carries = carried.isEmpty ? nil : "carries " + carried.joined(separator: ", ")
      let value = [
        share, edge.condition.map(reader.value), edge.carries.map(reader.value).sorted().joined(),
      ].map { $0 ?? "" }.joined(separator: "\u{1}")
      arrows[key, default: []].append(
        Arrow(
          value: value, part: "arrow " + ends.map(\.name).joined(separator: " -> "),
          text: [share, condition, carries].compactMap { $0 }.joined(separator: " ")))
    }
  }

  private static func end(
    _ point: JourneyGraph.Point, _ graph: JourneyGraph, _ naming: Naming
  ) -> (token: String, name: String) {
    switch point {
    case .start: return ("start", "start")
    case .completed: return ("completed", "completed")
    case .abandoned: return ("abandoned", "abandoned")
    case .touchpoint(let place):
      let element = graph.touchpoints[place].element
      return (naming.token(element), element.name)
    }
  }
}

/// What became of the arrows: a journey without arrows runs in the order written.
func arrowDetails(_ old: ArrowSide, _ new: ArrowSide) -> [Detail] {
  var details: [Detail] = []
  for key in new.order {
    let (before, after) = (old.arrows[key] ?? [], new.arrows[key] ?? [])
    let gone = without(before, after)
    let come = without(after, before)
    if let left = gone.first, let right = come.first, gone.count == 1, come.count == 1 {
      details.append(
        Detail(
          kind: .changed, old: .init(part: left.part, text: left.text),
          new: .init(part: right.part, text: right.text)))
    } else {
      details += gone.map { .removed($0.part, $0.text) } + come.map { .added($0.part, $0.text) }
    }
  }
  for key in old.order where new.arrows[key] == nil {
    details += (old.arrows[key] ?? []).map { .removed($0.part, $0.text) }
  }
  return details
}

private func without(
  _ arrows: [ArrowSide.Arrow], _ others: [ArrowSide.Arrow]
) -> [ArrowSide.Arrow] {
  var counts: [String: Int] = [:]
  for other in others { counts[other.value, default: 0] += 1 }
  return arrows.filter { arrow in
    guard let count = counts[arrow.value], count > 0 else { return true }
    counts[arrow.value] = count - 1
    return false
  }
}
