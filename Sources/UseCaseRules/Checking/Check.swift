import UseCaseModel
import UseCaseSyntax

/// Everything that is wrong with a model: syntax errors and the findings of all rules, sorted by
/// file and place, with what `// allow` comments allow left out. Linear in the size of the model.
///
/// `today` is the day on which reviews are due and values are old.
public func check(
  _ model: Model, rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil
) -> [Diagnostic] {
  let context = RuleContext(model, today: today)
  var findings = Findings(of: rules)
  runElementRules(rules, context, &findings)
  for (place, rule) in rules.enumerated() {
    findings.rule = place
    findings.element = nil
    switch rule.check {
    case .element: break
    case .file(let check):
      for tree in context.facts.ownTrees { check(tree, context, &findings) }
    case .model(let check):
      findings.element = model.declaration
      check(model, context, &findings)
    }
  }
  let syntax = context.facts.ownTrees.flatMap(\.diagnostics)
  let allowances = Allowances(context.facts.ownTrees)
  return sorted(syntax + allowances.filter(findings.diagnostics, asked: rules))
}

private func runElementRules(
  _ rules: [AnyRule], _ context: RuleContext, _ findings: inout Findings
) {
  // Only what the loop needs: a whole rule counts a dozen references each time it is touched.
  typealias Question = (rule: Int, check: (Element, RuleContext, inout Findings) -> Void)
  var byKind = [[Question]](repeating: [], count: ElementKind.allCases.count)
  for (place, rule) in rules.enumerated() {
    guard case .element(let kinds, let check) = rule.check else { continue }
    for kind in kinds.kinds { byKind[Int(kind.rawValue)].append((place, check)) }
  }
  for element in context.model.elements {
    findings.element = element
    for question in byKind[Int(element.kind.rawValue)] {
      findings.rule = question.rule
      question.check(element, context, &findings)
    }
  }
}

/// By path, place and rule; findings of one place keep the order in which they were made.
private func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.enumerated().sorted { left, right in
    let (a, b) = (left.element, right.element)
    if a.place.path != b.place.path {
      return a.place.path.utf8.lexicographicallyPrecedes(b.place.path.utf8)
    }
    if a.place.range.lowerBound != b.place.range.lowerBound {
      return a.place.range.lowerBound < b.place.range.lowerBound
    }
    if a.rule != b.rule { return a.rule < b.rule }
    return left.offset < right.offset
  }.map(\.element)
}
