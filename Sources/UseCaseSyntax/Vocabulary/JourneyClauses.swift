extension Clauses {
  // Journeys and stages.
  public static let personas = Clause(
    names: "persona", .persona, "personas", "Whose journey it is; the first leads.",
    example: "persona Ronja")
  public static let state = Clause<JourneyState>(
    choice: "state", "state", "How things are, or how they shall be; as-is unless said otherwise.",
    example: "state to-be")
  public static let improves = Clause(
    name: "improves", KindSet(.journey), "journey", "The as-is journey that a to-be one improves.",
    example: "improves BuyAndKeep")
  public static let stageKind = Clause<StageKind>(
    choice: "kind", "kind", "What the stage is by meaning, not by trade.",
    example: "kind purchase")

  static let journey: [ClauseInfo] = [
    personas.info, state.info, improves.info, supports.info, kpis.info,
  ]
  static let stage: [ClauseInfo] = [stageKind.info, kpis.info, needs.info, expects.info]

  // Touchpoints.
  public static let channels = Clause(
    names: "channel", KindSet(.channel), "channels", "Where customer and company meet.",
    example: "channel Web, App")
  public static let touchpointActors = Clause(
    names: "actor", .actor, "actors", "Who the customer is here.", example: "actor Guest")
  public static let external = Clause(
    flag: "external", "No system of ours takes part.", example: "external")
  public static let initiatedBy = Clause<Initiator>(
    choice: "initiated by", "who", "Who begins; the customer unless said otherwise.",
    example: "initiated by company")
  public static let action = Clause(
    text: "action", "action", "What the customer does.",
    example: #"action "Fills in the checkout form""#)
  public static let response = Clause(
    text: "response", "response", "What the system or the company does.",
    example: #"response "Shows the running total""#)
  public static let outcome = Clause(
    text: "outcome", "outcome", "What the customer wants of it.",
    example: #"outcome "The order is placed in two minutes""#)
  public static let thinks = Clause(
    text: "thinks", "thought", "What the customer thinks.", .repeated,
    example: #"thinks "Will it last?""#)
  public static let feels = Clause<Feeling>(
    "feels",
    [
      Argument(.choice(ChoiceList(Feeling.self)), "feeling"),
      Argument(.text, "words", isOptional: true),
    ], "What the customer feels, from delighted to angry, with a few words.",
    example: #"feels frustrated "so many fields""#, read: { $0.choice() })
  public static let pain = Clause(
    text: "pain", "pain", tails: [answeredBy],
    "What hurts; an opportunity in the same touchpoint answers it, too.", .repeated,
    example: #"pain "Sizes differ by brand" answered by GetSizeAdvice"#)
  public static let opportunity = Clause(
    text: "opportunity", "opportunity", tails: [Tail("by", .name(.whoOrUseCase))],
    "What could be better, and who or which use case would do it.", .repeated,
    example: #"opportunity "See oneself in the jacket" by TryOnVirtually"#)
  public static let realizedBy = Clause(
    names: "realized by", .useCase, "use cases", "The use cases that make it happen.",
    example: "realized by CheckOut, PayOrder")
  public static let backstage = Clause(
    text: "backstage", "activity", tails: [Tail("by", .name(.whoOrSystem))],
    "What happens where the customer does not see it.", .repeated,
    example: #"backstage "The parcel is packed" by Warehouse"#)
  public static let physicalEvidence = Clause(
    text: "physical evidence", "thing", "What the customer holds in hand afterwards.", .repeated,
    example: #"physical evidence "Slip with titles and due days""#)
  public static let collectsFeedback = Clause(
    flag: "collects feedback", "The customer is asked for an opinion here.",
    example: "collects feedback")
  public static let selfService = Clause(
    flag: "self-service", "The customer needs nobody's help here.", example: "self-service")

  static let touchpoint: [ClauseInfo] = [
    channels.info, touchpointActors.info, image.info, external.info, initiatedBy.info, action.info,
    response.info, outcome.info, thinks.info, needs.info, expects.info, feels.info, pain.info,
    opportunity.info, realizedBy.info, backstage.info, physicalEvidence.info,
    collectsFeedback.info, selfService.info, evidence.info, kpis.info, responsible.info,
    consulted.info, informed.info,
  ]

  // Moments of truth.
  public static let momentKind = Clause<MomentKind>(
    choice: "kind", "kind", "Which moment of truth it is.", example: "kind first")
  public static let polarity = Clause<Polarity>(
    choice: "polarity", "polarity", "Whether it lifts or hurts.", .required,
    example: "polarity negative")
  public static let proactive = Clause(
    text: "proactive", "measure", tails: [Tail("by", .name(.whoOrUseCase))],
    "What is done so that it goes well.", .repeated,
    example: #"proactive "Show the delivery cost early" by ReadProductDetails"#)
  public static let reactive = Clause(
    text: "reactive", "measure",
    tails: [Tail("by", .name(.whoOrUseCase)), Tail("within", .duration)],
    "What is done when it has gone wrong, and within what time.", .repeated,
    example: #"reactive "Basket reminder" by RemindBasket within 4 h"#)

  static let moment: [ClauseInfo] = [
    momentKind.info, polarity.info, impact.info, proactive.info, reactive.info, kpis.info,
  ]

  /// The tails of a transition between touchpoints; its share stands before them.
  static let transitionTails = [Tail("when", .text), Tail("carries", .texts)]
}
