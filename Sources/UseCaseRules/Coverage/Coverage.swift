import UseCaseModel
import UseCaseSyntax

/// How many of the things that should have a property have it.
public struct CoverageCount: Sendable, Hashable {
  /// How many have it.
  public var covered: Int { Int(coveredCount) }
  /// How many lack it.
  public var missing: Int { Int(missingCount) }
  /// How many more lack it and are allowed to by a comment.
  public var allowed: Int { Int(allowedCount) }

  // Small: a large model has many parts with many figures.
  private var coveredCount: UInt32 = 0
  private var missingCount: UInt32 = 0
  private var allowedCount: UInt32 = 0

  init(covered: Int = 0, missing: Int = 0, allowed: Int = 0) {
    coveredCount = UInt32(clamping: covered)
    missingCount = UInt32(clamping: missing)
    allowedCount = UInt32(clamping: allowed)
  }

  public var total: Int { covered + missing }

  /// In percent, rounded down, so that 100 means all; nil where there is nothing to cover.
  public var percent: Int? { total > 0 ? covered * 100 / total : nil }

  /// Whether less than a percentage is covered; never where there is nothing to cover.
  public func isBelow(_ percent: Int) -> Bool { covered * 100 < percent * total }

  static func += (left: inout CoverageCount, right: CoverageCount) {
    left = CoverageCount(
      covered: left.covered + right.covered, missing: left.missing + right.missing,
      allowed: left.allowed + right.allowed)
  }
}

/// The counts of all figures.
public struct CoverageCounts: Sendable {
  /// In the order of the catalogue; empty while nothing is counted, as in most parts of a large model.
  private var list: [CoverageCount] = []

  public subscript(figure: FigureInfo) -> CoverageCount {
    guard !list.isEmpty else { return CoverageCount() }
    return zip(FigureCatalog.all, list).first { $0.0.name == figure.name }?.1 ?? CoverageCount()
  }

  /// Adds to a figure, given by its place in the catalogue.
  mutating func add(_ count: CoverageCount, to figure: Int) {
    if list.isEmpty { list = FigureCatalog.all.map { _ in CoverageCount() } }
    list[figure] += count
  }

  mutating func add(_ other: CoverageCounts) {
    for (figure, count) in other.list.enumerated() { add(count, to: figure) }
  }

  /// Counts everything in the last figure, that of everything.
  mutating func sumUp() {
    guard let last = list.indices.last else { return }
    list[last] = list[..<last].reduce(into: CoverageCount()) { $0 += $1 }
  }

  func at(_ figure: Int) -> CoverageCount { list.isEmpty ? CoverageCount() : list[figure] }
}

/// A figure of a whole model.
public struct CoverageFigure: Sendable {
  public let info: FigureInfo
  public let count: CoverageCount
  /// What is missing, each place once, in the order of the model.
  public let gaps: [CoverageGap]

  public var name: String { info.name }
  public var title: String { info.title }
  public var covered: Int { count.covered }
  public var total: Int { count.total }
  public var percent: Int? { count.percent }
}

/// A place where something is missing, with what the rules behind the figure find there.
public struct CoverageGap: Sendable {
  /// At least one, all at one place.
  public let findings: [Diagnostic]

  public var place: Place { findings.first?.place ?? Place(path: "", range: 0..<0) }

  /// The key of the element: `touchpoint BuyAndKeep.Pay`.
  public var element: String { findings.first?.element ?? "" }
}

/// The figures of a package, a journey or a stage.
public struct CoveragePart: Sendable {
  public let kind: ElementKind
  public let key: String
  public let title: String
  /// The part around it, as a place in the list of parts.
  public let parent: Int?
  public internal(set) var counts = CoverageCounts()
}

/// The figures behind the gaps of a model, and of its packages, journeys and stages.
///
/// What rules expect is counted, and what they do not find is covered: a figure is 100 % where its
/// rules find nothing, and only there. Linear in the size of the model.
public struct Coverage: Sendable {
  /// In the order of the catalogue.
  public let figures: [CoverageFigure]
  /// Packages, journeys and stages of the model's own files, in its order, outer ones first.
  public let parts: [CoveragePart]

  /// Counts the elements of the model's own files; `rules` bring the options in force, and rules
  /// that are off are counted as the catalogue has them.
  public init(_ model: Model, rules: [AnyRule] = RuleCatalog.standard) {
    var counter = CoverageCounter(model, rules: rules)
    counter.run()
    figures = counter.figures
    parts = counter.parts.parts
  }

  /// The figure with a name.
  public func figure(_ name: String) -> CoverageFigure? { figures.first { $0.name == name } }
}
