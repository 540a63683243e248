import UseCaseModel
import UseCaseRules
import UseCaseSyntax

extension ModelDifference {
  /// What changed in meaning from one version of a model to another; n log n in their size.
  public init(from old: ModelVersion, to new: ModelVersion) {
    let matching = ElementMatching(Side(old.model), Side(new.model))
    elements = ElementChanges(matching).list
    compareFigures(old.coverage, new.coverage)
    compareFindings(old, new, matching)
  }

  /// What differs between two journeys of one model, such as the one as it is and as it shall be:
  /// touchpoints are the same where they have the same name, or say nearly the same.
  public init(between old: Journey, and new: Journey, of version: ModelVersion) {
    let sides = [old, new].map { journey in
      Side(version.model) { $0.isPart(of: journey.element) }
    }
    var pairs = [(old: Int(old.id.index), new: Int(new.id.index))]
    for index in sides[0].elements.indices
    where !sides[0].isCompared[index] && !sides[1].isCompared[index] {
      pairs.append((index, index))
    }
    let matching = ElementMatching(sides[0], sides[1], pairs: pairs)
    elements = ElementChanges(matching).list
    figures = FigureCatalog.all.compactMap { info in
      let counts = [old, new].map { journey in
        version.coverage.parts.first { $0.key == journey.key }?.counts[info]
      }
      guard let before = counts[0], let after = counts[1] else { return nil }
      return FigureChange(info, before, after)
    }
    compareFindings(version, version, matching)
  }
}

extension Element {
  fileprivate func isPart(of journey: Element) -> Bool {
    var current: Element? = self
    while let element = current {
      if element.id == journey.id { return true }
      current = element.parent
    }
    return false
  }
}

/// Goes through the matched and unmatched elements of two versions.
private struct ElementChanges {
  private let matching: ElementMatching
  private var oldPlaces = Places()
  private var newPlaces = Places()
  private var byKind: [[ElementChange]] = ElementKind.allCases.map { _ in [] }

  init(_ matching: ElementMatching) {
    self.matching = matching
    run()
  }

  var list: [ElementChange] { byKind.flatMap { $0 } }

  private mutating func run() {
    let (old, new) = (matching.old, matching.new)
    let (oldNaming, newNaming) = (matching.oldNaming, matching.newNaming)
    for index in new.elements.indices where new.isCompared[index] {
      let element = new.elements[index]
      let counterpart = new.counterparts[index]
      guard counterpart >= 0 else {
        add(element.kind, nil, newPlaces.summary(element))
        continue
      }
      guard old.isCompared[counterpart] else { continue }
      let earlier = old.elements[counterpart]
      let isMoved = matching.moved.contains(index)
      if !isMoved, matching.isEvidentlySame(earlier, element) { continue }
      // Two journeys that were named side by side have different names from the start.
      let isSideBySide = earlier.model === element.model && element.kind == .journey
      let isRenamed = earlier.name != element.name && !isSideBySide
      var comparison = ElementComparison(
        ContentReader(earlier, oldNaming), ContentReader(element, newNaming), isRenamed: isRenamed)
      comparison.run()
      guard isMoved || isRenamed || !comparison.details.isEmpty else { continue }
      add(
        element.kind, oldPlaces.summary(earlier), newPlaces.summary(element),
        isRenamed: isRenamed, isMoved: isMoved, comparison.details)
    }
    for index in old.unmatched {
      add(old.elements[index].kind, oldPlaces.summary(old.elements[index]), nil)
    }
  }

  private mutating func add(
    _ kind: ElementKind, _ old: ElementSummary?, _ new: ElementSummary?,
    isRenamed: Bool = false, isMoved: Bool = false, _ details: [Detail] = []
  ) {
    byKind[Int(kind.rawValue)].append(
      ElementChange(
        kind: kind, old: old, new: new, isRenamed: isRenamed, isMoved: isMoved, details: details))
  }
}

/// Says where elements and findings stand; lines are counted only in files that somebody asks for.
struct Places {
  private var tables: [String: LineTable] = [:]
  private var sources: [String: SourceText] = [:]

  mutating func summary(_ element: Element) -> ElementSummary {
    let place = element.place
    return ElementSummary(
      key: element.key, title: element.title, file: place.path,
      line: line(place, of: element.model))
  }

  mutating func line(_ place: Place, of model: Model) -> Int {
    if tables.isEmpty {
      for tree in model.trees { sources[tree.source.path] = tree.source }
    }
    if let table = tables[place.path] { return table.position(of: place.range.lowerBound).line }
    guard let source = sources[place.path] else { return 1 }
    let table = LineTable(source)
    tables[place.path] = table
    return table.position(of: place.range.lowerBound).line
  }
}
