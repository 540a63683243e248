import UseCaseModel
import UseCaseSyntax

struct IncludeSaidTwice: Rule {
  static let info = RuleInfo(
    name: "include-said-twice", category: .structure, severity: .info, source: .language,
    summary: "A clause includes what a step includes already.",
    fixes: [.safe("Removes the name from the clause.")],
    rationale: """
      The step says it, and where in the flow; the clause beside it has to be kept in step by hand.
      """,
    bad: """
      actor Customer
      usecase PayOrder { actor Customer }
      usecase CheckOut {
        actor Customer
        include PayOrder
        flow {
          1. Customer confirms the basket
          2. include PayOrder
          3. System confirms the order
        }
      }
      """,
    good: """
      actor Customer
      usecase PayOrder { actor Customer }
      usecase CheckOut {
        actor Customer
        flow {
          1. Customer confirms the basket
          2. include PayOrder
          3. System confirms the order
        }
      }
      """)

  func check(_ useCase: UseCase, in context: RuleContext, report: inout Findings) {
    guard context.clauses(of: useCase).contains(Clauses.include),
      let graph = context.flow(of: useCase),
      let tree = useCase.declaration?.syntax.tree
    else { return }
    var steps: [ElementID: StepSyntax] = [:]
    for step in graph.steps {
      if let inclusion = step.inclusion, steps[inclusion.id] == nil {
        steps[inclusion.id] = step.syntax
      }
    }
    for clause in useCase.clauses(Clauses.include) {
      let said = clause.references.compactMap { reference in
        context.model.target(of: reference, near: useCase.element).flatMap { target in
          steps[target.id].map { (reference, target, $0) }
        }
      }
      // Where steps say all of it, one edit removes the clause.
      let removesAll = said.count == clause.references.count && said.count > 1
      for (reference, target, step) in said {
        let edit =
          removesAll ? tree.removal(of: clause.syntax) : tree.removal(of: reference, from: clause)
        report.add(
          "a step includes '\(target.title)' already", at: reference.place,
          labels: [Label("this step", at: step.syntax.place)],
          fixes: [Fix("remove it from the clause", edits: [edit])])
      }
    }
  }
}
