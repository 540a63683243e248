extension Formatter {
  /// The pieces of the tokens of a statement, or of its header, with tails in their order.
  mutating func layout(
    _ range: Range<Int>, of index: Int, in kind: ElementKind?
  ) -> StatementLayout {
    let node = tree.nodes[index]
    if node.kind == .step { return stepLayout(range, of: index) }
    let tails = tails(of: index, in: kind)
    var parts: [(order: Int, pieces: [StatementLayout.Piece])] = []
    var starts = tailStarts(of: index, among: tails)[...]
    var order = -1
    var pieces: [StatementLayout.Piece] = []
    var cursor = index + 1
    for position in range {
      if let next = starts.first, next.offset == tokens[position].start {
        parts.append((order, pieces))
        pieces = []
        order = next.order
        starts.removeFirst()
      }
      addComments(before: position, first: range.lowerBound, to: &pieces)
      addToken(position, range, &cursor, tails, to: &pieces)
    }
    parts.append((order, pieces))
    // Equal orders do not occur: a tail that stands twice is a syntax error.
    return StatementLayout(pieces: parts.sorted { $0.order < $1.order }.flatMap(\.pieces))
  }

  private func tails(of index: Int, in kind: ElementKind?) -> [Tail] {
    switch tree.nodes[index].kind {
    case .clause:
      return kind.flatMap(Vocabulary.declaration)?.clause(syntax(index).keyword)?.tails ?? []
    case .transition: return Clauses.transitionTails
    case .branch: return Parser.branchTails
    default: return []
    }
  }

  private func tailStarts(of index: Int, among tails: [Tail]) -> [(offset: Int, order: Int)] {
    guard tails.count > 1 else { return [] }
    return syntax(index).children.compactMap { child in
      guard child.kind == .tail else { return nil }
      let order = tails.firstIndex { Keyword(text: $0.keyword) == child.keyword }
      return (child.range.lowerBound, order ?? tails.count)
    }
  }

  /// Comments inside a statement stay before the token that they stand before.
  private mutating func addComments(
    before position: Int, first: Int, to pieces: inout [StatementLayout.Piece]
  ) {
    guard position > first else { return }
    while hasComment(before: tokens[position].start) {
      let range = tree.comments[comment]
      pieces.append(
        StatementLayout.Piece(
          lines: commentLines(range, columns: nil), endsLine: isLineComment(range)))
      comment += 1
    }
  }

  private func addToken(
    _ position: Int, _ range: Range<Int>, _ cursor: inout Int, _ tails: [Tail],
    to pieces: inout [StatementLayout.Piece]
  ) {
    let token = tokens[position]
    var piece = StatementLayout.Piece(lines: [Array(bytes[token.range])])
    let before = position > range.lowerBound ? tokens[position - 1].kind : nil
    switch token.kind {
    case .comma, .colon, .ellipsis: piece.hasBlankBefore = false
    case .word, .text: piece.mayBeginLine = mayBeginLine(token, behind: before)
    case .unit: piece.hasBlankBefore = !isPerCentSign(bytes[token.range])
    default: break
    }
    if before == .ellipsis { piece.hasBlankBefore = false }
    if let replacement = stepNumbers[token.start] {
      piece.lines = [Array(replacement.utf8)]
    } else if let leaf = leaf(at: token.start, &cursor) {
      switch leaf.kind {
      case .quantity: piece.lines = [quantity(bytes[token.range], tails)]
      case .text where leaf.flags.contains(.block), .title where leaf.flags.contains(.block):
        piece.lines = blockTextLines(leaf)
      default: break
      }
    }
    pieces.append(piece)
  }

  /// A list goes on behind its commas, a chain behind its arrows; but a line that begins with a word
  /// of the language reads as the next statement.
  private func mayBeginLine(_ token: Token, behind before: TokenKind?) -> Bool {
    guard before == .comma || before == .arrow else { return false }
    return token.kind == .text
      || bytes.withUnsafeBufferPointer {
        KeywordTables.shared.number(of: token, in: $0) == 0
      }
  }

  /// The innermost node that begins at an offset.
  private func leaf(at offset: Int, _ cursor: inout Int) -> Node? {
    var found: Node?
    while cursor < tree.nodes.count, tree.nodes[cursor].range.lowerBound <= offset {
      if tree.nodes[cursor].range.lowerBound == offset { found = tree.nodes[cursor] }
      cursor += 1
    }
    return found
  }

  /// `9.5h` → `9.5 h`, where the unit is a word that stands alone as well.
  private func quantity(_ raw: ArraySlice<UInt8>, _ tails: [Tail]) -> [UInt8] {
    let digits = raw.prefix { isDigit($0) || $0 == 0x2E || $0 == 0x2D }
    let unit = raw[digits.endIndex...]
    guard !unit.isEmpty, !isPerCentSign(unit) else { return Array(raw) }
    let word = String(decoding: unit, as: UTF8.self)
    let list = tokenize(SourceText(path: "", word))
    let isTail = tails.contains { $0.keyword == word || $0.keyword.hasPrefix(word + " ") }
    guard list.tokens.count == 2, [.word, .unit].contains(list.tokens[0].kind), !isTail else {
      return Array(raw)
    }
    return digits + [0x20] + unit
  }

  private func isPerCentSign(_ raw: ArraySlice<UInt8>) -> Bool {
    raw.elementsEqual("%".utf8) || raw.elementsEqual("‰".utf8)
  }

  /// `1. Customer reviews the basket`, `3. include PayOrder`
  private func stepLayout(_ range: Range<Int>, of index: Int) -> StatementLayout {
    let step = StepSyntax(syntax(index))
    var layout = StatementLayout()
    for position in range {
      let token = tokens[position]
      if token.kind == .prose, let inclusion = step.inclusion {
        layout = layout.appending("include \(inclusion.raw)")
      } else {
        layout = layout.appending(stepNumbers[token.start] ?? tree.source[token.range])
      }
    }
    return layout
  }

  /// A `"""` text with its lines one level deeper than its statement; its value stays.
  private func blockTextLines(_ node: Node) -> [[UInt8]] {
    guard let content = blockTextContent(TextSyntax.contents(node, of: bytes), of: bytes) else {
      return [Array(bytes[node.range])]
    }
    let blanks = [UInt8](repeating: 0x20, count: (level + 1) * LineWriter.indentation)
    let quotes: [UInt8] = [0x22, 0x22, 0x22]
    return [quotes] + content.map { $0.isEmpty ? [] : blanks + $0 } + [blanks + quotes]
  }
}
