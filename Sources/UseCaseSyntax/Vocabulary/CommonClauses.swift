/// Every clause of the language with the type of its value, in files by subject.
public enum Clauses {}

extension Clauses {
  // What every declaration takes.
  public static let note = Clause(
    text: "note", "remark", "A remark for the reader.", .repeated,
    example: #"note "Agreed on the first day""#)
  public static let link = Clause<TextSyntax>(
    "link", [Argument(.text, "title"), Argument(.text, "address")],
    "A web address with its title.", .repeated,
    example: #"link "Style guide" "https://example.org/style""#,
    read: { $0.text })
  public static let tag = Clause<[String]>(
    "tag", [Argument(.words, "tags")], "Free words to select by.", example: "tag legal, pilot",
    read: { $0.words })
  public static let id = Clause(
    text: "id", "identifier", "A number or code from outside, shown before the title.",
    example: #"id "UC09""#)
  public static let owner = Clause(
    name: "owner", .who, "who", "The one who is accountable.", example: "owner CheckoutTeam")
  public static let reviewed = Clause<CalendarDate>(
    "reviewed", [Argument(.date, "date")],
    tails: [Tail("every", .duration), Tail("by", .name(.who))],
    "When it was last reviewed, how often that is due, and who does it.",
    example: "reviewed 2026-10-01 every 90 days", read: { $0.date })

  static let common: [ClauseInfo] = [
    id.info, owner.info, tag.info, reviewed.info, note.info, link.info,
  ]

  // The model.
  public static let version = Clause(
    text: "version", "version", "The version of the model.", example: #"version "2026.2""#)
  public static let language = Clause<String>(
    "language", [Argument(.word, "language")],
    "The language that texts are written in, as a BCP 47 tag.", example: "language en-GB",
    read: { $0.words.first })
  public static let effortUnit = Clause<EffortUnit>(
    choice: "effort in", "unit", "The unit of every effort and capacity.",
    example: "effort in days")

  static let model: [ClauseInfo] = [version.info, language.info, effortUnit.info]

  // Responsibilities (RACI); the accountable one is the owner.
  public static let responsible = Clause(
    names: "responsible", .who, "who", "Who does the work (RACI).",
    example: "responsible CheckoutTeam")
  public static let consulted = Clause(
    names: "consulted", .who, "who", "Who is asked before (RACI).",
    example: "consulted FinanceDirector")
  public static let informed = Clause(
    names: "informed", .who, "who", "Who is told afterwards (RACI).",
    example: "informed Warehouse")

  // Shared by several declarations.
  static let answeredBy = Tail("answered by", .names(.useCase))
  static let onDate = Tail("on", .date)

  public static let needs = Clause(
    text: "needs", "need", tails: [answeredBy], "Something the customer needs.", .repeated,
    example: #"needs "To know the size before paying""#)
  public static let expects = Clause(
    text: "expects", "expectation", tails: [answeredBy],
    "Something the customer expects.", .repeated,
    example: #"expects "The total price before any form""#)
  public static let evidence = Clause(
    text: "evidence", "source", tails: [onDate], "Where the insight comes from.", .repeated,
    example: #"evidence "12 interviews" on 2026-03-14"#)
  public static let goals = Clause(
    text: "goal", "goal", "What it is after.", .repeated,
    example: #"goal "Own one jacket that lasts""#)
  public static let goal = Clause(
    text: "goal", "goal", "What is to be reached.",
    example: #"goal "Pay in the way that suits the customer""#)
  public static let image = Clause(
    text: "image", "path",
    "A picture of it, as PNG, JPEG, GIF or WebP: a path relative to this file, inside the model's folder.",
    example: #"image "pictures/ronja.png""#)
  public static let supports = Clause(
    names: "supports", .objective, "objectives", "The objectives it serves.",
    example: "supports LowerAbandonment")
  public static let kpis = Clause(
    names: "kpi", .kpi, "KPIs", "What measures it.", example: "kpi Conversion")
  public static let impact = Clause(
    score: "impact", "How much it matters, from 1 to 5.", .required, example: "impact 4")
}
