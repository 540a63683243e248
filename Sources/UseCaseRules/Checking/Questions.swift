import UseCaseModel
import UseCaseSyntax

/// The rules that are asked about each element, by its kind.
struct Questions {
  // Only what the loop needs: a whole rule counts a dozen references each time it is touched.
  private typealias Question = (rule: Int, ask: (Element, RuleContext, inout Findings) -> Void)
  private var byKind = [[Question]](repeating: [], count: ElementKind.allCases.count)

  /// All of them, or those that are picked.
  init(_ rules: [AnyRule], where isPicked: (AnyRule) -> Bool = { _ in true }) {
    for (place, rule) in rules.enumerated() where isPicked(rule) {
      guard case .element(let kinds, let check) = rule.check else { continue }
      for kind in kinds.kinds { byKind[Int(kind.rawValue)].append((place, check)) }
    }
  }

  /// Asks all of them about one element.
  func ask(about element: Element, _ context: RuleContext, _ findings: inout Findings) {
    findings.element = element
    for question in byKind[Int(element.kind.rawValue)] {
      findings.rule = question.rule
      question.ask(element, context, &findings)
    }
  }
}

extension [AnyRule] {
  /// Asks the rules about files.
  func ask(about tree: SyntaxTree, _ context: RuleContext, _ findings: inout Findings) {
    findings.element = nil
    for (place, rule) in enumerated() {
      guard case .file(let check) = rule.check else { continue }
      findings.rule = place
      check(tree, context, &findings)
    }
  }

  /// Asks the rules about the model as a whole.
  func ask(about model: Model, _ context: RuleContext, _ findings: inout Findings) {
    findings.element = model.declaration
    for (place, rule) in enumerated() {
      guard case .model(let check) = rule.check else { continue }
      findings.rule = place
      check(model, context, &findings)
    }
  }

  /// What all rules found, with syntax errors, without what comments allow, by file and place.
  func report(_ findings: [Diagnostic], in trees: [SyntaxTree]) -> [Diagnostic] {
    let allowances = Allowances(trees)
    return inOrder(trees.flatMap(\.diagnostics) + allowances.filter(findings, asked: self))
  }
}

/// By path, place and rule; findings of one place keep the order in which they were made.
private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
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
