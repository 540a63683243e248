import UseCaseModel
import UseCaseSyntax

/// A team or function: who holds it, and what it answers for.
struct RolePages: ElementPageKind {
  func writeFacts(of role: Role, to facts: inout FactsWriter) {
    facts.row("DSDM role", role[Clauses.dsdm])
    facts.row("Held by", role.targets(Clauses.heldBy))
  }
}
