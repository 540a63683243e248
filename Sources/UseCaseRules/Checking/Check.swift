import UseCaseModel
import UseCaseSyntax

/// Everything that is wrong with a model: syntax errors and the findings of all rules, sorted by
/// file and place, with what `// allow` comments allow left out. Linear in the size of the model.
///
/// `today` is the day on which reviews are due and values are old; `pictures` are the paths of those
/// in the model's folder, `misnamedPictures` those of another kind than their names say, where
/// somebody has looked.
public func check(
  _ model: Model, rules: [AnyRule] = RuleCatalog.standard, today: CalendarDate? = nil,
  pictures: Set<String>? = nil, misnamedPictures: Set<String> = []
) -> [Diagnostic] {
  let context = RuleContext(
    model, today: today, pictures: pictures, misnamedPictures: misnamedPictures)
  let questions = Questions(rules)
  var findings = Findings(of: rules)
  for element in model.elements { questions.ask(about: element, context, &findings) }
  for tree in context.facts.ownTrees { rules.ask(about: tree, context, &findings) }
  rules.ask(about: model, context, &findings)
  return rules.report(findings.diagnostics, in: context.facts.ownTrees)
}
