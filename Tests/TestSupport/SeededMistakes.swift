import Testing

/// A mistake that is made in a copy of the flagship example, and the rule that is meant for it.
public struct SeededMistake: Sendable, CustomTestStringConvertible {
  public let rule: String
  public let path: String
  /// What `old` stands behind.
  public let mark: String
  public let old: String
  public let new: String
  /// What the finding stands at.
  public let place: String

  public var testDescription: String { "\(rule): \(old) → \(new)" }

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

  /// The text with the mistake in it; nil where its place is not there.
  public func applied(to text: String) -> String? {
    guard let start = mark.isEmpty ? text.startIndex..<text.startIndex : text.firstRange(of: mark),
      let range = text[start.upperBound...].firstRange(of: old)
    else { return nil }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  /// Mistakes that hide each other, or have another finding in their wake.
  private static let onlyAlone: Set = [
    "wrong-kind-reference", "step-unknown-subject", "branch-without-condition",
    "touchpoint-without-usecase", "unreachable-touchpoint", "timebox-order", "branch-dead-end",
    "wont-scheduled", "duplicate-clause",
  ]

  /// One mistake of each rule, all of which can be made in one copy.
  public static let together: [SeededMistake] = {
    var seen = onlyAlone
    return all.filter { seen.insert($0.rule).inserted }
  }()

  /// Each is found by itself by its rule alone.
  public static let all = [
    SeededMistake(
      "unknown-reference", in: "shop.usecase", behind: "usecase PayOrder {",
      "PaymentProvider", "PaymentProvder", at: "PaymentProvder"),
    SeededMistake(
      "unknown-reference", in: "journey.usecase", behind: "touchpoint Pay {",
      "realized by PayOrder", "realized by PayOder", at: "PayOder"),
    SeededMistake(
      "wrong-kind-reference", in: "journey.usecase", behind: "touchpoint Pay {",
      "realized by PayOrder", "realized by Customer", at: "Customer"),
    SeededMistake(
      "duplicate-declaration", in: "actors.usecase", behind: "Buys without an account",
      "actor Guest: Customer", "actor Guest: Customer\nactor Guest: Customer", at: "Guest"),
    SeededMistake(
      "duplicate-clause", in: "shop.usecase", behind: "usecase CheckOut {",
      "level user-goal", "level user-goal\n        level user-goal", at: "level"),
    SeededMistake(
      "missing-clause", in: "journey.usecase", behind: "moment TheDelay",
      "polarity negative\n", "\n", at: "TheDelay"),
    SeededMistake(
      "invalid-value", in: "shop.usecase", behind: "usecase CheckOut {",
      "level user-goal", "level usergoal", at: "usergoal"),
    SeededMistake(
      "value-out-of-range", in: "journey.usecase", behind: "moment TrustedVoices", "impact 3",
      "impact 30", at: "30"),
    SeededMistake(
      "step-unknown-subject", in: "shop.usecase", behind: "usecase PayOrder {",
      "1. Customer", "1. The customer", at: "The customer"),
    SeededMistake(
      "include-cycle", in: "shop.usecase", behind: "usecase PayOrder {",
      "5. Shop shows the order number", "5. include CheckOut", at: "PayOrder"),
    SeededMistake(
      "extension-point-not-owned", in: "shop.usecase", behind: "usecase ApplyVoucher",
      "at Totals", "at Total", at: "Total"),
    SeededMistake(
      "usecase-without-actor", in: "advocacy.usecase", behind: "usecase JoinLoyaltyProgramme",
      "actor RegisteredCustomer\n", "\n", at: "JoinLoyaltyProgramme"),
    SeededMistake(
      "step-numbering", in: "shop.usecase", behind: "usecase PayOrder {",
      "4. Shop records", "5. Shop records", at: "5."),
    SeededMistake(
      "branch-anchor-missing", in: "shop.usecase", behind: "usecase PayOrder {",
      "alternative 3a", "alternative 9a", at: "9a"),
    SeededMistake(
      "branch-anchor-missing", in: "shop.usecase", behind: "usecase PayOrder {",
      "resume 1", "resume 8", at: "8"),
    SeededMistake(
      "branch-dead-end", in: "shop.usecase", behind: "usecase PayOrder {", "resume 1", "",
      at: "3a"),
    SeededMistake(
      "branch-without-condition", in: "shop.usecase", behind: "usecase PayOrder {",
      "3a when \"the payment is declined\"", "3a", at: "3a"),
    SeededMistake(
      "exception-succeeds", in: "shop.usecase", behind: "exception 3b when \"no answer arrives",
      "end failure", "resume 3", at: "resume 3"),
    SeededMistake(
      "touchpoint-without-usecase", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "realized by CompareProducts", "", at: "CompareProducts"),
    SeededMistake(
      "touchpoint-incomplete", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "channel Web", "", at: "CompareProducts"),
    SeededMistake(
      "pain-without-remedy", in: "journey.usecase", behind: "touchpoint ApplyVoucher",
      " answered by ApplyVoucher", "", at: "\"The code is rejected without a reason\""),
    SeededMistake(
      "realization-gap", in: "journey.usecase", behind: "touchpoint CompareProducts",
      "actor Customer", "actor WarehouseClerk", at: "WarehouseClerk"),
    SeededMistake(
      "journey-without-persona", in: "journey.usecase", behind: "journey BuyAndKeep",
      "persona Ronja, Stefan", "", at: "BuyAndKeep"),
    SeededMistake(
      "journey-without-start", in: "journey.usecase", behind: "The ways through it",
      "start -> SeeCampaign, HearFromFriend, SearchOnline", "", at: "BuyAndKeep"),
    SeededMistake(
      "unreachable-touchpoint", in: "journey.usecase", behind: "The ways through it",
      "SubscribeToNewsletter, AddToBasket", "AddToBasket", at: "SubscribeToNewsletter"),
    SeededMistake(
      "dead-end-touchpoint", in: "journey.usecase", behind: "The ways through it",
      "SubscribeToNewsletter -> ReadProductPage", "", at: "SubscribeToNewsletter"),
    SeededMistake(
      "probability-sum", in: "journey.usecase", behind: "The ways through it",
      "CheckOutAsGuest -> Pay 62%", "CheckOutAsGuest -> Pay 82%", at: "82%"),
    SeededMistake(
      "handoff-without-context", in: "journey.usecase", behind: "The ways through it",
      " carries \"return label\"", "", at: "HandParcelBack"),
    SeededMistake(
      "dropoff-unhandled", in: "journey.usecase", behind: "The ways through it",
      "Pay -> Pay 6%", "Pay -> abandoned 6%", at: "abandoned"),
    SeededMistake(
      "key-player-unengaged", in: "stakeholders.usecase", behind: "stakeholder CustomerDirector",
      "engage \"Review of the journey on paper, one stage at a time\" every 30 days by BusinessAnalyst",
      "", at: "CustomerDirector"),
    SeededMistake(
      "strategy-mismatch", in: "stakeholders.usecase", behind: "stakeholder FinanceDirector",
      "strategy keep-satisfied", "strategy monitor", at: "monitor"),
    SeededMistake(
      "responsible-missing", in: "support.usecase", behind: "usecase ContactSupport",
      "responsible SupportAgent", "", at: "consulted ContentTeam"),
    SeededMistake(
      "moment-without-recovery", in: "journey.usecase", behind: "moment FirstLook",
      "polarity positive", "polarity negative", at: "FirstLook"),
    SeededMistake(
      "kpi-out-of-range", in: "measures.usecase", behind: "kpi Nps", "current 34", "current 134",
      at: "134"),
    SeededMistake(
      "kpi-unit-mismatch", in: "measures.usecase", behind: "kpi FirstResponseEmail",
      "target 4 h", "target 240 min", at: "240 min"),
    SeededMistake(
      "kpi-without-target", in: "measures.usecase", behind: "kpi ReturnRate",
      "target 18% by 2027-03-31", "", at: "ReturnRate"),
    SeededMistake(
      "target-worse-than-current", in: "measures.usecase", behind: "kpi CartAbandonment",
      "target 65%", "target 75%", at: "75%"),
    SeededMistake(
      "objective-without-kpi", in: "model.usecase", behind: "objective FirstContact",
      "measured by FirstContactResolution, CsatSupport, FirstResponseEmail, FirstResponseChat", "",
      at: "FirstContact"),
    SeededMistake(
      "unprioritized-usecase", in: "shop.usecase", behind: "usecase CompareProducts",
      "priority could", "", at: "CompareProducts"),
    SeededMistake(
      "wont-scheduled", in: "shop.usecase", behind: "usecase CompareProducts",
      "priority could",
      "priority wont", at: "CompareProducts"),
    SeededMistake(
      "timebox-overcommitted", in: "plan.usecase", behind: "timebox Deliver", "capacity 24",
      "capacity 14", at: "capacity 14"),
    SeededMistake(
      "timebox-order", in: "plan.usecase", behind: "timebox Belong", "to 2026-10-30",
      "to 2026-11-30", at: "to 2026-11-30"),
    SeededMistake(
      "risk-without-mitigation", in: "risks.usecase", behind: "risk PeakDelay",
      "owner DeliveryTeam", "", at: "PeakDelay"),
    SeededMistake(
      "residual-exceeds-inherent", in: "risks.usecase", behind: "risk PaymentOutage",
      "residual 2, 3", "residual 3, 5", at: "residual 3, 5"),
    SeededMistake(
      "review-overdue", in: "journey.usecase", behind: "journey BuyAndKeep",
      "reviewed 2026-10-01", "reviewed 2026-01-10",
      at: "reviewed 2026-01-10 every 90 days by BusinessAnalyst"),
    SeededMistake(
      "unsafe-character", in: "risks.usecase", behind: "risk PeakDelay", "\"", "\"\u{202E}",
      at: "\u{202E}"),
    SeededMistake(
      "unused-allow", in: "actors.usecase", behind: "", "actor Guest",
      "// allow(include-cycle): nothing here\nactor Guest",
      at: "include-cycle"),
    SeededMistake(
      "unused-declaration", in: "channels.usecase", behind: "", "channel ",
      "channel Telegraph\nchannel ",
      at: "Telegraph"),
    SeededMistake(
      "kpi-without-benchmark", in: "measures.usecase", behind: "kpi CartAbandonment", "benchmark",
      "// benchmark",
      at: "CartAbandonment"),
    SeededMistake(
      "empty-name", in: "personas.usecase", behind: "persona Stefan", "\"Stefan, gift buyer\"",
      "\"\"",
      at: "\"\""),
    SeededMistake(
      "include-said-twice", in: "shop.usecase", behind: "usecase CheckOut {", "effort 8",
      "include PayOrder\n        effort 8", at: "PayOrder"),
    SeededMistake(
      "step-ui-detail", in: "shop.usecase", behind: "usecase PayOrder {",
      "Customer chooses a payment method", "Customer clicks a payment method", at: "clicks"),
    SeededMistake(
      "usecase-name-not-verb", in: "shop.usecase", behind: "", "usecase CompareProducts",
      "usecase CompareProducts \"Product comparison\"", at: "Product comparison"),
    SeededMistake(
      "missing-guarantee", in: "shop.usecase", behind: "usecase PayOrder {", "success guarantee",
      "// success guarantee",
      at: "PayOrder"),
    SeededMistake(
      "moment-without-proactive", in: "journey.usecase", behind: "moment TrustedVoices",
      "proactive", "// proactive",
      at: "TrustedVoices"),
  ]
}
