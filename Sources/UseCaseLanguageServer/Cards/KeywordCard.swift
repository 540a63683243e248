import UseCaseSyntax

/// What a keyword means, where one stands at a place.
struct KeywordCard {
  let markdown: String
  let range: Range<Int>

  init?(in tree: SyntaxTree, at offset: Int) {
    let path = tree.path(to: offset)
    guard let node = path.last(where: \.hasKeyword) else { return nil }
    let outer = path.last { $0.kind == .declaration && $0 != node }
    guard let text = node.keywordText(in: outer),
      let range = node.rangeOfKeyword(text), range.contains(offset) || range.upperBound == offset,
      let word = KeywordDocumentation(node, text, in: outer)
    else { return nil }
    markdown = word.markdown
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

  fileprivate init?(_ node: SyntaxNode, _ text: String, in outer: SyntaxNode?) {
    switch node.kind {
    case .declaration:
      guard let info = Vocabulary.declaration(DeclarationSyntax(node).kind) else { return nil }
      self.init(info)
    case .clause:
      guard
        let info = outer.flatMap({ Vocabulary.declaration(DeclarationSyntax($0).kind) })?
          .clause(node.keyword)
      else { return nil }
      self.init(info)
    case .flow, .branch:
      guard let block = Vocabulary.flowBlocks.first(where: { $0.text == text }) else { return nil }
      self.init(block.documentation, example: block.example)
    case .closing:
      guard let closing = Vocabulary.closings.first(where: { $0.text == text }) else { return nil }
      self.init(closing.documentation, example: closing.example)
    default: return nil
    }
  }
}

extension SyntaxNode {
  fileprivate var hasKeyword: Bool {
    switch kind {
    case .declaration, .clause, .flow, .branch, .closing: true
    default: false
    }
  }

  /// The words of the keyword that begins the node.
  fileprivate func keywordText(in outer: SyntaxNode?) -> String? {
    switch kind {
    case .declaration: DeclarationSyntax(self).kind.keyword
    case .clause:
      outer.flatMap { Vocabulary.declaration(DeclarationSyntax($0).kind) }?.clause(keyword)?.text
    case .flow: "flow"
    case .branch: FlowSyntax(self).isException ? "exception" : "alternative"
    case .closing: ClosingSyntax(self).isResume ? "resume" : "end"
    default: nil
    }
  }

  /// Where the keyword stands: behind a description, at the beginning of anything else.
  fileprivate func rangeOfKeyword(_ text: String) -> Range<Int>? {
    var start = first(.description)?.range.upperBound ?? range.lowerBound
    let bytes = tree.source.bytes
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    let words = text.split(separator: " ")
    var end = start
    for (index, word) in words.enumerated() {
      if index > 0 {
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      }
      guard bytes[end...].starts(with: word.utf8) else { return nil }
      end += word.utf8.count
    }
    return start..<end
  }
}
