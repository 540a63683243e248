import UseCaseModel
import UseCaseSyntax

struct InvalidValue: Rule {
  static let info = RuleInfo(
    name: "invalid-value", category: .references, severity: .error, source: .language,
    summary: "A choice, a date, a unit of time or a span that does not exist.",
    fixes: [.safe("Takes the nearest word or unit that the place takes.")],
    rationale: "A word that the language does not know means nothing to anybody who reads it.",
    bad: """
      usecase PayOrder { priority msut }
      """,
    good: """
      usecase PayOrder { priority must }
      """)

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    tree.forEachValue(where: InvalidValue.isSuspect) { value in
      switch value.node.kind {
      case .choice: addChoice(value.node, choices(of: value), value.keyword, context, &report)
      case .date: checkDate(value, &report)
      case .range: checkRange(value, &report)
      case .quantity where value.shape == .duration: checkDuration(value, context, &report)
      default: break
      }
    }
    for (index, node) in tree.nodes.enumerated() where node.kind == .closing {
      let closing = SyntaxNode(tree: tree, index: index)
      guard let choice = closing.first(.choice), choice.isUnknownChoice else { continue }
      addChoice(choice, ChoiceList(Outcome.self).words, "end", context, &report)
    }
    checkSpans(context.model, tree, &report)
  }

  private static func isSuspect(_ node: Node) -> Bool {
    node.kind == .choice ? node.isUnknownChoice : node.kind != .number
  }

  // MARK: Choices

  /// The words that may stand there; behind `only priority` those of the attribute.
  private func choices(of value: ClauseValue) -> [String] {
    if case .choice(let list) = value.shape { return list.words }
    var before: String?
    for index in stride(from: value.node.index - 1, through: 0, by: -1) {
      let node = SyntaxNode(tree: value.node.tree, index: index)
      if node.kind != .choice { break }
      before = node.raw
    }
    switch before.flatMap(ViewFilter.init(rawValue:)) {
    case .priority: return ChoiceList(Priority.self).words
    case .status: return ChoiceList(Status.self).words
    default: return ChoiceList(ViewFilter.self).words
    }
  }

  private func addChoice(
    _ node: SyntaxNode, _ words: [String], _ keyword: String, _ context: RuleContext,
    _ report: inout Findings
  ) {
    let near = context.facts.spelling.words(meantBy: node.raw, among: words)
    var message = "'\(keyword)' does not take '\(node.raw)'"
    if let match = near.first, near.count == 1 { message += "; did you mean '\(match)'?" }
    report.add(
      message, at: node.place,
      notes: ["it takes \(listed(words.map { "'\($0)'" }, with: "or"))"],
      fixes: near.count == 1
        ? near.map { Fix("replace it by '\($0)'", edits: [Edit(node.place, replacement: $0)]) } : []
    )
  }

  // MARK: Dates and spans

  private func checkDate(_ value: ClauseValue, _ report: inout Findings) {
    guard CalendarDate(value.node.raw) == nil else { return }
    report.add("there is no day \(value.node.raw)", at: value.node.place)
  }

  private func checkRange(_ value: ClauseValue, _ report: inout Findings) {
    let bounds = value.node.children.compactMap { Double($0.raw) }
    guard bounds.count == 2, bounds[0] >= bounds[1] else { return }
    report.add(
      "the range \(formatted(bounds[0]))..\(formatted(bounds[1])) does not go upwards",
      at: value.node.place)
  }

  /// What ends before it begins.
  private func checkSpans(_ model: Model, _ tree: SyntaxTree, _ report: inout Findings) {
    for (index, node) in tree.nodes.enumerated() where node.kind == .declaration {
      let declaration = DeclarationSyntax(SyntaxNode(tree: tree, index: index))
      guard declaration.kind == .increment || declaration.kind == .timebox,
        let from = declaration.first(Clauses.from.keyword),
        let to = declaration.first(Clauses.to.keyword),
        let start = from.date, let end = to.date, end < start
      else { continue }
      report.add(
        "the last day, \(end.description), lies before the first, \(start.description)",
        at: to.place, labels: [Label("the first day", at: from.place)])
    }
  }

  // MARK: Durations

  private func checkDuration(
    _ value: ClauseValue, _ context: RuleContext, _ report: inout Findings
  ) {
    guard let quantity = Quantity(value.node), quantity.seconds == nil else { return }
    let units = Quantity.durationUnits
    if quantity.unit.isEmpty {
      report.add(
        "a duration needs a unit of time", at: value.node.place,
        help: ["write for example '\(formatted(quantity.value)) days'"])
      return
    }
    let known = InvalidValue.otherUnits[quantity.unit.lowercased()]
    let near =
      known.map { [$0] }
      ?? context.facts.spelling.words(meantBy: quantity.unit, among: units)
    // Singular and plural are equally near; the number tells which is meant.
    let singulars = Set(near.map { $0.hasSuffix("s") && $0.count > 1 ? String($0.dropLast()) : $0 })
    let unit = singulars.count == 1 ? near.last : nil
    let range = value.node.range
    let unitPlace = Place(
      path: value.node.place.path,
      range: range.upperBound - quantity.unit.utf8.count..<range.upperBound)
    report.add(
      "'\(quantity.unit)' is no unit of time" + (unit.map { "; did you mean '\($0)'?" } ?? ""),
      at: value.node.place,
      notes: ["units of time are \(listed(units.map { "'\($0)'" }))"],
      fixes: unit.map {
        [Fix("replace it by '\($0)'", edits: [Edit(unitPlace, replacement: $0)])]
      } ?? [])
  }

  /// Units that people write elsewhere.
  private static let otherUnits = [
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "mins": "min", "minute": "min",
    "minutes": "min", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "d": "days", "w": "weeks",
    "wk": "weeks", "y": "years", "yr": "years",
  ]
}
