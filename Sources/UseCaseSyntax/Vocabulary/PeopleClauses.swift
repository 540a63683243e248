extension Clauses {
  // Systems, actors, channels.
  public static let systemKind = Clause<SystemKind>(
    choice: "kind", "kind", "What kind of system it is.", example: "kind software")
  public static let actorKind = Clause<ActorKind>(
    choice: "kind", "kind", "What kind of actor it is; a person unless said otherwise.",
    example: "kind system")
  public static let isAbstract = Clause(
    flag: "abstract", "Only its children occur.", example: "abstract")
  public static let channelKind = Clause<ChannelKind>(
    choice: "kind", "kind", "What kind of channel it is.", example: "kind digital")

  // Personas.
  public static let plays = Clause(
    names: "plays", .actor, "actors", "The actors that the persona is an example of.",
    example: "plays Guest, RegisteredCustomer")
  public static let segment = Clause(
    names: "segment", KindSet(.segment), "segments", "The group of customers it stands for.",
    example: "segment Enthusiasts")
  public static let quote = Clause(
    text: "quote", "words", "A sentence the persona would say.",
    example: #"quote "If I have to guess my size, I go for a walk.""#)
  public static let frustration = Clause(
    text: "frustration", "frustration", tails: [answeredBy],
    "What annoys the persona.", .repeated,
    example: #"frustration "Sizes differ from brand to brand""#)
  public static let behavior = Clause(
    text: "behavior", "habit", "What the persona usually does.", .repeated,
    example: #"behavior "Buys on the phone""#)
  public static let caresAbout = Clause(
    text: "cares about", "value", "What the persona values.", .repeated,
    example: #"cares about "sustainability""#)

  static let persona: [ClauseInfo] = [
    plays.info, segment.info, image.info, quote.info, goals.info, needs.info, expects.info,
    frustration.info,
    behavior.info, caresAbout.info, evidence.info,
  ]

  // Stakeholders and roles.
  public static let stakeholderKind = Clause<StakeholderKind>(
    choice: "kind", "kind", "Inside the organisation, outside, or touched only indirectly.",
    example: "kind external")
  public static let represents = Clause(
    name: "represents", .actor, "actor", "The actor whose interests it stands for.",
    example: "represents Customer")
  public static let power = Clause(
    score: "power", "How much it can do for or against us, from 1 to 5.", example: "power 4")
  public static let interest = Clause(
    score: "interest", "How much it cares, from 1 to 5.", example: "interest 5")
  public static let legitimate = Clause(
    flag: "legitimate", "Its claim is legitimate (Mitchell, Agle and Wood).",
    example: "legitimate")
  public static let urgent = Clause(
    flag: "urgent", "Its claim is urgent (Mitchell, Agle and Wood).", example: "urgent")
  public static let attitude = Clause<Attitude>(
    choice: "attitude", "attitude", "How it stands to what we do.", example: "attitude supporter")
  public static let strategy = Clause<EngagementStrategy>(
    choice: "strategy", "strategy", "How we treat it (Mendelow).",
    example: "strategy keep-informed")
  public static let engage = Clause(
    text: "engage", "how", tails: [Tail("every", .duration), Tail("by", .name(.who))],
    "How we keep in touch, how often, and who does it.", .repeated,
    example: #"engage "Figures of the week" every 7 days"#)
  public static let influences = Clause<ReferenceSyntax>(
    "influences",
    [
      Argument(.name(KindSet(.stakeholder)), "stakeholder"),
      Argument(.choice(ChoiceList(InfluenceStrength.self)), "strength", isOptional: true),
      Argument(.text, "how", isOptional: true),
    ], "Whom it influences, how strongly and how.", .repeated,
    example: #"influences Customers strong "rings at the door""#, read: { $0.reference })

  static let stakeholder: [ClauseInfo] = [
    stakeholderKind.info, represents.info, image.info, power.info, interest.info, legitimate.info,
    urgent.info, attitude.info, strategy.info, goals.info, engage.info, influences.info,
  ]

  public static let dsdm = Clause<DSDMRole>(
    choice: "dsdm", "role", "The role it has in a DSDM project.", example: "dsdm team-leader")
  public static let heldBy = Clause(
    names: "held by", KindSet([.stakeholder, .actor]), "who", "Who holds the role.",
    example: "held by SupportLead")

  static let role: [ClauseInfo] = [dsdm.info, heldBy.info]
}
