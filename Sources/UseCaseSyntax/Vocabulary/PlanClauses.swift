extension Clauses {
  // Increments and timeboxes.
  public static let from = Clause(
    date: "from", "The first day.", .required, example: "from 2026-03-02")
  public static let to = Clause(date: "to", "The last day.", .required, example: "to 2026-03-20")
  public static let capacity = Clause(
    number: "capacity", "effort", "The effort that fits, in the model's unit.",
    example: "capacity 24")
  public static let delivers = Clause(
    names: "delivers", .useCase, "use cases",
    "The use cases that are delivered; each stands in one timebox at most.",
    example: "delivers CheckOut, PayOrder")

  static let increment: [ClauseInfo] = [from.info, to.info, goal.info]
  static let timebox: [ClauseInfo] = [from.info, to.info, capacity.info, goal.info, delivers.info]

  // Glossary.
  public static let synonym = Clause(
    text: "synonym", "word", "Another word that people use for it.", .repeated,
    example: #"synonym "cart""#)

  // Views.
  public static let show = Clause<DiagramKind>(
    choice: "show", "kind", "The kind of picture.", .required, example: "show use-cases")
  public static let of = Clause(
    names: "of", .any, "names", "What the picture is about.", example: "of Shop")
  public static let only = Clause<ViewFilter>(
    "only", [Argument(.production(.filter), "filter")],
    "Shows only what has one of these values.", .repeated, example: "only priority must, should",
    read: { $0.choice() })
  public static let without = Clause<ViewFilter>(
    "without", [Argument(.production(.filter), "filter")],
    "Leaves out what has one of these values.", .repeated, example: "without status retired",
    read: { $0.choice() })
  public static let colorBy = Clause<ViewAttribute>(
    choice: "color by", "attribute", "What colours tell apart.", example: "color by priority")
  public static let direction = Clause<ViewDirection>(
    choice: "direction", "direction", "Which way the picture grows.", example: "direction right")

  static let view: [ClauseInfo] = [
    show.info, of.info, only.info, without.info, colorBy.info, direction.info,
  ]
}
