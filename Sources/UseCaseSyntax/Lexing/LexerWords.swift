extension Lexer {
  /// A word with its qualification: `Checkout.Pay`, `` `flow` ``, `keep-satisfied`.
  mutating func readWord() {
    let start = index
    var flags: Token.Flags = []
    var state = Keyword.seed
    var isKeywordLike = true
    while index < bytes.count {
      var position = index
      while position < bytes.count, isWordByte(bytes[position]) {
        state = Keyword.mix(state, bytes[position])
        position += 1
      }
      index = position
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == 0x2D {
        guard characters.wordContinue(index + 1) > 0 else { break }
        state = Keyword.mix(state, byte)
        index += 1
      } else if byte == 0x2E {
        guard characters.wordStart(index + 1) > 0 || characters.byte(index + 1) == 0x60 else {
          break
        }
        flags.insert(.qualified)
        index += 1
      } else if byte == 0x60 {
        guard index == start || bytes[index - 1] == 0x2E, skipQuotedWord() else { break }
        flags.insert(.quoted)
      } else {
        let length = byte < 0x80 ? 0 : characters.wordContinue(index)
        guard length > 0 else { break }
        isKeywordLike = false
        index += length
      }
    }
    if index == start { return readSign(.unknown, length: 1) }
    if flags.contains(.qualified) || flags.contains(.quoted) { isKeywordLike = false }
    append(.word, from: start, flags: flags, hash: isKeywordLike ? Keyword.fold(state) : 0)
  }

  /// A name between backticks; leaves the index alone where there is none.
  private mutating func skipQuotedWord() -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] != 0x60 {
      let length =
        bytes[end] == 0x2D ? 1 : characters.wordContinue(end)
      guard length > 0 else { return false }
      end += length
    }
    guard end < bytes.count, end > index + 1 else { return false }
    index = end + 1
    return true
  }

  mutating func readNumberOrStep() {
    if beginsLine, let end = stepNumberEnd() {
      let start = index
      index = end
      let isPlain = bytes[start..<end - 1].allSatisfy(isDigit) && bytes[end - 1] == 0x2E
      append(.stepNumber, from: start, flags: isPlain ? [] : .lookalike)
      beginsLine = false
      readProse()
    } else {
      readNumber()
    }
  }

  /// The end of `1.`, or of `2)` and `3a1.`, which people paste.
  private func stepNumberEnd() -> Int? {
    var end = index
    while isDigit(characters.byte(end)) { end += 1 }
    while isLetter(characters.byte(end)) { end += 1 }
    while isDigit(characters.byte(end)) { end += 1 }
    let sign = characters.byte(end)
    guard sign == 0x2E || sign == 0x29 else { return nil }
    let next = characters.byte(end + 1)
    return next == 0x2E || isDigit(next) ? nil : end + 1
  }

  /// The rest of a step's line up to a comment behind a blank, blanks at both ends left out.
  private mutating func readProse() {
    while isBlank(characters.byte(index)), index < bytes.count { index += 1 }
    let start = index
    var flags: Token.Flags = []
    while index < bytes.count, !characters.isNewline(bytes[index]) {
      if isPlain(bytes[index]) {
        index += 1
        continue
      }
      if bytes[index] == 0x5B, characters.byte(index + 1) == 0x5B { flags.insert(.linked) }
      if bytes[index] == 0x2F, characters.byte(index + 1) == 0x2F, isBlank(bytes[index - 1]) {
        break
      }
      index += 1
    }
    while index > start, isBlank(bytes[index - 1]) { index -= 1 }
    if index > start { append(.prose, from: start, flags: flags) }
  }

  /// `12`, `4.5`, `-2`, `3a`, `2-4a`, `*a`, `2026-10-01`, `9.5h`, `62%`; the clause decides.
  mutating func readNumber() {
    let start = index
    var flags: Token.Flags = []
    if characters.matches(index, 0xE2, 0x88, 0x92) {
      flags = .lookalike
      index += 3
    } else {
      index += 1
    }
    var hasLetters = bytes[start] == 0x2A
    while index < bytes.count {
      let byte = bytes[index]
      if isDigit(byte) {
        index += 1
      } else if byte == 0x2E || byte == 0x2D {
        guard !hasLetters, isDigit(characters.byte(index + 1)) else { break }
        index += 1
      } else if byte == 0x25 {
        index += 1
        break
      } else {
        let length = characters.wordContinue(index)
        if length == 0 {
          index += characters.unitSign(index)
          break
        }
        hasLetters = true
        index += length
      }
    }
    append(.number, from: start, flags: flags)
  }
}
