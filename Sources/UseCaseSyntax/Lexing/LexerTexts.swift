extension Lexer {
  mutating func readText() {
    if characters.matches(index, 0x22, 0x22, 0x22) { return readBlockText() }
    let start = index
    var flags: Token.Flags = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if isPlain(byte) {
        index += 1
        continue
      }
      if byte == 0x22 {
        index += 1
        return append(.text, from: start, flags: flags)
      }
      if characters.isNewline(byte) { break }
      if byte == 0x5C {
        flags.insert(.escaped)
        if characters.byte(index + 1) >= 0x20 { index += 1 }
      } else if byte == 0x5B, characters.byte(index + 1) == 0x5B {
        flags.insert(.linked)
      }
      index += 1
    }
    index = min(index, bytes.count)
    trimBlanks(downTo: start + 1)
    flags.insert(.unclosed)
    append(.text, from: start, flags: flags)
  }

  /// `“…”` and the like: read as a text, so that it is one mistake and not a hundred.
  mutating func readTypographicText() {
    let start = index
    index += characters.typographicQuote(index)
    var flags: Token.Flags = .lookalike
    while index < bytes.count, !characters.isNewline(bytes[index]) {
      let closing = bytes[index] == 0x22 ? 1 : characters.typographicQuote(index)
      // An apostrophe inside a word closes nothing.
      let isApostrophe = closing == 3 && characters.wordContinue(index + 3) > 0
      if closing > 0, !isApostrophe {
        index += closing
        return append(.text, from: start, flags: flags)
      }
      index += 1
    }
    trimBlanks(downTo: start + 2)
    flags.insert(.unclosed)
    append(.text, from: start, flags: flags)
  }

  private mutating func trimBlanks(downTo limit: Int) {
    while index > limit, isBlank(bytes[index - 1]) { index -= 1 }
  }

  private mutating func readBlockText() {
    let start = index
    var flags: Token.Flags = .block
    index += 3
    var lineIsBlank = false
    while index < bytes.count {
      let byte = bytes[index]
      if characters.matches(index, 0x22, 0x22, 0x22) {
        index += 3
        return append(.text, from: start, flags: flags)
      }
      if lineIsBlank, !isBlank(byte), !characters.isNewline(byte) {
        lineIsBlank = false
        // Evidence that the text was never closed; it is looked for again only at line starts.
        if byte == 0x7D || beginsDeclaration(index), !closesLater(index) { break }
      }
      if characters.isNewline(byte) { lineIsBlank = true }
      if byte == 0x5C {
        flags.insert(.escaped)
        if characters.byte(index + 1) >= 0x20 { index += 1 }
      } else if byte == 0x5B, characters.byte(index + 1) == 0x5B {
        flags.insert(.linked)
      }
      index += 1
    }
    index = min(index, bytes.count)
    while index > start + 3, isBlank(bytes[index - 1]) || characters.isNewline(bytes[index - 1]) {
      index -= 1
    }
    flags.insert(.unclosed)
    append(.text, from: start, flags: flags)
  }

  /// Whether a declaration's keyword and a name begin here.
  private func beginsDeclaration(_ start: Int) -> Bool {
    var end = start
    var state = Keyword.seed
    while isLetter(characters.byte(end)) {
      state = Keyword.mix(state, bytes[end])
      end += 1
    }
    guard end > start, isBlank(characters.byte(end)),
      KeywordTables.shared.declarationKind(Keyword(hash: Keyword.fold(state))) != nil
    else { return false }
    while isBlank(characters.byte(end)) { end += 1 }
    return characters.wordStart(end) > 0
  }

  /// Whether closing quotes stand on a line of their own before another text opens: the first `"""`
  /// decides, by whether it stands alone before its line (a closing one) or behind something.
  private mutating func closesLater(_ start: Int) -> Bool {
    if let known = tripleQuoteAhead, known.position >= start { return known.closes }
    guard let next = nextTripleQuote(from: start) else {
      // Remembered, so that a file of opening quotes is not read again for each of them.
      tripleQuoteAhead = (bytes.count, false)
      return false
    }
    var before = next
    while before > start, isBlank(bytes[before - 1]) { before -= 1 }
    let closes = before == start || characters.isNewline(bytes[before - 1])
    tripleQuoteAhead = (next, closes)
    return closes
  }

  private func nextTripleQuote(from start: Int) -> Int? {
    var position = start
    while position + 2 < bytes.count {
      if bytes[position] == 0x22, characters.matches(position, 0x22, 0x22, 0x22) {
        return position
      }
      position += 1
    }
    return nil
  }
}
