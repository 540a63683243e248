extension Clauses {
  // Objectives and KPIs.
  public static let measuredBy = Clause(
    names: "measured by", .kpi, "KPIs", "The KPIs that tell whether it is reached.",
    example: "measured by CartAbandonment")

  public static let metric = Clause<Metric>(
    choice: "metric", "metric",
    "A metric of the trade, which brings its scale and which way is better.",
    example: "metric nps")
  public static let better = Clause<Direction>(
    choice: "better", "direction", "Which way is better, where there is no metric.",
    example: "better lower")
  public static let scale = Clause<ClosedRange<Double>>(
    "scale", [Argument(.range, "range")], "The lowest and the highest possible value.",
    example: "scale 1..7", read: { $0.range })
  public static let formula = Clause(
    text: "formula", "formula", "How it is computed.",
    example: #"formula "orders ÷ visits, × 100""#)
  public static let baseline = Clause<Quantity>(
    "baseline", [Argument(.quantity, "value")], tails: [onDate], "Where it started.",
    example: "baseline 76% on 2025-09-30", read: { $0.quantity })
  public static let current = Clause<Quantity>(
    "current", [Argument(.quantity, "value")], tails: [onDate, Tail("n", .count)],
    "Where it stands, and from how many answers.", .repeated,
    example: "current 34 on 2026-09-30 n 1204",
    read: { $0.quantity })
  public static let target = Clause<Quantity>(
    "target", [Argument(.quantity, "value")], tails: [Tail("by", .date)],
    "Where it shall be, and by when.", example: "target 45 by 2027-03-31",
    read: { $0.quantity })
  public static let benchmark = Clause<Quantity>(
    "benchmark",
    [
      Argument(.choice(ChoiceList(BenchmarkKind.self)), "kind"), Argument(.quantity, "value"),
    ], tails: [Tail("source", .text), onDate],
    "What others reach, who says so, and for which date.", .repeated,
    example: #"benchmark industry 70% source "Baymard Institute" on 2026-09-30"#,
    read: { $0.quantity })
  public static let data = Clause(
    text: "data", "path", "A file with the values, relative to this file.",
    example: #"data "figures/nps.csv""#)

  static let kpi: [ClauseInfo] = [
    metric.info, better.info, scale.info, formula.info, baseline.info, current.info, target.info,
    benchmark.info, data.info,
  ]

  // Risks.
  public static let probability = Clause(
    score: "probability", "How likely it is, from 1 to 5.", .required, example: "probability 2")
  public static let threatens = Clause(
    names: "threatens", .any, "names", "What it would harm.", example: "threatens PayOrder")
  public static let mitigation = Clause(
    text: "mitigation", "measure", tails: [Tail("by", .name(.who))],
    "What is done against it, and by whom.", .repeated,
    example: #"mitigation "Contract with a second provider" by FinanceDirector"#)
  /// Probability and impact that remain once the mitigation works.
  public static let residual = Clause<(probability: Int, impact: Int)>(
    "residual", [Argument(.scores(1...5), "probability, impact")],
    "Probability and impact that remain.", example: "residual 2, 3",
    read: { clause in
      let numbers = clause.numbers.compactMap { Int(exactly: $0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    })

  static let risk: [ClauseInfo] = [
    probability.info, impact.info, threatens.info, mitigation.info, residual.info,
  ]

  // Event logs.
  public static let logData = Clause(
    text: "data", "path", "The log: a CSV or XES file, relative to this file.", .required,
    example: #"data "events.csv""#)
  public static let logJourney = Clause(
    name: "journey", KindSet(.journey), "journey", "The journey that it records.", .required,
    example: "journey BuyAndKeep")
  public static let activity = Clause<TextSyntax>(
    "activity", [Argument(.production(.activity), "binding")],
    "The touchpoint that an activity of the log stands for, or that it is ignored.", .repeated,
    example: #"activity "page_view" ignored"#, read: { $0.text })
  public static let column = Clause<LogColumn>(
    "column",
    [Argument(.choice(ChoiceList(LogColumn.self)), "column"), Argument(.text, "title")],
    "The title of a column of the log.", .repeated, example: #"column case "order_id""#,
    read: { $0.choice() })

  static let log: [ClauseInfo] = [logData.info, logJourney.info, column.info, activity.info]
}
