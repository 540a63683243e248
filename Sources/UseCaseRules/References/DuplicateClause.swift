import UseCaseModel
import UseCaseSyntax

struct DuplicateClause: Rule {
  static let info = RuleInfo(
    name: "duplicate-clause", category: .references, severity: .error, source: .language,
    summary: "A clause that stands once is given twice.",
    fixes: [.safe("Removes the one that says the same, or joins both lists.")],
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
    let wrong = repeated.filter {
      !ClauseTable.shared.isRepeatable($0.keyword, of: element.kind)
    }
    let groups = Dictionary(grouping: wrong, by: \.keyword)
    var done: Set<Keyword> = []
    for keyword in wrong.map(\.keyword) where done.insert(keyword).inserted {
      guard let clauses = groups[keyword] else { continue }
      let first = declarations.lazy.compactMap { $0.first(keyword) }.first { _ in true }
      addClauses(clauses, element, first, &report)
    }
  }

  /// Clauses beside the first one with their keyword.
  private func addClauses(
    _ clauses: [SyntaxNode], _ element: Element, _ first: ClauseSyntax?,
    _ report: inout Findings
  ) {
    guard let keyword = clauses.first?.keyword,
      let info = ClauseTable.shared.clause(keyword, of: element.kind)
    else { return }
    let takesNames = info.arguments.first?.shape.takesList ?? false
    let union = takesNames ? first.flatMap { ClauseUnion($0, clauses)?.fix } : nil
    for clause in clauses {
      var fix = union
      if let first, SyntaxTree.areEqual(clause, first.syntax), clause.tree.isPlain(clause) {
        fix = Fix("remove it, for it says the same", edits: [clause.tree.removal(of: clause)])
      }
      report.add(
        "\(info.quoted) stands twice", at: clause.opening(info.text),
        labels: first.map { [Label("the first one", at: $0.place)] } ?? [],
        help: takesNames && fix == nil ? ["write all of it in one clause, with commas"] : [],
        fixes: fix.map { [$0] } ?? [])
    }
  }

  private func addFlow(_ flow: SyntaxNode, _ first: SyntaxNode, _ report: inout Findings) {
    report.add(
      "'flow' stands twice", at: flow.opening("flow"),
      labels: [Label("the first one", at: first.opening("flow"))],
      help: ["a use case has one main flow; other ways are an 'alternative' or an 'exception'"])
  }
}

/// What several clauses list, in the first of them.
private struct ClauseUnion {
  let fix: Fix

  /// Nil where one of them says more than its list, or has a comment of its own.
  init?(_ first: ClauseSyntax, _ others: [SyntaxNode]) {
    guard others.count <= 16, !first.syntax.isBroken,
      others.allSatisfy({ $0.tree.isPlain($0) }),
      ([first.syntax] + others).allSatisfy({ $0.first(.tail) == nil })
    else { return nil }
    let items = Array(first.syntax.children)
    guard let last = items.last else { return nil }
    var known = Set(items.map(\.raw))
    var joined = last.raw
    for item in others.flatMap({ Array($0.children) }) where known.insert(item.raw).inserted {
      joined += ", " + item.raw
    }
    // A replacement, not an insertion, so that the fixes of all these clauses are one.
    fix = Fix(
      "write all of it in one clause",
      edits: [Edit(last.place, replacement: joined)] + others.map { $0.tree.removal(of: $0) })
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
