/// Reads a file from left to right; every step of its loops advances.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let characters: Characters
  var index = 0
  var beginsLine = true
  var list = TokenList()
  /// The next `"""` that an unclosed text looked for, and whether it closes one.
  var tripleQuoteAhead: (position: Int, closes: Bool)?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    characters = Characters(bytes: bytes)
    list.tokens.reserveCapacity(bytes.count / 6 + 8)
    // A byte order mark is no part of the text.
    if characters.matches(0, 0xEF, 0xBB, 0xBF) { index = 3 }
  }

  mutating func run() -> TokenList {
    while true {
      skipBlanks()
      guard index < bytes.count else { break }
      readToken()
      beginsLine = false
    }
    append(.endOfFile, from: bytes.count)
    return list
  }

  @inline(__always)
  mutating func append(
    _ kind: TokenKind, from start: Int, flags: Token.Flags = [], hash: UInt16 = 0
  ) {
    var flags = flags
    if beginsLine { flags.insert(.beginsLine) }
    list.tokens.append(
      Token(
        kind: kind, flags: flags, hash: hash, startOffset: UInt32(truncatingIfNeeded: start),
        endOffset: UInt32(truncatingIfNeeded: index)))
  }

  private mutating func skipBlanks() {
    while index < bytes.count {
      let byte = bytes[index]
      if isBlank(byte) {
        index += 1
      } else if characters.isNewline(byte) {
        index += 1
        beginsLine = true
      } else if byte == 0xC2, characters.byte(index + 1) == 0xA0 {
        // A no-break space, which word processors put before units.
        index += 2
      } else if byte == 0x2F, characters.byte(index + 1) == 0x2F {
        if isDescription { return }
        skipLineComment()
      } else if byte == 0x2F, characters.byte(index + 1) == 0x2A {
        skipBlockComment()
      } else {
        return
      }
    }
  }

  /// Whether exactly three slashes stand here.
  private var isDescription: Bool {
    characters.byte(index + 2) == 0x2F && characters.byte(index + 3) != 0x2F
  }

  private mutating func skipLineComment() {
    let start = index
    skipToLineEnd()
    list.comments.append(start..<index)
  }

  /// Returns whether `[[` was passed.
  @discardableResult
  private mutating func skipToLineEnd() -> Bool {
    var linked = false
    while index < bytes.count, !characters.isNewline(bytes[index]) {
      if !isPlain(bytes[index]), bytes[index] == 0x5B, characters.byte(index + 1) == 0x5B {
        linked = true
      }
      index += 1
    }
    return linked
  }

  private mutating func skipBlockComment() {
    let start = index
    var depth = 1
    index += 2
    while index < bytes.count, depth > 0 {
      let byte = bytes[index]
      if byte == 0x2A, characters.byte(index + 1) == 0x2F {
        depth -= 1
        index += 2
      } else if byte == 0x2F, characters.byte(index + 1) == 0x2A {
        depth += 1
        index += 2
      } else {
        if characters.isNewline(byte) { beginsLine = true }
        index += 1
      }
    }
    if depth > 0, list.unclosedComment == nil { list.unclosedComment = start..<start + 2 }
    list.comments.append(start..<index)
  }

  private mutating func readToken() {
    let start = index
    let byte = bytes[index]
    if isLetter(byte) || byte == 0x5F { return readWord() }
    switch byte {
    case 0x30...0x39: readNumberOrStep()
    case 0x22: readText()
    case 0x7B:
      index += 1
      list.leftBraces += 1
      append(.leftBrace, from: start)
    case 0x7D:
      index += 1
      list.rightBraces += 1
      append(.rightBrace, from: start)
    case 0x2C: readSign(.comma, length: 1)
    case 0x3A: readSign(.colon, length: 1)
    case 0x60: readWord()
    case 0x2F where characters.byte(index + 1) == 0x2F:
      let linked = skipToLineEnd()
      append(.description, from: start, flags: linked ? .linked : [])
    case 0x2E where characters.byte(index + 1) == 0x2E: readSign(.ellipsis, length: 2)
    case 0x25, 0x24: readSign(.unit, length: 1)
    case 0x2D, 0x3D: readDashOrArrow()
    case 0x2A where isLetter(characters.byte(index + 1)): readNumber()
    case 0x80...: readOther()
    default: readUnknown()
    }
  }

  mutating func readSign(_ kind: TokenKind, length: Int, flags: Token.Flags = []) {
    let start = index
    index += length
    append(kind, from: start, flags: flags)
  }

  private mutating func readDashOrArrow() {
    let first = bytes[index]
    let second = characters.byte(index + 1)
    if second == 0x3E { return readSign(.arrow, length: 2, flags: first == 0x3D ? .lookalike : []) }
    if first == second, characters.byte(index + 2) == 0x3E {
      return readSign(.arrow, length: 3, flags: .lookalike)
    }
    if first == 0x2D, isDigit(second) { return readNumber() }
    readUnknown()
  }

  /// A character outside ASCII that is no blank.
  private mutating func readOther() {
    if characters.wordStart(index) > 0 { return readWord() }
    if characters.matches(index, 0xE2, 0x86, 0x92) {
      return readSign(.arrow, length: 3, flags: .lookalike)
    }
    if characters.matches(index, 0xE2, 0x88, 0x92), isDigit(characters.byte(index + 3)) {
      return readNumber()
    }
    if characters.typographicQuote(index) > 0 { return readTypographicText() }
    let unit = characters.unitSign(index)
    if unit > 0 { return readSign(.unit, length: unit) }
    readUnknown()
  }

  /// One character, or a run of invisible ones.
  private mutating func readUnknown() {
    let start = index
    repeat {
      index += max(1, characters.scalar(index).length)
    } while index < bytes.count && isInvisible(start) && isInvisible(index)
    append(.unknown, from: start)
  }

  private func isInvisible(_ index: Int) -> Bool {
    if isBlank(bytes[index]) || characters.isNewline(bytes[index]) { return false }
    return characters.scalar(index).scalar.isInvisible
  }
}
