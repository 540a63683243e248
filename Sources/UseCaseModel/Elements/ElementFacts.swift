import UseCaseSyntax

extension Element {
  /// The declared name without backticks; empty where a syntax error swallowed it.
  public var name: String { model.names.string(record.name) }

  public var isForeign: Bool { record.isForeign }

  /// The element whose body it stands in.
  public var parent: Element? { record.parent < 0 ? nil : model.element(Int(record.parent)) }

  /// The package, journey or use case in which its name is declared; nil for the model itself.
  public var namespace: Element? { record.scope < 0 ? nil : model.element(Int(record.scope)) }

  /// Its name with the namespaces around it: `BuyAndKeep.TrackParcel`.
  public var qualifiedName: String {
    var result = name
    var scope = namespace
    while let current = scope {
      result = current.name + "." + result
      scope = current.namespace
    }
    return result
  }

  /// Kind and qualified name, the element's identity: `touchpoint BuyAndKeep.Pay`.
  public var key: String { kind.keyword + " " + qualifiedName }

  /// The written title, or the one that the name makes.
  public var title: String {
    guard let declaration else { return UseCaseSyntax.title(fromName: name) }
    if kind != .extensionPoint, let title = declaration.title?.string { return title }
    return UseCaseSyntax.title(fromName: name)
  }

  var tree: SyntaxTree { model.trees[Int(record.tree)] }

  /// Its declaration, the first of a package's; nil for a package that stands for another model.
  /// For an extension point, a view of the clause that declares it.
  public var declaration: DeclarationSyntax? {
    record.node < 0
      ? nil : DeclarationSyntax(SyntaxNode(tree: tree, index: Int(record.node)))
  }

  /// All its declarations: several for a package that several files open.
  public var declarations: [DeclarationSyntax] {
    guard let declaration else { return [] }
    guard kind == .package else { return [declaration] }
    return [declaration]
      + (model.packageParts[Int(id.index)] ?? []).map { part in
        DeclarationSyntax(SyntaxNode(tree: model.trees[part.tree], index: part.node))
      }
  }

  /// Where its name stands, or its header where the name is missing.
  public var place: Place {
    guard let syntax = declaration?.syntax else {
      return Place(path: tree.source.path, range: 0..<0)
    }
    if let name = syntax.first(.name) { return name.place }
    let range = syntax.range
    return Place(
      path: tree.source.path, range: range.lowerBound..<min(range.upperBound, range.lowerBound + 1))
  }

  /// Its description: Markdown.
  public var description: TextSyntax? {
    kind == .extensionPoint ? nil : declarations.lazy.compactMap(\.description).first
  }

  /// Whether a syntax error was reported in its header or in one of its own clauses.
  public var isBroken: Bool { declaration?.syntax.isBroken ?? false }

  // MARK: Clauses

  public subscript<Value>(clause: Clause<Value>) -> Value? {
    first(clause).flatMap(clause.read)
  }

  public func first<Value>(_ clause: Clause<Value>) -> ClauseSyntax? {
    guard kind != .extensionPoint else { return nil }
    if kind != .package { return declaration?.first(clause.keyword) }
    return declarations.lazy.compactMap { $0.first(clause.keyword) }.first
  }

  /// All clauses with the keyword, in source order.
  public func clauses<Value>(_ clause: Clause<Value>) -> [ClauseSyntax] {
    guard kind != .extensionPoint else { return [] }
    return kind == .package
      ? declarations.flatMap { $0.all(clause.keyword) } : declaration?.all(clause.keyword) ?? []
  }

  public func texts(_ clause: Clause<TextSyntax>) -> [TextSyntax] {
    clauses(clause).compactMap(\.text)
  }

  /// What the names of a clause refer to, unknown ones left out.
  public func targets(_ clause: Clause<[ReferenceSyntax]>) -> [Element] {
    var result: [Element] = []
    forEachTarget(of: clause.keyword) { result.append(model.element(Int($0))) }
    return result
  }

  /// Visits what the names of a clause refer to; rules ask this of every element, so it makes no
  /// handle on the way.
  @inline(__always)
  func forEachTarget(of clause: Keyword, _ visit: (Int32) -> Void) {
    guard kind != .package, kind != .extensionPoint, record.node >= 0 else {
      for reference in declarations.flatMap({ $0.all(clause).flatMap(\.references) }) {
        if let target = model.target(of: reference, near: self) { visit(target.id.index) }
      }
      return
    }
    forEachTarget(of: clause, then: clause) { target, _ in visit(target) }
  }

  /// Visits what the names of two clauses refer to, those of the first clause before those of the
  /// other; for elements that are declared once.
  @inline(__always)
  func forEachTarget(of clause: Keyword, then other: Keyword, _ visit: (Int32, Keyword) -> Void) {
    guard record.node >= 0 else { return }
    let row = model.targets[Int(record.tree)]
    let end = tree.endOfNode(Int(record.node))
    tree.nodes.withUnsafeBufferPointer { nodes in
      /// Returns the place of the first clause with the other keyword.
      func walk(from start: Int, _ keyword: Keyword) -> Int? {
        var postponed: Int?
        var child = start
        while child < end {
          let next = tree.endOfNode(child)
          if nodes[child].kind == .clause {
            if nodes[child].keyword == keyword {
              for argument in child + 1..<next
              where nodes[argument].kind == .reference && row[argument] >= 0 {
                visit(row[argument], keyword)
              }
            } else if postponed == nil, nodes[child].keyword == other {
              postponed = child
            }
          }
          child = next
        }
        return postponed
      }
      if let postponed = walk(from: Int(record.node) + 1, clause) {
        _ = walk(from: postponed, other)
      }
    }
  }

  public func target(_ clause: Clause<ReferenceSyntax>) -> Element? {
    first(clause)?.reference.flatMap { model.target(of: $0, near: self) }
  }

  /// What references in this element's syntax refer to, unknown ones left out.
  public func targets(of references: [ReferenceSyntax]) -> [Element] {
    references.compactMap { model.target(of: $0, near: self) }
  }

  // MARK: What every declaration takes

  /// The identifier from outside, shown before the title.
  public var identifier: String? { self[Clauses.id]?.string }
  public var tags: [String] { self[Clauses.tag] ?? [] }
  public var notes: [TextSyntax] { texts(Clauses.note) }

  /// Title and address of each link.
  public var links: [(title: String, address: String)] {
    clauses(Clauses.link).compactMap { clause in
      let texts = clause.texts
      return texts.count == 2 ? (texts[0].string, texts[1].string) : nil
    }
  }

  /// Who is accountable: its own owner, else its stage's and its journey's, its system's, its
  /// increment's.
  public var owner: Element? {
    if let own = target(Clauses.owner) { return own }
    switch kind {
    case .touchpoint, .moment, .stage, .timebox: return parent?.owner
    case .useCase: return UseCase(element: self).system?.element.target(Clauses.owner)
    default: return nil
    }
  }

  /// The elements that stand in its body, in source order.
  public var members: [Element] { model.members(of: id) }

  /// Every place that names it, in the order of files and lines.
  public var mentions: [Mention] { model.mentions(of: id) }

  /// Whether another element or a text at the top of a file names it.
  public var isNamed: Bool {
    model.mentionRecords(of: id).contains { $0.source != id.index }
  }

  /// The elements that name it in a clause, each once, in order.
  public func users<Value>(by clause: Clause<Value>) -> [Element] {
    users(by: [clause.keyword])
  }

  /// The elements that name it in one of these clauses, each once, in order.
  public func users(by keywords: [Keyword]) -> [Element] {
    var result: [Element] = []
    var seen: Set<Int32> = []
    for record in model.mentionRecords(of: id)
    where record.source >= 0 && keywords.contains(record.clause) {
      // Few elements have many users: only for those a set pays.
      if result.count < 8 {
        guard !result.contains(where: { $0.id.index == record.source }) else { continue }
      } else {
        if seen.isEmpty { seen.formUnion(result.map(\.id.index)) }
        guard seen.insert(record.source).inserted else { continue }
      }
      result.append(model.element(Int(record.source)))
    }
    return result
  }
}

/// A place that names an element.
public struct Mention: Sendable {
  /// The innermost element in whose syntax it stands; nil at the top of a file.
  public let source: Element?
  public let reference: ReferenceSyntax
  /// The clause it stands in; `parents`, `->` and `[[` for what is no clause.
  public let clause: Keyword
  /// The tail it stands in, such as `answered by`.
  public let tail: Keyword?

  /// Whether it is a link in a text.
  public var isLink: Bool { clause == Keyword.link }
}

extension Keyword {
  /// Stands for the clause of a link in a text.
  public static let link = Keyword("[[")
  /// Stands for the clause of a declaration's parents.
  public static let parents = Keyword("parents")
  /// Stands for the clause of a transition.
  public static let transition = Keyword("->")
}
