import UseCaseModel
import UseCaseSyntax

/// A clause that stands once is given twice.
struct DuplicateClause: Rule {
  static let info = RuleInfo(
    name: "duplicate-clause", category: .references, severity: .error, source: .language,
    rationale: "Where two values are given, only one can hold, and the reader cannot know which.",
    bad: """
      usecase PayOrder {
        priority must
        priority should
      }
      """,
    good: """
      usecase PayOrder {
        priority must
      }
      """)

  func check(_ element: Element, in context: RuleContext, report: inout Findings) {
    guard element.kind != .extensionPoint else { return }
    if element.kind == .package {
      // A package that several files open says each clause once in all of them.
      check(element.declarations.flatMap { Array($0.syntax.children) }, element, &report)
    } else if let declaration = element.declaration {
      check(declaration.syntax.children, element, &report)
    }
  }

  private func check(
    _ children: some Sequence<SyntaxNode>, _ element: Element, _ report: inout Findings
  ) {
    var seen = ClauseSet()
    var hasFlow = false
    for child in children {
      switch child.kind {
      case .clause:
        guard !seen.insert(child.keyword),
          !ClauseTable.shared.isRepeatable(child.keyword, of: element.kind)
        else { continue }
        addClause(child, element, &report)
      case .flow:
        if hasFlow { addFlow(child, element, &report) }
        hasFlow = true
      default: break
      }
    }
  }

  private func addClause(_ clause: SyntaxNode, _ element: Element, _ report: inout Findings) {
    guard let info = ClauseTable.shared.clause(clause.keyword, of: element.kind) else { return }
    let first = element.declarations.lazy.compactMap { $0.first(clause.keyword) }.first
    let takesNames = info.arguments.first?.shape.takesList ?? false
    let range = clause.range
    let keyword = clause.tree.source.place(
      range.lowerBound..<min(range.upperBound, range.lowerBound + info.text.utf8.count))
    report.add(
      "\(info.quoted) stands twice", at: keyword,
      labels: first.map { [Label("the first one", at: $0.place)] } ?? [],
      help: takesNames ? ["write all of it in one clause, with commas"] : [])
  }

  private func addFlow(_ flow: SyntaxNode, _ element: Element, _ report: inout Findings) {
    let start = flow.range.lowerBound
    report.add(
      "'flow' stands twice", at: flow.tree.source.place(start..<start + "flow".utf8.count),
      labels: element.declaration?.flow.map {
        let range = $0.syntax.range
        return [
          Label(
            "the first one",
            at: flow.tree.source.place(range.lowerBound..<range.lowerBound + "flow".utf8.count))
        ]
      } ?? [],
      help: ["a use case has one main flow; other ways are an 'alternative' or an 'exception'"])
  }
}

extension ArgumentShape {
  fileprivate var takesList: Bool {
    switch self {
    case .names, .words, .texts: true
    default: false
    }
  }
}
