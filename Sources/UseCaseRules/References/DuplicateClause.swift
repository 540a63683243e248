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
      check(element.declarations, element, &report)
    } else if let declaration = element.declaration {
      check(CollectionOfOne(declaration), element, &report)
    }
  }

  private func check(
    _ declarations: some Sequence<DeclarationSyntax>, _ element: Element, _ report: inout Findings
  ) {
    let numbers = ClauseNumbers.shared
    var seen = ClauseSet()
    var repeated: [SyntaxNode] = []
    var flows: [SyntaxNode] = []
    for declaration in declarations {
      let tree = declaration.syntax.tree
      tree.forEachChild(of: declaration.syntax.index) { index, node in
        if node.kind == .clause, !seen.insert(node.keyword, numbers) {
          repeated.append(SyntaxNode(tree: tree, index: index))
        } else if node.kind == .flow {
          flows.append(SyntaxNode(tree: tree, index: index))
        }
      }
    }
    if let first = flows.first {
      for flow in flows.dropFirst() { addFlow(flow, first, &report) }
    }
    for clause in repeated
    where !ClauseTable.shared.isRepeatable(clause.keyword, of: element.kind) {
      let first = declarations.lazy.compactMap { $0.first(clause.keyword) }.first { _ in true }
      addClause(clause, element, first?.place, &report)
    }
  }

  private func addClause(
    _ clause: SyntaxNode, _ element: Element, _ first: Place?, _ report: inout Findings
  ) {
    guard let info = ClauseTable.shared.clause(clause.keyword, of: element.kind) else { return }
    let takesNames = info.arguments.first?.shape.takesList ?? false
    report.add(
      "\(info.quoted) stands twice", at: clause.opening(info.text),
      labels: first.map { [Label("the first one", at: $0)] } ?? [],
      help: takesNames ? ["write all of it in one clause, with commas"] : [])
  }

  private func addFlow(_ flow: SyntaxNode, _ first: SyntaxNode, _ report: inout Findings) {
    report.add(
      "'flow' stands twice", at: flow.opening("flow"),
      labels: [Label("the first one", at: first.opening("flow"))],
      help: ["a use case has one main flow; other ways are an 'alternative' or an 'exception'"])
  }
}

extension SyntaxNode {
  /// The place of the keyword that it begins with.
  fileprivate func opening(_ keyword: String) -> Place {
    tree.source.place(
      range.lowerBound..<min(range.upperBound, range.lowerBound + keyword.utf8.count))
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
