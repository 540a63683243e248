import UseCaseModel
import UseCaseSyntax

/// What it finds comes from the allowances themselves, once all other rules have spoken.
struct UnusedAllow: Rule {
  static let info = RuleInfo(
    name: "unused-allow", category: .references, severity: .warning, source: .language,
    summary: "A comment allows what nobody finds, or says no reason.",
    fixes: [
      .safe("Corrects the name of the rule, or moves what stands too late."),
      .unsafe("Removes what allows nothing."),
    ],
    rationale: """
      An exception that nothing needs any more hides the next real finding, and one without a \
      reason cannot be judged by anybody.
      """,
    bad: """
      // allow(actor-without-usecase): the returns desk opens in May
      actor Customer
      usecase Pay { actor Customer }
      """,
    good: """
      // allow(actor-without-usecase): the returns desk opens in May
      actor ReturnsDesk
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {}
}
