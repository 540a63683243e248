import UseCaseSyntax

/// What a use case says for planning, read in one walk over its clauses.
public struct Estimate: Sendable {
  public private(set) var useCase: UseCase
  public private(set) var priority: Priority?
  /// Nil where it is not said, or is no effort.
  public private(set) var effort: Double?
  /// Whether it is neither a Won't nor retired.
  public private(set) var isPlanned = true

  init(_ useCase: UseCase) {
    self.useCase = useCase
    guard let syntax = useCase.declaration?.syntax else { return }
    let (priority, effort, status) = (
      Clauses.priority.keyword, Clauses.effort.keyword, Clauses.status.keyword
    )
    var seen: (priority: Bool, effort: Bool, status: Bool) = (false, false, false)
    var estimate = self
    syntax.tree.forEachChild(of: syntax.index) { index, node in
      guard node.kind == .clause else { return }
      var clause: ClauseSyntax { ClauseSyntax(SyntaxNode(tree: syntax.tree, index: index)) }
      if node.keyword == priority, !seen.priority {
        seen.priority = true
        estimate.priority = clause.choice()
      } else if node.keyword == effort, !seen.effort {
        seen.effort = true
        estimate.effort = clause.number.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
      } else if node.keyword == status, !seen.status {
        seen.status = true
        if clause.choice() == Status.retired { estimate.isPlanned = false }
      }
    }
    if estimate.priority == .wont { estimate.isPlanned = false }
    self = estimate
  }
}

extension UseCase {
  /// Its priority and effort, as far as it is planned.
  public var estimate: Estimate { Estimate(self) }
}
