import UseCaseSyntax

/// One number of a KPI.
public struct KPIValue: Sendable {
  public enum Role: String, Sendable { case baseline, current, target, benchmark }
  public let role: Role
  public let quantity: Quantity
  /// The day it holds for; of a target, the day by which it shall be reached.
  public let date: CalendarDate?
  public let clause: ClauseSyntax

  init?(_ role: Role, _ clause: ClauseSyntax) {
    guard let quantity = clause.quantity else { return nil }
    self.role = role
    self.quantity = quantity
    self.clause = clause
    date = clause.on ?? clause.by?.date
  }

  /// Where the number and its unit stand.
  public var place: Place { clause.syntax.first(.quantity)?.place ?? clause.place }
  /// Who says so.
  public var source: TextSyntax? { clause.tail(Keyword("source"))?.text }
  public var benchmarkKind: BenchmarkKind? {
    role == .benchmark ? clause.choice(BenchmarkKind.self) : nil
  }
  /// From how many answers.
  public var answers: Double? { clause.tail(Keyword("n"))?.number }
}

extension KPI {
  /// Baseline, current values, target and benchmarks, in this order.
  public var values: [KPIValue] {
    values(.baseline, first(Clauses.baseline))
      + clauses(Clauses.current).flatMap {
        values(.current, $0)
      } + values(.target, first(Clauses.target))
      + clauses(Clauses.benchmark).flatMap { values(.benchmark, $0) }
  }

  private func values(_ role: KPIValue.Role, _ clause: ClauseSyntax?) -> [KPIValue] {
    clause.flatMap { KPIValue(role, $0) }.map { [$0] } ?? []
  }

  /// Where it shall be.
  public var target: KPIValue? { first(Clauses.target).flatMap { KPIValue(.target, $0) } }

  /// Where it stands: the current value of the latest day, or the last without a day.
  public var standing: KPIValue? {
    var latest: KPIValue?
    for clause in clauses(Clauses.current) {
      guard let value = KPIValue(.current, clause) else { continue }
      if let known = latest?.date, let date = value.date, date < known { continue }
      latest = value
    }
    return latest
  }

  /// Whether a value is worse than another; nil where nothing says which way is better, where they
  /// cannot be compared, or where one of them cannot be.
  public func isWorse(_ value: Quantity, than other: Quantity) -> Bool? {
    guard let better, value.hasSameUnit(as: other), isPossible(value), isPossible(other) else {
      return nil
    }
    return better == .higher ? value.value < other.value : value.value > other.value
  }

  /// Whether it stands where it shall be, or better; nil where that cannot be told.
  public var isTargetReached: Bool? {
    guard let standing, let target else { return nil }
    return isWorse(standing.quantity, than: target.quantity).map { !$0 }
  }
}

extension Quantity {
  /// The unit without its plural: `day` and `days` are one unit.
  public var singularUnit: String {
    if unit.hasSuffix("s"), unit.count > 2, unit.dropLast().last?.isLetter == true {
      return String(unit.dropLast())
    }
    return unit
  }

  /// Whether numbers can be compared as they stand.
  public func hasSameUnit(as other: Quantity) -> Bool { singularUnit == other.singularUnit }

  /// The same in another unit; nil where the units measure different things or the result is no
  /// short number.
  public func converted(to other: String) -> Quantity? {
    let factors = [self.unit, other].map { unit -> Double? in
      switch unit {
      case "%": 10
      case "‰": 1
      default: Quantity(1, unit: unit).seconds
      }
    }
    let areShares = [self.unit, other].map { $0 == "%" || $0 == "‰" }
    guard areShares[0] == areShares[1], let from = factors[0], let to = factors[1] else {
      return nil
    }
    let result = value * from / to
    let thousandths = result * 1000
    guard thousandths.isFinite, abs(thousandths) < 1e12, thousandths == thousandths.rounded(),
      result * to / from == value
    else { return nil }
    return Quantity(result, unit: other)
  }
}
