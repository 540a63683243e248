/// A piece of a text: plain words, or a link to an element.
public enum TextSegment: Sendable {
  case words(String)
  /// The words are nil for `[[Name]]`, which shows the element's title.
  case link(ReferenceSyntax, words: String?)
}

/// A text, a step's prose or a description, with the links in it.
public struct TextSyntax: Sendable {
  public let syntax: SyntaxNode

  public init(_ syntax: SyntaxNode) { self.syntax = syntax }

  public var place: Place { syntax.place }

  /// Its words, with links as they stand and escapes resolved.
  public var string: String {
    let node = syntax.node
    let bytes = syntax.tree.source.bytes
    switch node.kind {
    case .description: return descriptionLines(in: node.range, of: bytes).joined(separator: "\n")
    case .text where node.flags.contains(.prose):
      return String(decoding: bytes[node.range], as: UTF8.self)
    case .text, .title:
      let inner = TextSyntax.contents(node, of: bytes)
      if node.flags.contains(.block) { return blockText(inner, of: bytes) }
      return node.flags.contains(.escaped)
        ? resolveEscapes(bytes[inner]) : String(decoding: bytes[inner], as: UTF8.self)
    default: return String(decoding: bytes[node.range], as: UTF8.self)
    }
  }

  public var isEmpty: Bool {
    let node = syntax.node
    // A letter of ASCII says enough, unless it is part of an escape such as `\n`.
    if !node.flags.contains(.escaped), !node.flags.contains(.block), node.kind != .description,
      syntax.bytes.contains(where: { ($0 | 0x20) &- 0x61 < 26 })
    {
      return false
    }
    return !string.contains { !$0.isWhitespace }
  }

  public var references: [ReferenceSyntax] {
    guard syntax.node.flags.contains(.linked) else { return [] }
    return syntax.children.compactMap { link in
      link.kind == .link ? link.first(.reference).map(ReferenceSyntax.init) : nil
    }
  }

  /// The text cut at its links, in order.
  public var segments: [TextSegment] {
    guard syntax.node.flags.contains(.linked) else { return [.words(string)] }
    var segments: [TextSegment] = []
    var rest = Substring(string)
    for reference in references {
      let name = reference.raw
      guard let opening = rest.firstRange(ofLinkTo: name) else { continue }
      if opening.range.lowerBound > rest.startIndex {
        segments.append(.words(String(rest[..<opening.range.lowerBound])))
      }
      segments.append(.link(reference, words: opening.words))
      rest = rest[opening.range.upperBound...]
    }
    if !rest.isEmpty { segments.append(.words(String(rest))) }
    return segments
  }

  /// The bytes between the quotes.
  static func contents(_ node: Node, of bytes: [UInt8]) -> Range<Int> {
    let range = node.range
    guard node.flags.contains(.block) == false else {
      let end = node.flags.contains(.irregular) ? range.upperBound : range.upperBound - 3
      return range.lowerBound + 3..<max(range.lowerBound + 3, end)
    }
    func length(_ index: Int) -> Int {
      guard index >= 0, index < bytes.count else { return 0 }
      return bytes[index] == 0xC2 ? 2 : bytes[index] == 0xE2 ? 3 : 1
    }
    if !node.flags.contains(.irregular) {
      return range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    }
    let start = min(range.lowerBound + length(range.lowerBound), range.upperBound)
    for closing in [3, 2, 1] where range.upperBound - closing >= start {
      let index = range.upperBound - closing
      let isQuote =
        bytes[index] == 0x22 && closing == 1
        || bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && closing == 3
        || bytes[index] == 0xC2 && closing == 2
      if isQuote { return start..<index }
    }
    return start..<range.upperBound
  }
}

extension Substring {
  /// The first `[[name]]` or `[[name|words]]`, with its words.
  fileprivate func firstRange(ofLinkTo name: String) -> (
    range: Range<Substring.Index>, words: String?
  )? {
    var position = startIndex
    while let open = self[position...].firstIndex(of: "[") {
      let rest = self[open...]
      if rest.hasPrefix("[[" + name) {
        let behind = rest.dropFirst(2 + name.count)
        if behind.hasPrefix("]]") { return (open..<behind.dropFirst(2).startIndex, nil) }
        if behind.hasPrefix("|"), let end = behind.dropFirst().closingOfLink {
          let words = String(behind.dropFirst()[..<end.lowerBound])
          return (open..<end.upperBound, words)
        }
      }
      position = index(after: open)
    }
    return nil
  }

  fileprivate var closingOfLink: Range<Substring.Index>? {
    var position = startIndex
    while let close = self[position...].firstIndex(of: "]") {
      let after = index(after: close)
      if after < endIndex, self[after] == "]" { return close..<index(after: after) }
      position = after
    }
    return nil
  }
}

/// The lines of a description without their slashes and the blank behind them.
func descriptionLines(in range: Range<Int>, of bytes: [UInt8]) -> [String] {
  bytes[range].split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
    .compactMap { line in
      let trimmed = line.drop { isBlank($0) }
      guard trimmed.starts(with: [0x2F, 0x2F, 0x2F]) else { return nil }
      var content = trimmed.dropFirst(3)
      if content.first == 0x2F { return nil }
      if content.first == 0x20 { content = content.dropFirst() }
      while let last = content.last, isBlank(last) { content = content.dropLast() }
      return String(decoding: content, as: UTF8.self)
    }
}

/// Swift's rule for `"""`: the closing line's indentation is taken from every line.
func blockText(_ range: Range<Int>, of bytes: [UInt8]) -> String {
  guard let lines = blockTextContent(range, of: bytes) else { return resolveEscapes(bytes[range]) }
  return lines.map(resolveEscapes).joined(separator: "\n")
}

/// The lines of a `"""` text without their indentation, escapes as they stand; nil where it has but
/// one line.
func blockTextContent(_ range: Range<Int>, of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
  var lines = splitLines(bytes[range])
  guard lines.count > 1 else { return nil }
  if lines[0].allSatisfy(isBlank) { lines.removeFirst() }
  var indentation: ArraySlice<UInt8> = []
  if let last = lines.last, last.allSatisfy(isBlank) {
    indentation = last
    lines.removeLast()
  }
  return lines.map { line in
    if line.starts(with: indentation) { return line.dropFirst(indentation.count) }
    // A blank line may have fewer blanks than the others.
    return indentation.starts(with: line) ? line.suffix(0) : line
  }
}

/// Resolves `\"`, `\\`, `\[`, `\n`, `\t` and `\u{…}`; other backslashes stay.
func resolveEscapes(_ bytes: ArraySlice<UInt8>) -> String {
  guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    guard byte == 0x5C, index + 1 < bytes.endIndex else {
      result.append(byte)
      index += 1
      continue
    }
    let (replacement, length) = escape(bytes[index...])
    result.append(contentsOf: replacement)
    index += length
  }
  return String(decoding: result, as: UTF8.self)
}

/// What the escape at the beginning stands for, and its length; an unknown one stands for itself.
private func escape(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], length: Int) {
  let next = bytes[bytes.startIndex + 1]
  switch next {
  case 0x22, 0x5C, 0x5B: return ([next], 2)
  case 0x6E: return ([0x0A], 2)
  case 0x74: return ([0x09], 2)
  default:
    guard let (scalar, length) = unicodeEscape(bytes) else { return ([0x5C], 1) }
    return (Array(String(Character(scalar)).utf8), length)
  }
}

/// `\u{…}` with one to eight hexadecimal digits, and its length.
func unicodeEscape(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
  let start = bytes.startIndex
  guard bytes.count > 4, bytes[start + 1] == 0x75, bytes[start + 2] == 0x7B else { return nil }
  var value: UInt32 = 0
  var index = start + 3
  while index < bytes.endIndex, bytes[index] != 0x7D, index - start < 11 {
    guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
    value = value << 4 | UInt32(digit)
    index += 1
  }
  guard index < bytes.endIndex, bytes[index] == 0x7D, index > start + 3,
    let scalar = Unicode.Scalar(value)
  else { return nil }
  return (scalar, index + 1 - start)
}
