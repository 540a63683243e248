import UseCaseSyntax

/// The texts of keywords by their hashes, which no two of them share.
private let keywordTexts: [UInt16: String] = Dictionary(
  Vocabulary.keywords.map { (Keyword(text: $0).hash, $0) }, uniquingKeysWith: { first, _ in first })

extension SyntaxNode {
  /// The keyword that the node begins with, behind a description; nil where it has none.
  var keywordText: String? {
    switch kind {
    case .declaration: DeclarationSyntax(self).kind.keyword
    case .flow: "flow"
    case .clause, .tail, .branch, .closing: keywordTexts[keyword.hash]
    default: nil
    }
  }

  /// Where its keyword stands.
  var keywordRange: Range<Int>? {
    guard let text = keywordText else { return nil }
    let bytes = tree.source.bytes
    var start = first(.description)?.range.upperBound ?? range.lowerBound
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    var end = start
    for (index, word) in text.split(separator: " ").enumerated() {
      if index > 0 {
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      }
      guard bytes[end...].starts(with: word.utf8) else { return nil }
      end += word.utf8.count
    }
    return start..<end
  }
}
