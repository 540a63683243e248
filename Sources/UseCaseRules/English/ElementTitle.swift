import UseCaseModel
import UseCaseSyntax

/// The title of an element as words: the written one, or the one that its name makes.
struct ElementTitle {
  let words: [Word]
  let isWritten: Bool
  /// What the words are cut from.
  let bytes: [UInt8]
  /// The written title, or the name.
  private let node: SyntaxNode

  /// Nil where a syntax error swallowed the name.
  init?(_ element: Element) {
    guard let declaration = element.declaration, !element.isBroken else { return nil }
    if let title = declaration.title {
      node = title.syntax
      isWritten = true
      bytes = title.syntax.tree.source.bytes
      words = ElementTitle.read(bytes, title.syntax.range)
    } else {
      guard let name = declaration.nameNode else { return nil }
      node = name
      isWritten = false
      bytes = Array(element.title.utf8)
      words = ElementTitle.read(bytes, 0..<bytes.count)
    }
    if words.isEmpty { return nil }
  }

  private static func read(_ bytes: [UInt8], _ range: Range<Int>) -> [Word] {
    bytes.withUnsafeBufferPointer { WordReader.words(of: $0, range) }
  }

  /// The place of the first word that is no adverb; 0 where all are.
  var first: Int {
    let place = words[...].skippingAdverbs(from: 0)
    return place < words.count ? place : 0
  }

  /// The first byte of a word, an ASCII letter in lower case.
  func letter(of word: Int) -> UInt8? { bytes[words[word].range].first.map(lowerCased) }

  func text(_ words: Range<Int>) -> String {
    String(decoding: bytes[byteRange(words)], as: UTF8.self)
  }

  private func byteRange(_ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return self.words[first].range.lowerBound..<self.words[last].range.upperBound
  }

  /// Where words stand: in the written title, or in the name that makes the title.
  func place(_ words: Range<Int>) -> Place { place(ofBytes: byteRange(words)) }

  func place(ofBytes range: Range<Int>) -> Place {
    node.tree.source.place(isWritten ? range : nameRange(range))
  }

  /// A title has a blank where a name has a capital, a hyphen or an underscore.
  private func nameRange(_ range: Range<Int>) -> Range<Int> {
    let name = node.tree.source.bytes[node.range]
    guard name.allSatisfy({ $0 < 0x80 && $0 != 0x60 }) else { return node.range }
    var offset = node.range.lowerBound
    var start = offset
    for (index, byte) in bytes.enumerated() {
      guard index < range.upperBound, offset < node.range.upperBound else { break }
      if index == range.lowerBound { start = offset }
      if byte != 0x20 || name[offset] == 0x5F || name[offset] == 0x2D { offset += 1 }
    }
    return start..<max(start, offset)
  }
}
