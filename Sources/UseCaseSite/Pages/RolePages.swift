import UseCaseModel
import UseCaseSyntax

/// A team or function: who holds it, and what it answers for.
struct RolePages: ElementPageKind {
  func writeFacts(of role: Role, to facts: inout FactsWriter) {
    facts.row(.dsdmRole, role[Clauses.dsdm])
    facts.row(.heldBy, role.targets(Clauses.heldBy))
  }
}
