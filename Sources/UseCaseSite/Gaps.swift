import UseCaseModel
import UseCaseRules
import UseCaseSyntax

/// What the rules find, in the ways in which people look at it: who made the rule, who has to act,
/// where customers meet it.
struct Gaps: Sendable {
  enum Subject: Sendable {
    /// A rule by name; nil where the catalogue knows none, as for mistakes of syntax.
    case rule(String, RuleInfo?)
    case element(Element)
    case nobody
    case offJourney
  }

  /// How many findings stand on a page.
  static let limit = 120

  private(set) var byRule: [[Group<Subject, Diagnostic>]] = []
  private(set) var byOwner: [[Group<Subject, Diagnostic>]] = []
  private(set) var byJourney: [[Group<Subject, Diagnostic>]] = []
  /// By rule: where its findings begin.
  private(set) var addresses: [String: Address] = [:]

  init(_ findings: [Diagnostic], elements: [String: Element]) {
    byRule = paged(Gaps.rules(findings), limit: Gaps.limit)
    for (number, page) in byRule.enumerated() {
      for case .rule(let name, _) in page.map(\.subject) where addresses[name] == nil {
        addresses[name] = Address(Address.gaps.numbered(number + 1).page, name)
      }
    }
    byOwner = paged(
      Gaps.groups(findings, none: .nobody) { finding in
        finding.element.flatMap { elements[$0]?.owner }
      }, limit: Gaps.limit)
    byJourney = paged(
      Gaps.groups(findings, none: .offJourney) { finding in
        finding.element.flatMap { elements[$0]?.journey }
      }, limit: Gaps.limit)
  }

  /// In the order of the catalogue; what no rule of the catalogue says, such as syntax errors,
  /// comes first.
  private static func rules(_ findings: [Diagnostic]) -> [Group<Subject, Diagnostic>] {
    let groups = Dictionary(grouping: findings, by: \.rule)
    let known = RuleCatalog.all.map(\.info)
    let others = Set(groups.keys).subtracting(known.map(\.name)).sorted()
    return others.map { Group(subject: .rule($0, nil), items: groups[$0] ?? []) }
      + known.compactMap { info in
        groups[info.name].map { Group(subject: .rule(info.name, info), items: $0) }
      }
  }

  /// In the order of the elements; last what belongs to none.
  private static func groups(
    _ findings: [Diagnostic], none: Subject, of element: (Diagnostic) -> Element?
  ) -> [Group<Subject, Diagnostic>] {
    let groups = Dictionary(grouping: findings, by: element)
    let elements = groups.keys.compactMap { $0 }.sorted { $0.id < $1.id }
    return elements.map { Group(subject: .element($0), items: groups[$0] ?? []) }
      + (groups[nil].map { [Group(subject: none, items: $0)] } ?? [])
  }
}

extension Element {
  /// The journey in which it stands, or on which its use case is needed first.
  var journey: Element? {
    if kind == .useCase { return UseCase(element: self).touchpoints.first?.journey?.element }
    var current: Element? = self
    while let element = current, element.kind != .journey { current = element.parent }
    return current
  }
}
