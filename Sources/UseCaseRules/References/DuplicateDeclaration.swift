import UseCaseModel
import UseCaseSyntax

struct DuplicateDeclaration: Rule {
  static let info = RuleInfo(
    name: "duplicate-declaration", category: .references, severity: .error,
    source: .overgaard,
    summary: "A name, an identifier or an anchor is declared twice.",
    fixes: [.safe("Removes the one that says the same.")],
    rationale: "Where two things share a name, nobody can say which one is meant.",
    bad: """
      actor Customer
      actor Customer
      usecase PayOrder { actor Customer }
      """,
    good: """
      actor Customer
      actor RegisteredCustomer
      usecase PayOrder { actor Customer, RegisteredCustomer }
      """)

  func check(_ model: Model, in context: RuleContext, report: inout Findings) {
    for (duplicate, original) in model.duplicates {
      let (duplicate, original) = (model.element(duplicate), model.element(original))
      if duplicate.isForeign {
        guard !original.isForeign else { continue }
        report.add(
          "'\(original.name)' is also the name of a model that this one builds on",
          at: original.place, about: original)
        continue
      }
      let isSameKind = duplicate.kind == original.kind
      report.add(
        isSameKind
          ? "\(duplicate.kind.noun) '\(duplicate.name)' is declared twice"
          : "'\(duplicate.name)' is the name of \(original.kind.nounWithArticle) already",
        at: duplicate.place, labels: [Label("declared here first", at: original.place)],
        fixes: removal(of: duplicate, beside: original).map { [$0] } ?? [], about: duplicate)
    }
    checkModels(model, &report)
    checkIdentifiers(context, &report)
    for useCase in model.all(UseCase.self) { checkAnchors(useCase, &report) }
  }

  /// Of two declarations that say the very same, one is enough.
  private func removal(of duplicate: Element, beside original: Element) -> Fix? {
    guard let syntax = duplicate.declaration?.syntax,
      let other = original.declaration?.syntax, syntax != other,
      SyntaxTree.areEqual(syntax, other), syntax.tree.isPlain(syntax)
    else { return nil }
    return Fix("remove it, for it says the same", edits: [syntax.tree.removal(of: syntax)])
  }

  /// A model is declared at most once.
  private func checkModels(_ model: Model, _ report: inout Findings) {
    let models = model.all(.model)
    guard let first = models.first else { return }
    for other in models.dropFirst() where other.name != first.name {
      report.add(
        "the model is declared twice", at: other.place,
        labels: [Label("declared here first", at: first.place)], about: other)
    }
  }

  private func checkIdentifiers(_ context: RuleContext, _ report: inout Findings) {
    var known: [String: Place] = [:]
    for tree in context.facts.ownTrees {
      for (index, node) in tree.nodes.enumerated()
      where node.kind == .clause && node.keyword == Clauses.id.keyword {
        guard let text = ClauseSyntax(SyntaxNode(tree: tree, index: index)).text else { continue }
        let identifier = text.string
        if let first = known[identifier] {
          report.add(
            "the identifier '\(visible(identifier))' is given twice", at: text.place,
            labels: [Label("given here first", at: first)])
        } else {
          known[identifier] = text.place
        }
      }
    }
  }

  // MARK: Anchors

  /// Each anchor stands once in its flow.
  private func checkAnchors(_ useCase: UseCase, _ report: inout Findings) {
    guard let declaration = useCase.declaration, declaration.syntax.first(.branch) != nil else {
      return
    }
    check(declaration.branches, useCase, &report)
  }

  private func check(
    _ branches: [FlowSyntax], _ useCase: UseCase, _ report: inout Findings
  ) {
    // Two anchors are compared; a table pays where there are many.
    let anchors = branches.compactMap(\.anchor)
    let mayRepeat =
      anchors.count > 8 || anchors.indices.contains { anchors[..<$0].contains(anchors[$0]) }
    var known: [Anchor: Place] = [:]
    for branch in branches {
      if mayRepeat, let node = branch.anchorNode, let anchor = branch.anchor {
        if let first = known[anchor] {
          report.add(
            "two branches hang on '\(anchor.description)'", at: node.place,
            labels: [Label("the first one", at: first)],
            help: ["give each branch a letter of its own"], about: useCase.element)
        } else {
          known[anchor] = node.place
        }
      }
      if branch.syntax.first(.branch) != nil { check(branch.branches, useCase, &report) }
    }
  }
}
