import UseCaseSyntax

/// The planned effort of some use cases by their priorities (DSDM handbook, "MoSCoW
/// prioritisation"): without Won'ts, which are not planned, and without what is retired.
public struct Effort: Sendable {
  /// A use case with its part of the effort.
  public struct Part: Sendable {
    public let useCase: UseCase
    public let priority: Priority?
    public let effort: Double
  }

  /// In the order given, each use case once.
  public private(set) var parts: [Part] = []
  /// How many planned use cases do not say their effort.
  public private(set) var unsized = 0
  public private(set) var total = 0.0
  /// By the place of the priority among all, last of what has none.
  private var sums = [Double](repeating: 0, count: Priority.allCases.count + 1)

  public init(_ useCases: [UseCase]) { self.init(useCases.map(\.estimate)) }

  /// Sums up use cases whose estimates are known.
  public init(_ estimates: [Estimate]) {
    var seen = Set<ElementID>(minimumCapacity: estimates.count)
    parts.reserveCapacity(estimates.count)
    for estimate in estimates where seen.insert(estimate.useCase.id).inserted {
      guard estimate.isPlanned else { continue }
      guard let effort = estimate.effort else {
        unsized += 1
        continue
      }
      add(Part(useCase: estimate.useCase, priority: estimate.priority, effort: effort))
    }
  }

  /// The effort of several parts of a plan together.
  public init(joining efforts: [Effort]) {
    var seen: Set<ElementID> = []
    for effort in efforts {
      unsized += effort.unsized
      for part in effort.parts where seen.insert(part.useCase.id).inserted { add(part) }
    }
  }

  private mutating func add(_ part: Part) {
    parts.append(part)
    total += part.effort
    sums[Effort.place(of: part.priority)] += part.effort
  }

  private static func place(of priority: Priority?) -> Int {
    switch priority {
    case .must: 0
    case .should: 1
    case .could: 2
    case .wont: 3
    case nil: 4
    }
  }

  /// The effort of one priority, or of what has none.
  public func sum(of priority: Priority?) -> Double { sums[Effort.place(of: priority)] }

  /// Those of one priority, the largest first.
  public func largest(of priority: Priority) -> [Part] {
    parts.filter { $0.priority == priority }.enumerated().sorted { left, right in
      (-left.element.effort, left.offset) < (-right.element.effort, right.offset)
    }.map(\.element)
  }

  /// Whether shares of it mean something: at least half of the use cases say their effort, and
  /// three do, because less cannot be balanced.
  public var isTelling: Bool {
    total > 0 && total.isFinite && parts.count >= 3 && parts.count >= unsized
  }
}

extension Model {
  /// The unit of every effort and capacity; days where the model does not say.
  public var effortUnit: EffortUnit { declaration?[Clauses.effortUnit] ?? .days }

  /// An effort as a person writes it: `5 days`; without a unit where the model says none.
  public func text(ofEffort effort: Double) -> String {
    let number = formattedSum(effort)
    guard let unit = declaration?[Clauses.effortUnit] else { return number }
    return number + " " + (number == "1" ? String(unit.rawValue.dropLast()) : unit.rawValue)
  }
}

/// A sum of decimals with two places at most: 0.1 + 0.2 is 0.3 to whoever reads it.
public func formattedSum(_ sum: Double) -> String {
  formatted(abs(sum) < 1e12 ? (sum * 100).rounded() / 100 : sum)
}
