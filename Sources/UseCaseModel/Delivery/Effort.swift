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
  public let parts: [Part]
  /// How many planned use cases do not say their effort.
  public let unsized: Int
  public let total: Double

  public init(_ useCases: some Sequence<UseCase>) {
    var parts: [Part] = []
    var unsized = 0
    var total = 0.0
    var seen: Set<ElementID> = []
    for useCase in useCases where seen.insert(useCase.id).inserted {
      let priority = useCase.priority
      guard priority != .wont, useCase.status != .retired else { continue }
      guard let effort = useCase[Clauses.effort], effort.isFinite, effort >= 0 else {
        unsized += 1
        continue
      }
      parts.append(Part(useCase: useCase, priority: priority, effort: effort))
      total += effort
    }
    self.parts = parts
    self.unsized = unsized
    self.total = total
  }

  /// The effort of one priority, or of what has none.
  public func sum(of priority: Priority?) -> Double {
    parts.reduce(0) { $1.priority == priority ? $0 + $1.effort : $0 }
  }

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
