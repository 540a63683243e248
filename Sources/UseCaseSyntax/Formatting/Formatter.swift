/// Prints a tree without syntax errors: walks its statements and the tokens beside them.
///
/// Tokens lead, because comments and stray descriptions stand between them and not in the tree; the
/// tree tells where statements, bodies and tails begin. Every token is printed exactly once.
struct Formatter {
  let tree: SyntaxTree
  let bytes: [UInt8]
  let tokens: [Token]
  /// What stands in place of step numbers and anchors, by the offset of their token.
  let stepNumbers: [Int: String]
  var lines = LineWriter()
  /// The first token, and the first comment, that has not been printed.
  var token = 0
  var comment = 0
  var level = 0
  /// Whether nothing has been printed in the innermost body: no blank line stands there.
  var isAtBodyStart = true
  /// Whether the line before closed a declaration's body: a blank line parts it from the next one.
  var closedDeclaration = false

  init(_ tree: SyntaxTree, stepNumbers: [Int: String]) {
    self.tree = tree
    self.stepNumbers = stepNumbers
    bytes = tree.source.bytes
    tokens = tokenize(tree.source).tokens
    lines.reserve(bytes.count + bytes.count / 8)
  }

  mutating func printFile() {
    printStatements(of: 0, in: nil)
    closedDeclaration = false
    printComments(before: token)
  }

  /// The statements in a node, and the descriptions between them.
  private mutating func printStatements(of parent: Int, in kind: ElementKind?) {
    var child = parent + 1
    let end = Int(tree.nodes[parent].next)
    while child < end {
      let node = tree.nodes[child]
      if node.kind.isStatement {
        if node.kind != .declaration { closedDeclaration = false }
        printDescriptions()
        printStatement(child, in: kind)
      }
      child = Int(node.next)
    }
    printDescriptions()
  }

  private mutating func printDescriptions() {
    while tokens[token].kind == .description {
      beginStatement()
      let text = withoutTrailingBlanks(bytes[tokens[token].range])
      let content = text.dropFirst(3)
      lines.append(text.prefix(3))
      if let first = content.first, !isBlank(first) { lines.append([0x20]) }
      lines.append(content)
      token += 1
    }
  }

  private mutating func printStatement(_ index: Int, in kind: ElementKind?) {
    let node = tree.nodes[index]
    beginStatement()
    let first = token
    while tokens[token].start < node.range.upperBound, tokens[token].kind != .leftBrace {
      token += 1
    }
    let header = layout(first..<token, of: index, in: kind)
    guard tokens[token].start < node.range.upperBound, tokens[token].kind == .leftBrace else {
      return print(header)
    }
    printBody(of: index, behind: header)
  }

  private mutating func printBody(of index: Int, behind header: StatementLayout) {
    let node = tree.nodes[index]
    let kind = node.kind == .declaration ? DeclarationSyntax(syntax(index)).kind : nil
    let brace = token
    if tokens[brace + 1].kind == .rightBrace, !hasComment(before: tokens[brace + 1].start) {
      token += 2
      return print(header.appending("{ }"))
    }
    if let clause = onlyClause(of: index, behind: brace) {
      let inner = layout(brace + 1..<endOfClause(clause), of: clause, in: kind)
      let whole = header.appending("{").appending(inner).appending("}")
      if whole.isOneLine, lines.column + whole.columns <= LineWriter.width {
        token = endOfClause(clause) + 1
        return print(whole)
      }
    }
    print(header.appending("{"))
    token += 1
    level += 1
    isAtBodyStart = true
    printStatements(of: index, in: kind)
    closedDeclaration = false
    printComments(before: token)
    level -= 1
    lines.startLine(columns: level * LineWriter.indentation)
    lines.append([0x7D])
    token += 1
    isAtBodyStart = false
    closedDeclaration = node.kind == .declaration
  }

  /// The one clause of a body that stands on one line without a comment.
  private func onlyClause(of index: Int, behind brace: Int) -> Int? {
    var found: Int?
    for child in syntax(index).children where child.kind.isStatement {
      guard found == nil, child.kind == .clause || child.kind == .closing else { return nil }
      found = child.index
    }
    guard let found else { return nil }
    let end = endOfClause(found)
    guard tokens[brace + 1].start == tree.nodes[found].range.lowerBound,
      tokens[end].kind == .rightBrace,
      !tokens[brace + 1...end].contains(where: \.beginsLine), !hasComment(before: tokens[end].start)
    else { return nil }
    return found
  }

  /// The token behind a clause; cost: linear in its length.
  private func endOfClause(_ index: Int) -> Int {
    let end = tree.nodes[index].range.upperBound
    var next = token
    while tokens[next].start < end { next += 1 }
    return next
  }

  func syntax(_ index: Int) -> SyntaxNode { SyntaxNode(tree: tree, index: index) }

  /// Begins the line of the statement at the current token, behind the comments before it.
  private mutating func beginStatement() {
    let sharesLine = printComments(before: token)
    if sharesLine {
      lines.append([0x20])
    } else {
      startLine(before: tokens[token].start)
    }
  }

  /// Begins a line for what stands at an offset, behind a blank line where one stood or belongs.
  mutating func startLine(before offset: Int) {
    let isParted = closedDeclaration || lineBreaks(before: offset) > 1
    lines.startLine(
      columns: level * LineWriter.indentation, afterBlankLine: isParted && !isAtBodyStart)
    closedDeclaration = false
    isAtBodyStart = false
  }
}

extension NodeKind {
  /// Whether it is a statement of a body, and no part of a header.
  var isStatement: Bool {
    switch self {
    case .clause, .declaration, .flow, .branch, .step, .closing, .transition: true
    default: false
    }
  }
}
