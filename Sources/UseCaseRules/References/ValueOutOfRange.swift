import UseCaseModel
import UseCaseSyntax

struct ValueOutOfRange: Rule {
  static let info = RuleInfo(
    name: "value-out-of-range", category: .references, severity: .error, source: .language,
    summary: "A number lies beyond its scale.",
    rationale: "Scores can be compared only on one scale, and nothing takes a negative effort.",
    bad: """
      stakeholder TownCouncil { power 7 }
      """,
    good: """
      stakeholder TownCouncil { power 5 }
      """)

  func check(_ tree: SyntaxTree, in context: RuleContext, report: inout Findings) {
    tree.forEachValue(where: ValueOutOfRange.isNumber) { value in
      guard let number = value.number, let bounds = value.bounds, !bounds.contains(number) else {
        return
      }
      report.add(message(value, number, bounds), at: value.node.place)
    }
  }

  private static func isNumber(_ node: Node) -> Bool {
    node.kind == .number || node.kind == .quantity
  }

  private func message(
    _ value: ClauseValue, _ number: Double, _ bounds: ClosedRange<Double>
  ) -> String {
    let written = value.node.raw
    switch value.shape {
    case .score, .scores:
      let scale = "\(formatted(bounds.lowerBound)) to \(formatted(bounds.upperBound))"
      return "'\(value.keyword)' is a score from \(scale), not \(written)"
    case .percentage: return "a share lies between 0% and 100%, and \(written) does not"
    case .duration: return "a duration cannot be \(written)"
    default: return "'\(value.keyword)' cannot be \(written)"
    }
  }
}

extension ClauseValue {
  fileprivate var number: Double? {
    node.kind == .number ? Double(node.raw) : Quantity(node)?.value
  }

  /// What the shape allows; nil where it allows everything.
  fileprivate var bounds: ClosedRange<Double>? {
    switch shape {
    case .score(let range), .scores(let range):
      Double(range.lowerBound)...Double(range.upperBound)
    case .percentage: 0...100
    case .number, .count, .duration: 0...Double.greatestFiniteMagnitude
    default: nil
    }
  }
}
