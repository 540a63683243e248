import UseCaseSyntax

/// What the vocabulary says about the clauses of each kind, to be looked up fast.
struct ClauseTable: Sendable {
  static let shared = ClauseTable()

  private var clauses: [Int: ClauseInfo] = [:]
  /// By kind: the clauses that must stand.
  private var requiredClauses = [[ClauseInfo]](
    repeating: [], count: ElementKind.allCases.count)
  private var repeatable: Set<Int> = []

  private init() {
    for declaration in Vocabulary.declarations {
      for clause in declaration.clauses {
        let key = ClauseTable.key(declaration.kind, clause.keyword)
        clauses[key] = clause
        if clause.occurrence == .repeated { repeatable.insert(key) }
        if clause.occurrence == .required {
          requiredClauses[Int(declaration.kind.rawValue)].append(clause)
        }
      }
    }
  }

  private static func key(_ kind: ElementKind, _ keyword: Keyword) -> Int {
    Int(kind.rawValue) << 16 | Int(keyword.hash)
  }

  func clause(_ keyword: Keyword, of kind: ElementKind) -> ClauseInfo? {
    clauses[ClauseTable.key(kind, keyword)]
  }

  func required(of kind: ElementKind) -> [ClauseInfo] { requiredClauses[Int(kind.rawValue)] }

  func isRepeatable(_ keyword: Keyword, of kind: ElementKind) -> Bool {
    repeatable.contains(ClauseTable.key(kind, keyword))
  }
}

/// A value in a clause, with what the vocabulary expects there.
struct ClauseValue {
  let node: SyntaxNode
  /// The clause or the tail: "reviewed", "every".
  let keyword: String
  let shape: ArgumentShape
}

extension SyntaxTree {
  /// Calls `body` for every number, quantity, date, range and choice in a clause that is not
  /// broken, in source order; one walk over the nodes.
  func forEachValue(where isWanted: (Node) -> Bool, _ body: (ClauseValue) -> Void) {
    var declarations: [(kind: ElementKind, end: Int)] = []
    var clause = 0
    var clauseEnd = 0
    for index in nodes.indices {
      let node = nodes[index]
      switch node.kind {
      case .declaration:
        while let last = declarations.last, index >= last.end { declarations.removeLast() }
        let kind = DeclarationSyntax(SyntaxNode(tree: self, index: index)).kind
        declarations.append((kind, endOfNode(index)))
      case .clause, .transition:
        clause = index
        clauseEnd = endOfNode(index)
      case .number, .quantity, .date, .range, .choice:
        guard index < clauseEnd, isWanted(node), !nodes[clause].flags.contains(.broken) else {
          continue
        }
        while let last = declarations.last, clause >= last.end { declarations.removeLast() }
        guard let kind = declarations.last?.kind,
          let value = value(at: index, inClauseAt: clause, of: kind)
        else { continue }
        body(value)
      default: break
      }
    }
  }

  /// A value with the argument or tail that it stands for.
  private func value(at index: Int, inClauseAt clause: Int, of kind: ElementKind) -> ClauseValue? {
    let node = SyntaxNode(tree: self, index: index)
    let syntax = SyntaxNode(tree: self, index: clause)
    guard syntax.kind == .clause else {
      return ClauseValue(node: node, keyword: "->", shape: .percentage)
    }
    guard let info = ClauseTable.shared.clause(syntax.keyword, of: kind) else { return nil }
    for tail in syntax.children
    where tail.kind == .tail && index > tail.index && index < endOfNode(tail.index) {
      return info.tails.first { Keyword(text: $0.keyword) == tail.keyword }.map {
        ClauseValue(node: node, keyword: $0.keyword, shape: $0.shape)
      }
    }
    let shape = info.arguments.first { $0.shape.takes(node.kind) }?.shape
    return shape.map { ClauseValue(node: node, keyword: info.text, shape: $0) }
  }
}

extension ArgumentShape {
  /// Whether a node of a kind stands for an argument of this shape.
  fileprivate func takes(_ kind: NodeKind) -> Bool {
    switch self {
    case .choice, .production(.filter): kind == .choice
    case .number, .score, .scores, .count: kind == .number
    case .date: kind == .date
    case .duration, .quantity, .percentage: kind == .quantity
    case .range: kind == .range
    default: false
    }
  }
}
