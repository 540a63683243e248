import Testing
import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// One mistake in a copy of an example is found by the rule that is meant for it, where it was made,
/// and by no other rule that warns.
@Suite struct SeededMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let rule: String
    let path: String
    let mark: String
    let old: String
    let new: String
    /// What the finding stands at.
    let place: String

    var testDescription: String { "\(rule): \(old) → \(new)" }

    init(
      _ rule: String, in path: String, behind mark: String, _ old: String, _ new: String,
      at place: String
    ) {
      self.rule = rule
      self.path = path
      self.mark = mark
      self.old = old
      self.new = new
      self.place = place
    }
  }

  static let mistakes = [
    Mistake(
      "unknown-reference", in: "shop.usecase", behind: "usecase PayOrder {",
      "PaymentProvider", "PaymentProvder", at: "PaymentProvder"),
    Mistake(
      "unknown-reference", in: "journey.usecase", behind: "touchpoint Pay {",
      "realized by PayOrder", "realized by PayOder", at: "PayOder"),
    Mistake(
      "wrong-kind-reference", in: "journey.usecase", behind: "touchpoint Pay {",
      "realized by PayOrder", "realized by Customer", at: "Customer"),
    Mistake(
      "duplicate-declaration", in: "actors.usecase", behind: "Buys without an account",
      "actor Guest: Customer", "actor Guest: Customer\nactor Guest: Customer", at: "Guest"),
    Mistake(
      "duplicate-clause", in: "shop.usecase", behind: "usecase CheckOut {",
      "level user-goal", "level user-goal\n        level user-goal", at: "level"),
    Mistake(
      "missing-clause", in: "journey.usecase", behind: "moment TheDelay",
      "polarity negative\n", "\n", at: "TheDelay"),
    Mistake(
      "invalid-value", in: "shop.usecase", behind: "usecase CheckOut {",
      "level user-goal", "level usergoal", at: "usergoal"),
    Mistake(
      "value-out-of-range", in: "journey.usecase", behind: "moment TrustedVoices", "impact 3",
      "impact 30", at: "30"),
    Mistake(
      "step-unknown-subject", in: "shop.usecase", behind: "usecase PayOrder {",
      "1. Customer", "1. The customer", at: "The customer"),
    Mistake(
      "include-cycle", in: "shop.usecase", behind: "usecase PayOrder {",
      "5. Shop shows the order number", "5. include CheckOut", at: "PayOrder"),
    Mistake(
      "extension-point-not-owned", in: "shop.usecase", behind: "usecase ApplyVoucher",
      "at Totals", "at Total", at: "Total"),
    Mistake(
      "usecase-without-actor", in: "advocacy.usecase", behind: "usecase JoinLoyaltyProgramme",
      "actor RegisteredCustomer\n", "\n", at: "JoinLoyaltyProgramme"),
    Mistake(
      "step-numbering", in: "shop.usecase", behind: "usecase PayOrder {",
      "4. Shop records", "5. Shop records", at: "5."),
    Mistake(
      "branch-anchor-missing", in: "shop.usecase", behind: "usecase PayOrder {",
      "alternative 3a", "alternative 9a", at: "9a"),
    Mistake(
      "branch-anchor-missing", in: "shop.usecase", behind: "usecase PayOrder {",
      "resume 1", "resume 8", at: "8"),
    Mistake(
      "branch-dead-end", in: "shop.usecase", behind: "usecase PayOrder {", "resume 1", "",
      at: "3a"),
    Mistake(
      "branch-without-condition", in: "shop.usecase", behind: "usecase PayOrder {",
      "3a when \"the payment is declined\"", "3a", at: "3a"),
    Mistake(
      "exception-succeeds", in: "shop.usecase", behind: "exception 3b when \"no answer arrives",
      "end failure", "resume 3", at: "resume 3"),
    Mistake(
      "touchpoint-without-usecase", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "realized by CompareProducts", "", at: "CompareProducts"),
    Mistake(
      "touchpoint-incomplete", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "channel Web", "", at: "CompareProducts"),
    Mistake(
      "pain-without-remedy", in: "journey.usecase", behind: "touchpoint ApplyVoucher",
      " answered by ApplyVoucher", "", at: "\"The code is rejected without a reason\""),
    Mistake(
      "realization-gap", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "actor Customer", "actor WarehouseClerk", at: "WarehouseClerk"),
    Mistake(
      "journey-without-persona", in: "journey.usecase", behind: "journey BuyAndKeep",
      "persona Ronja, Stefan", "", at: "BuyAndKeep"),
    Mistake(
      "journey-without-start", in: "journey.usecase", behind: "The ways through it",
      "start -> SeeCampaign, HearFromFriend, SearchOnline", "", at: "BuyAndKeep"),
    Mistake(
      "unreachable-touchpoint", in: "journey.usecase", behind: "The ways through it",
      "SubscribeToNewsletter, AddToBasket", "AddToBasket", at: "SubscribeToNewsletter"),
    Mistake(
      "dead-end-touchpoint", in: "journey.usecase", behind: "The ways through it",
      "SubscribeToNewsletter -> ReadProductPage", "", at: "SubscribeToNewsletter"),
    Mistake(
      "probability-sum", in: "journey.usecase", behind: "The ways through it",
      "CheckOutAsGuest -> Pay 62%", "CheckOutAsGuest -> Pay 82%", at: "82%"),
    Mistake(
      "handoff-without-context", in: "journey.usecase", behind: "The ways through it",
      " carries \"return label\"", "", at: "HandParcelBack"),
    Mistake(
      "dropoff-unhandled", in: "journey.usecase", behind: "The ways through it",
      "Pay -> Pay 6%", "Pay -> abandoned 6%", at: "abandoned"),
    Mistake(
      "key-player-unengaged", in: "stakeholders.usecase", behind: "stakeholder CustomerDirector",
      "engage \"Review of the journey on paper, one stage at a time\" every 30 days by BusinessAnalyst",
      "", at: "CustomerDirector"),
    Mistake(
      "strategy-mismatch", in: "stakeholders.usecase", behind: "stakeholder FinanceDirector",
      "strategy keep-satisfied", "strategy monitor", at: "monitor"),
    Mistake(
      "responsible-missing", in: "support.usecase", behind: "usecase ContactSupport",
      "responsible SupportAgent", "", at: "consulted ContentTeam"),
    Mistake(
      "moment-without-recovery", in: "journey.usecase", behind: "moment FirstLook",
      "polarity positive", "polarity negative", at: "FirstLook"),
    Mistake(
      "kpi-out-of-range", in: "measures.usecase", behind: "kpi Nps", "current 34", "current 134",
      at: "134"),
    Mistake(
      "kpi-unit-mismatch", in: "measures.usecase", behind: "kpi FirstResponseEmail",
      "target 4 h", "target 240 min", at: "240 min"),
    Mistake(
      "kpi-without-target", in: "measures.usecase", behind: "kpi ReturnRate",
      "target 18% by 2027-03-31", "", at: "ReturnRate"),
    Mistake(
      "target-worse-than-current", in: "measures.usecase", behind: "kpi CartAbandonment",
      "target 65%", "target 75%", at: "75%"),
    Mistake(
      "objective-without-kpi", in: "model.usecase", behind: "objective FirstContact",
      "measured by FirstContactResolution, CsatSupport, FirstResponseEmail, FirstResponseChat", "",
      at: "FirstContact"),
    Mistake(
      "unprioritized-usecase", in: "shop.usecase", behind: "usecase CompareProducts",
      "priority could", "", at: "CompareProducts"),
    Mistake(
      "wont-scheduled", in: "shop.usecase", behind: "usecase CompareProducts", "priority could",
      "priority wont", at: "CompareProducts"),
    Mistake(
      "timebox-overcommitted", in: "plan.usecase", behind: "timebox Deliver", "capacity 24",
      "capacity 14", at: "capacity 14"),
    Mistake(
      "timebox-order", in: "plan.usecase", behind: "timebox Belong", "to 2026-10-30",
      "to 2026-11-30", at: "to 2026-11-30"),
    Mistake(
      "risk-without-mitigation", in: "risks.usecase", behind: "risk PeakDelay",
      "owner DeliveryTeam", "", at: "PeakDelay"),
    Mistake(
      "residual-exceeds-inherent", in: "risks.usecase", behind: "risk PaymentOutage",
      "residual 2, 3", "residual 3, 5", at: "residual 3, 5"),
    Mistake(
      "review-overdue", in: "journey.usecase", behind: "journey BuyAndKeep",
      "reviewed 2026-10-01", "reviewed 2026-01-10",
      at: "reviewed 2026-01-10 every 90 days by BusinessAnalyst"),
  ]

  @Test(arguments: mistakes) func isFoundOnce(_ mistake: Mistake) throws {
    let example = Example("fellmark")
    let broken = try #require(
      example.replacing(mistake.old, by: mistake.new, behind: mistake.mark, in: mistake.path))
    let known = Set(example.findings.map { $0.rule + $0.message })
    let new = broken.findings.filter {
      $0.severity > .info && !known.contains($0.rule + $0.message)
    }
    #expect(new.map(\.rule) == [mistake.rule], "\(new.summary)")
    #expect(new.first.map { broken.text(at: $0.place) } == mistake.place)
  }

  @Test(arguments: ["fellmark", "library", "compiler"])
  func theExamplesAreClean(_ name: String) {
    let found = Example(name).findings
    #expect(found.isEmpty, "\(found.summary)")
  }

  @Test func theOrderOfFilesChangesNothing() throws {
    let broken = try #require(
      Example("fellmark").replacing(
        "Customer", by: "Custmer", behind: "actor Guest", in: "actors.usecase"))
    let reversed = Example(Array(broken.sources.reversed()))
    #expect(broken.findings == reversed.findings)
    #expect(!broken.findings.isEmpty)
  }

  /// The misspelt name may be the actor that now takes part in nothing.
  @Test func aMisspeltActorIsOneMistake() {
    let text = "actor Reader\nusecase BorrowBook {\n  actor Raeder\n  status draft\n}\n"
    let model = resolve([parse(SourceText(path: "a.usecase", text))])
    #expect(check(model).map(\.rule) == ["unknown-reference"])
  }
}
