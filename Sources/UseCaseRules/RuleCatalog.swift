import UseCaseSyntax

/// Every rule, in the order of the documentation.
public enum RuleCatalog {
  public static let all: [AnyRule] = [
    // References and values
    AnyRule(UnusedAllow()),
    // UML structure
    AnyRule(ActorWithoutUseCase()),
  ]

  public static func rule(named name: String) -> AnyRule? {
    all.first { $0.info.name == name }
  }
}
