import UseCaseModel
import UseCaseSyntax

struct UnusedDeclaration: Rule {
  static let info = RuleInfo(
    name: "unused-declaration", category: .references, severity: .info, source: .language,
    summary: "Nothing refers to a declaration that exists to be referred to.",
    fixes: [.unsafe("Takes the near tag that others use.")],
    rationale: "A leftover of an earlier draft, or something that should be named and is not.",
    bad: "channel Web",
    good: """
      channel Web
      journey Buy {
        stage Purchase { touchpoint Pay { channel Web } }
      }
      """)

  private static let kinds = KindSet([.channel, .segment, .term, .role, .kpi, .risk])

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for element in model.elements where UnusedDeclaration.kinds.contains(element.kind) {
      guard !isUsed(element) else { continue }
      report.add(
        element.kind == .risk
          ? "risk '\(element.title)' threatens nothing"
          : "nothing refers to \(element.kind.noun) '\(element.title)'", at: element.place,
        help: element.kind == .term
          ? ["link to it where the word is used: '[[\(element.name)]]'"] : [], about: element)
    }
    checkTags(context, &report)
  }

  private func isUsed(_ element: Element) -> Bool {
    if element.isBroken || element.isNamed { return true }
    switch element.kind {
    case .role: return element.first(Clauses.dsdm) != nil
    case .risk: return element.first(Clauses.threatens) != nil
    default: return false
    }
  }

  // MARK: Tags

  /// A tag that stands once beside a near one is probably misspelt.
  private func checkTags(_ context: RuleContext, _ report: inout Findings) {
    var uses: [String: [Place]] = [:]
    var order: [String] = []
    for tree in context.facts.ownTrees {
      for (index, node) in tree.nodes.enumerated()
      where node.kind == .clause && node.keyword == Clauses.tag.keyword {
        for word in SyntaxNode(tree: tree, index: index).children where word.kind == .word {
          let tag = word.raw
          if uses[tag] == nil { order.append(tag) }
          uses[tag, default: []].append(word.place)
        }
      }
    }
    let frequent = order.filter { (uses[$0]?.count ?? 0) > 1 }
    guard !frequent.isEmpty else { return }
    for tag in order {
      guard let use = uses[tag], use.count == 1, let place = use.first else { continue }
      let near = context.facts.spelling.words(meantBy: tag, among: frequent)
      guard let match = near.first, near.count == 1, let known = uses[match]?.first else {
        continue
      }
      report.add(
        "the tag '\(tag)' stands here only; did you mean '\(match)'?", at: place,
        labels: [Label("'\(match)' stands here and elsewhere", at: known)],
        fixes: [
          Fix(
            "replace it by '\(match)'", edits: [Edit(place, replacement: match)], isSafe: false)
        ])
    }
  }
}
