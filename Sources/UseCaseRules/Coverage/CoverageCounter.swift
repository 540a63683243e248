import UseCaseModel
import UseCaseSyntax

/// Asks the rules behind the figures about every element.
struct CoverageCounter {
  private let context: RuleContext
  private let allowances: Allowances
  /// By kind of element: the figures that count such elements.
  private var questions: [[Question]]
  private var counts = CoverageCounts()
  private var gaps = [[CoverageGap]](repeating: [], count: FigureCatalog.all.count)
  private(set) var parts: CoverageParts
  private var findings: Findings

  /// A figure with its rules that ask about a kind of element.
  private struct Question {
    let figure: Int
    /// The places of rules among those that are asked.
    var rules: [Int]
  }

  private let rules: [AnyRule]

  init(_ model: Model, rules given: [AnyRule]) {
    context = RuleContext(model)
    allowances = Allowances(context.facts.ownTrees)
    parts = CoverageParts(model)
    questions = ElementKind.allCases.map { _ in [] }
    var rules: [AnyRule] = []
    let known = Dictionary(
      (given + RuleCatalog.all).map { ($0.info.name, $0) }, uniquingKeysWith: { a, _ in a })
    for (figure, info) in FigureCatalog.all.enumerated() {
      for rule in info.rules.compactMap({ known[$0] }) {
        guard case .element(let kinds, _) = rule.check else { continue }
        for kind in kinds.kinds {
          let index = Int(kind.rawValue)
          if questions[index].last?.figure == figure {
            questions[index][questions[index].count - 1].rules.append(rules.count)
          } else {
            questions[index].append(Question(figure: figure, rules: [rules.count]))
          }
        }
        rules.append(rule)
      }
    }
    self.rules = rules
    findings = Findings(of: rules)
  }

  mutating func run() {
    for element in context.model.elements {
      for question in questions[Int(element.kind.rawValue)] { count(element, question) }
    }
    parts.finish()
    counts.sumUp()
  }

  var figures: [CoverageFigure] {
    FigureCatalog.all.enumerated().map { index, info in
      CoverageFigure(info: info, count: counts.at(index), gaps: gaps[index])
    }
  }

  private mutating func count(_ element: Element, _ question: Question) {
    var expected: Set<Place> = []
    findings.element = element
    for index in question.rules {
      guard case .element(_, let check) = rules[index].check,
        let places = rules[index].expectations?(element, context), !places.isEmpty
      else { continue }
      expected.formUnion(places)
      findings.rule = index
      check(element, context, &findings)
    }
    guard !expected.isEmpty else { return }
    let found = gaps(of: findings.take())
    let missing = found.filter { !$0.isAllowed }.map(\.gap)
    let count = CoverageCount(
      covered: expected.count - found.count, missing: missing.count,
      allowed: found.count - missing.count)
    counts.add(count, to: question.figure)
    gaps[question.figure] += missing
    parts.add(count, to: question.figure, of: element)
  }

  /// The findings about an element by their places; allowed where a comment allows each of them.
  private func gaps(
    of found: [Diagnostic]
  ) -> [(gap: CoverageGap, isAllowed: Bool)] {
    guard !found.isEmpty else { return [] }
    var places: [Place] = []
    var byPlace: [Place: [Diagnostic]] = [:]
    for finding in found {
      if byPlace[finding.place] == nil { places.append(finding.place) }
      byPlace[finding.place, default: []].append(finding)
    }
    return places.map { place in
      let all = byPlace[place] ?? []
      let kept = all.filter { !allowances.allows($0) }
      return (CoverageGap(findings: kept.isEmpty ? all : kept), kept.isEmpty)
    }
  }
}
