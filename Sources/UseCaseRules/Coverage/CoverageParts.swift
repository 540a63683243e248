import UseCaseModel
import UseCaseSyntax

/// The packages, journeys and stages of a model, with what is counted in each.
struct CoverageParts {
  private(set) var parts: [CoveragePart] = []
  /// What stands elsewhere and is named by a journey or stage; not handed up to packages.
  private var named: [CoverageCounts] = []
  /// By element: its place among the parts, or −1.
  private var places: [Int]
  /// By part: the element and the figure last counted in it by a name, so that each counts once.
  private var latest: [(element: ElementID, figure: Int)?]

  init(_ model: Model) {
    var places: [Int] = []
    for element in model.elements {
      places.append(-1)
      guard [.package, .journey, .stage].contains(element.kind) else { continue }
      // What stands around an element comes before it.
      let parent = element.parent.map { places[Int($0.id.index)] } ?? -1
      places[places.count - 1] = parts.count
      parts.append(
        CoveragePart(
          kind: element.kind, key: element.key, title: element.title,
          parent: parent < 0 ? nil : parent))
    }
    self.places = places
    named = parts.map { _ in CoverageCounts() }
    latest = parts.map { _ in nil }
  }

  mutating func add(_ count: CoverageCount, to figure: Int, of element: Element) {
    guard !parts.isEmpty else { return }
    if let part = part(around: element) { parts[part].counts.add(count, to: figure) }
    guard element.kind == .useCase || element.kind == .kpi,
      FigureCatalog.all[figure].isHandedToJourneys
    else { return }
    for mention in element.mentions where !mention.isLink && mention.clause != .transition {
      var next = mention.source.flatMap { part(around: $0) }
      while let part = next, parts[part].kind != .package {
        next = parts[part].parent
        if let last = latest[part], last == (element.id, figure) { continue }
        latest[part] = (element.id, figure)
        named[part].add(count, to: figure)
      }
    }
  }

  /// The innermost part in which an element stands, or that it is.
  private func part(around element: Element) -> Int? {
    var current: Element? = element
    while let place = current {
      let index = Int(place.id.index)
      if index < places.count, places[index] >= 0 { return places[index] }
      current = place.parent
    }
    return nil
  }

  /// Hands counts from inner parts to outer ones, and sums everything up.
  mutating func finish() {
    for index in parts.indices.reversed() {
      guard let parent = parts[index].parent else { continue }
      parts[parent].counts.add(parts[index].counts)
    }
    for index in parts.indices {
      parts[index].counts.add(named[index])
      parts[index].counts.sumUp()
    }
  }
}
