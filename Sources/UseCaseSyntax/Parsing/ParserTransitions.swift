extension Parser {
  mutating func parseArrow() {
    if token.flags.contains(.lookalike) {
      report("an arrow is written '->'", at: token.range, fix: replacement(token.range, by: "->"))
    }
    advance()
  }

  /// `A -> B 62% when "…" carries "…"`, `A -> B -> C`, `A -> B, C`
  mutating func parseTransition() {
    let isInJourney = enclosingKind == .journey
    if !isInJourney {
      if let depth = bodies.lastIndex(where: { $0.content == .declarations(.journey) }) {
        if surplus < 0 { surplus += 1 }
        report(
          "a '}' is missing before this", at: token.range,
          labels: [Label("this block is still open", at: source.place(body.opening))])
        unwindTo = depth + 1
        return
      }
      report("a transition stands in a journey", at: token.range)
      return skipWholeStatement()
    }
    let node = open(.transition, at: token.start)
    _ = parseName(.transitionEnd, after: "")
    let errors = diagnostics.count
    parseTargets(node)
    if diagnostics.count > errors { markBroken(node) }
    close(node)
  }

  private mutating func parseTargets(_ node: Int) {
    var targets = 0
    var arrows = 0
    while token.kind == .arrow, targets == 0 || arrows == targets, !token.beginsLine {
      parseArrow()
      arrows += 1
      guard parseName(.transitionEnd, after: "'->'") else { return skipStatement() }
      targets += 1
    }
    if arrows > 1 { nodes[node].tag = 1 }
    while token.kind == .comma, !token.beginsLine {
      advance()
      if arrows > 1 {
        report("a chain '->' … '->' takes no commas", at: tokens[position - 1].range)
      }
      guard !listEndsHereForTransition() else {
        report(
          "the list ends in a comma", at: tokens[position - 1].range,
          fix: replacement(tokens[position - 1].range, by: ""))
        return
      }
      guard parseName(.transitionEnd, after: "','") else { return skipStatement() }
      targets += 1
    }
    guard !isAtStatementEnd else { return }
    parseTransitionTails(isSingle: targets == 1)
  }

  private func listEndsHereForTransition() -> Bool {
    token.kind == .rightBrace || token.kind == .endOfFile
      || token.beginsLine && peek().kind == .arrow
  }

  private mutating func parseTransitionTails(isSingle: Bool) {
    if !isSingle, token.kind == .number || isTail(token, Clauses.transitionTails) {
      report(
        "a chain or a fan takes no share, condition or context", at: token.range,
        help: "write one line for each arrow")
      return skipStatement()
    }
    if token.kind == .number {
      _ = parseQuantity(.percentage, "share", tails: Clauses.transitionTails, after: "the arrow")
    }
    parseTails(Clauses.transitionTails, context: "the arrow")
    endStatement(after: "the transition")
  }
}
