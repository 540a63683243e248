/// The language, described once: every declaration with its clauses.
///
/// The parser walks it; formatter, grammar files, documentation and completion are read from it.
public enum Vocabulary {
  /// In the order of `ElementKind`, without extension points, which a clause declares.
  public static let declarations: [DeclarationInfo] = [
    declare(
      .model, Clauses.model, "The model itself, at most once.",
      #"model Fellmark "Fellmark Outdoor" { version "2026.2" }"#),
    declare(
      .package, [], members: topLevel, "A namespace, which any number of files may open.",
      "package Checkout { actor Guest }"),
    declare(
      .system, [Clauses.systemKind.info], members: .useCase,
      "What use cases belong to (UML: subject).", #"system Shop "Web shop" { }"#),
    declare(
      .actor, [Clauses.actorKind.info, Clauses.isAbstract.info, Clauses.image.info],
      parents: .actor,
      "Whoever or whatever interacts with a system (UML: actor).", "actor Guest: Customer"),
    declare(.segment, [], "A group of customers.", "segment Enthusiasts"),
    declare(
      .persona, Clauses.persona, "A customer, typified.",
      #"persona Ronja "Ronja, weekend hiker" { plays Guest }"#),
    declare(
      .objective, [Clauses.measuredBy.info, Clauses.supports.info], "What the business wants.",
      "objective LowerAbandonment { measured by CartAbandonment }"),
    declare(
      .useCase, Clauses.useCase, parents: .useCase,
      "What an actor can reach with a system (UML: use case), with its text.",
      "usecase PayOrder { actor Customer }"),
    declare(
      .channel, [Clauses.channelKind.info], "Where customer and company meet.",
      "channel Web { kind digital }"),
    declare(
      .journey, Clauses.journey, members: KindSet(.stage),
      "A customer journey: a graph of touchpoints in stages.",
      #"journey BuyAndKeep "Buy a jacket and keep it" { }"#),
    declare(
      .stage, Clauses.stage, members: KindSet(.touchpoint), "A part of a journey.",
      "stage Purchase { kind purchase }"),
    declare(
      .touchpoint, Clauses.touchpoint, members: KindSet(.moment),
      "A place where customer and company meet once.", "touchpoint Pay { channel Web }"),
    declare(
      .moment, Clauses.moment, "A moment of truth: where the customer decides about us.",
      #"moment FirstLook "Is this the one?" { polarity positive }"#),
    declare(
      .stakeholder, Clauses.stakeholder, "Anyone with a stake.",
      "stakeholder SupportLead { power 3 }"),
    declare(
      .role, Clauses.role, "A team or function that owns work.", "role CheckoutTeam"),
    declare(.kpi, Clauses.kpi, "A measure.", "kpi Conversion { metric conversion }"),
    declare(
      .risk, Clauses.risk, "What can go wrong.",
      #"risk PeakDelay "Parcels are late" { probability 3 }"#),
    declare(
      .increment, Clauses.increment, members: KindSet(.timebox),
      "A part of the delivery plan that goes live (DSDM).",
      "increment Buy { from 2026-03-02 }"),
    declare(
      .timebox, Clauses.timebox, "A fixed period with a fixed end (DSDM).",
      "timebox Choose { capacity 24 }"),
    declare(
      .term, [Clauses.synonym.info], "A word of the glossary; its description defines it.",
      #"term Basket { synonym "cart" }"#),
    declare(
      .log, Clauses.log, "An event log bound to a journey.", #"log Web { data "events.csv" }"#),
    declare(
      .view, Clauses.view, "A picture of one's own choosing.",
      "view Overview { show use-cases }"),
  ]

  /// The clauses that every declaration takes, which come last among its clauses.
  public static let commonClauses = Clauses.common

  /// What a file or a package may declare.
  public static let topLevel = KindSet([
    .package, .system, .actor, .segment, .persona, .objective, .useCase, .channel, .journey,
    .stakeholder, .role, .kpi, .risk, .increment, .term, .log, .view,
  ])

  /// What a file may declare: the model, too.
  public static let fileLevel = topLevel.union(KindSet(.model))

  /// Words that open a block of a use case's flow.
  public static let flowBlocks: [(text: String, documentation: String, example: String)] = [
    ("flow", "The main flow: the numbered steps to the goal.", "flow {"),
    (
      "alternative", "A branch that still reaches the goal.",
      #"alternative 3a when "the payment is declined" {"#
    ),
    (
      "exception", "A branch that ends in failure.",
      #"exception *a when "the customer leaves" {"#
    ),
  ]

  /// Words that close a branch.
  public static let closings: [(text: String, documentation: String, example: String)] = [
    ("resume", "Goes on with a step of the flow that the branch hangs on.", "resume 4"),
    ("end", "Ends the use case in success or failure.", "end failure"),
  ]

  /// Points of a journey that need no declaration; nothing leads to `start`, nothing leaves the ends.
  public static let builtInPoints = ["start", "completed", "abandoned"]

  /// Every keyword of the language, each once: of declarations, clauses, tails, flows and closings.
  public static let keywords: [String] = {
    var seen: Set<String> = []
    var keywords: [String] = []
    forEachKeyword { if seen.insert($0).inserted { keywords.append($0) } }
    return keywords
  }()

  /// Every keyword of the language, some of them more than once: keeping track of what was seen
  /// would cost the parser's tables a good part of every start.
  static func forEachKeyword(_ body: (String) -> Void) {
    for declaration in declarations { body(declaration.kind.keyword) }
    for declaration in declarations {
      for clause in declaration.clauses { body(clause.text) }
    }
    for declaration in declarations {
      for clause in declaration.clauses {
        for tail in clause.tails { body(tail.keyword) }
      }
    }
    for tail in Clauses.transitionTails { body(tail.keyword) }
    for tail in Parser.branchTails { body(tail.keyword) }
    for block in flowBlocks { body(block.text) }
    for closing in closings { body(closing.text) }
  }

  public static func declaration(_ kind: ElementKind) -> DeclarationInfo? {
    let index = Int(kind.rawValue)
    return index < declarations.count ? declarations[index] : nil
  }

  private static func declare(
    _ kind: ElementKind, _ clauses: [ClauseInfo], members: KindSet = [], parents: KindSet = [],
    _ documentation: String, _ example: String
  ) -> DeclarationInfo {
    DeclarationInfo(
      kind: kind, keyword: Keyword(text: kind.keyword), members: members, parents: parents,
      clauses: clauses + Clauses.common, documentation: documentation, example: example)
  }
}
