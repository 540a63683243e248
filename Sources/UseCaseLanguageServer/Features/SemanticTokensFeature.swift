import UseCaseModel
import UseCaseSyntax

/// What the words of a document are: keywords, names by what they name, subjects of steps, values.
enum SemanticTokensFeature: Feature {
  static let method = "textDocument/semanticTokens/full"

  /// The protocol's names, in the order of their numbers.
  private enum TokenType: String, CaseIterable {
    case keyword, namespace, type, `class`, function, event, property, enumMember, number
  }

  static func capability(for client: ClientCapabilities) -> (name: String, value: JSONValue)? {
    let types = TokenType.allCases.map { JSONValue.string($0.rawValue) }
    return (
      "semanticTokensProvider",
      [
        "legend": ["tokenTypes": .array(types), "tokenModifiers": ["declaration"]], "full": true,
      ]
    )
  }

  static func answer(
    _ parameters: JSONValue, in session: Session
  ) throws(ResponseError) -> JSONValue {
    let context = try DocumentContext(parameters, in: session)
    var tokens = tokens(of: context)
    tokens.sort { $0.range.lowerBound < $1.range.lowerBound }
    var data: [JSONValue] = []
    var last = ClientPosition(line: 0, character: 0)
    var end = 0
    for token in tokens where token.range.lowerBound >= end && !token.range.isEmpty {
      let start = context.text.position(token.range.lowerBound)
      let stop = context.text.position(token.range.upperBound)
      guard start.line == stop.line else { continue }
      let isSameLine = start.line == last.line
      let numbers = [
        start.line - last.line, start.character - (isSameLine ? last.character : 0),
        stop.character - start.character, token.type, token.isDeclaration ? 1 : 0,
      ]
      data += numbers.map { .integer($0) }
      (last, end) = (start, token.range.upperBound)
    }
    return ["data": .array(data)]
  }

  private struct SemanticToken {
    let range: Range<Int>
    let type: Int
    var isDeclaration = false

    init(_ range: Range<Int>, _ type: TokenType, isDeclaration: Bool = false) {
      self.range = range
      self.type = TokenType.allCases.firstIndex(of: type) ?? 0
      self.isDeclaration = isDeclaration
    }
  }

  private static func tokens(of context: DocumentContext) -> [SemanticToken] {
    let tree = context.tree
    var tokens: [SemanticToken] = []
    for (index, node) in tree.nodes.enumerated() {
      let syntax = SyntaxNode(tree: tree, index: index)
      switch node.kind {
      case .declaration, .clause, .tail, .flow, .branch, .closing:
        if let range = syntax.keywordRange { tokens.append(SemanticToken(range, .keyword)) }
      case .name:
        let kind = context.kind(ofNameAt: index)
        tokens.append(SemanticToken(node.range, type(of: kind), isDeclaration: true))
      case .reference:
        guard let target = context.model.target(of: ReferenceSyntax(syntax)) else { continue }
        tokens.append(SemanticToken(node.range, type(of: target.kind)))
      case .choice: tokens.append(SemanticToken(node.range, .enumMember))
      case .number, .quantity, .date, .range, .anchor:
        tokens.append(SemanticToken(node.range, .number))
      case .file, .description, .title, .parents, .text, .link, .word, .step, .transition: break
      }
    }
    return tokens + subjects(of: context)
  }

  private static func type(of kind: ElementKind) -> TokenType {
    switch kind {
    case .model, .package, .journey: .namespace
    case .system, .stage, .increment, .timebox, .view, .log, .channel, .segment: .type
    case .actor, .persona, .stakeholder, .role: .class
    case .useCase: .function
    case .touchpoint, .moment: .event
    case .objective, .kpi, .risk, .term, .extensionPoint: .property
    }
  }

  /// The subjects of steps, which are words of a sentence to the tree.
  private static func subjects(of context: DocumentContext) -> [SemanticToken] {
    context.model.all(UseCase.self).filter { $0.place.path == context.tree.source.path }
      .flatMap { $0.flowGraph?.steps ?? [] }.compactMap { step in
        guard let range = step.subjectRange, let element = step.subject.element else { return nil }
        return SemanticToken(range, type(of: element.kind))
      }
  }
}

extension DocumentContext {
  /// What a declared name stands for; nodes come after those that they stand in.
  fileprivate func kind(ofNameAt index: Int) -> ElementKind {
    let owner = tree.nodes[..<index].lastIndex { $0.kind == .declaration || $0.kind == .clause }
    guard let owner, tree.nodes[owner].kind == .declaration else { return .extensionPoint }
    return DeclarationSyntax(SyntaxNode(tree: tree, index: owner)).kind
  }
}
