import UseCaseSyntax

/// What a keyword means, where one stands at a place.
struct KeywordCard {
  let markdown: String
  let range: Range<Int>

  init?(in tree: SyntaxTree, at offset: Int) {
    let path = tree.path(to: offset)
    guard let node = path.last(where: { $0.keywordText != nil && $0.kind != .tail }),
      let range = node.keywordRange, range.contains(offset) || range.upperBound == offset,
      let documentation = KeywordDocumentation(
        node, in: path.last { $0.kind == .declaration && $0 != node })
    else { return nil }
    markdown = documentation.markdown
    self.range = range
  }
}

/// What the vocabulary says about a word.
struct KeywordDocumentation {
  let sentence: String
  let example: String?

  var markdown: String {
    sentence + (example.map { "\n\n```usecase\n\($0)\n```" } ?? "")
  }

  init(_ sentence: String, example: String?) {
    self.sentence = sentence
    self.example = example
  }

  init(_ clause: ClauseInfo) {
    self.init(clause.documentation, example: clause.example)
  }

  init(_ declaration: DeclarationInfo) {
    self.init(declaration.documentation, example: declaration.example)
  }

  fileprivate init?(_ node: SyntaxNode, in outer: SyntaxNode?) {
    switch node.kind {
    case .declaration:
      guard let info = Vocabulary.declaration(DeclarationSyntax(node).kind) else { return nil }
      self.init(info)
    case .clause:
      let declaration = outer.flatMap { Vocabulary.declaration(DeclarationSyntax($0).kind) }
      guard let info = declaration?.clause(node.keyword) else { return nil }
      self.init(info)
    default:
      let words = Vocabulary.flowBlocks + Vocabulary.closings
      guard let word = words.first(where: { $0.text == node.keywordText }) else { return nil }
      self.init(word.documentation, example: word.example)
    }
  }
}
