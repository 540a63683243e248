import UseCaseSyntax

/// What somebody has to do with a piece of work (RACI).
public enum Responsibility: String, Sendable, CaseIterable {
  case responsible, accountable, consulted, informed
}

extension Element {
  /// Who has which part in it, in the order written; parts that nobody has are left out. The owner
  /// is accountable: its own, or that of what it stands in.
  public var responsibilities: [Responsibility: [Element]] {
    var result: [Responsibility: [Element]] = [:]
    let clauses: [(Responsibility, Clause<[ReferenceSyntax]>)] = [
      (.responsible, Clauses.responsible), (.consulted, Clauses.consulted),
      (.informed, Clauses.informed),
    ]
    for (part, clause) in clauses {
      let who = targets(clause)
      if !who.isEmpty { result[part] = who }
    }
    if let owner { result[.accountable] = [owner] }
    return result
  }
}
