/// A stretch of text without a break inside.
struct Piece {
  /// What allows a line to end after a piece.
  enum Ending {
    case blank, punctuation, caseChange, anywhere

    /// How unwelcome the break is, as a share of a wholly empty line.
    var penalty: Double {
      switch self {
      case .blank: 0
      case .punctuation: 0.01
      case .caseChange: 0.25
      case .anywhere: 1
      }
    }
  }

  /// The bytes of the piece in its text.
  var bytes: Range<Int>
  /// Where the piece starts and ends, in units of the font from the start of the text.
  var start: Int
  var end: Int
  var ending: Ending
}

/// Cuts a text into paragraphs and these into pieces, in one pass.
struct PieceScanner {
  private(set) var pieces: [Piece] = []

  private let text: UnsafeBufferPointer<UInt8>
  private let metrics: FontMetrics
  private let limit: Int
  private var position = 0
  private var pieceStart: Int?
  private var measured = 0
  private var advance = 0

  init(bytes: UnsafeBufferPointer<UInt8>, metrics: FontMetrics, limit: Int) {
    text = bytes
    self.metrics = metrics
    self.limit = limit
  }

  /// The bytes of a line, from the first of its pieces to the last.
  func bytes(of line: Range<Int>) -> Range<Int> {
    guard let first = line.first, let last = line.last else { return 0..<0 }
    return pieces[first].bytes.lowerBound..<pieces[last].bytes.upperBound
  }

  /// The paragraphs of the text as ranges of pieces; there is always at least one.
  mutating func paragraphs(of scalars: String.UnicodeScalarView) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var paragraphStart = 0
    var breaks = BreakRule()
    pieces.reserveCapacity(8)
    for scalar in scalars {
      let kind = ScalarKind(scalar)
      if kind == .lower, breaks.isInLowerCase, pieceStart != nil {
        // Most of most texts, where nothing can happen.
        position += UTF8.width(scalar)
        continue
      }
      switch kind {
      case .newline, .blank:
        endPiece(.blank)
        if kind == .newline {
          paragraphs.append(paragraphStart..<pieces.count)
          paragraphStart = pieces.count
        }
      default:
        if pieceStart != nil, breaks.allowed(before: kind) { endPiece(.punctuation) }
        if pieceStart == nil { pieceStart = position }
      }
      breaks.advance(over: kind)
      position += UTF8.width(scalar)
    }
    endPiece(.blank)
    paragraphs.append(paragraphStart..<pieces.count)
    return paragraphs
  }

  private mutating func endPiece(_ ending: Piece.Ending) {
    guard let start = pieceStart else { return }
    pieceStart = nil
    if measured < start { move(over: measured..<start) }
    let width = units(start..<position)
    if width <= limit {
      append(start..<position, width: width, ending: ending)
    } else {
      appendParts(of: start..<position, ending: ending)
    }
    measured = position
  }

  private mutating func append(_ bytes: Range<Int>, width: Int, ending: Piece.Ending) {
    advance += kerning(at: bytes.lowerBound)
    pieces.append(Piece(bytes: bytes, start: advance, end: advance + width, ending: ending))
    advance += width
  }

  private mutating func move(over blanks: Range<Int>) {
    advance += kerning(at: blanks.lowerBound) + units(blanks)
  }

  /// What the characters before and behind a place add to their widths.
  private func kerning(at place: Int) -> Int {
    guard place > 0 else { return 0 }
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    guard let left = FontMetrics.code(text, start), let right = FontMetrics.code(text, place)
    else { return 0 }
    return metrics.kerning.units(between: left, and: right)
  }

  /// Breaks an over-long word where its case changes, and its over-long parts anywhere.
  private mutating func appendParts(of word: Range<Int>, ending: Piece.Ending) {
    var start = word.lowerBound
    for boundary in caseChanges(in: word) + [word.upperBound] {
      let part = start..<boundary
      let isLast = boundary == word.upperBound
      let width = units(part)
      if width <= limit {
        append(part, width: width, ending: isLast ? ending : .caseChange)
      } else {
        appendCharacters(of: part, ending: isLast ? ending : .caseChange)
      }
      start = boundary
    }
  }

  private mutating func appendCharacters(of part: Range<Int>, ending: Piece.Ending) {
    var start = part.lowerBound
    for character in String(decoding: text[part], as: UTF8.self) {
      let end = min(start + character.utf8.count, part.upperBound)
      append(
        start..<end, width: units(start..<end),
        ending: end == part.upperBound ? ending : .anywhere)
      start = end
    }
  }

  /// The places where an identifier begins a new word: `lend|Item`, `HTTP|Server`, `snake_|case`.
  private func caseChanges(in word: Range<Int>) -> [Int] {
    var boundaries: [Int] = []
    var before: (place: Int, kind: ScalarKind)?
    var place = word.lowerBound
    for scalar in String(decoding: text[word], as: UTF8.self).unicodeScalars {
      let kind = ScalarKind(scalar)
      if let before, before.place > word.lowerBound || before.kind != .upper {
        switch (before.kind, kind) {
        case (.lower, .upper), (.digit, .upper), (.connector, .upper), (.connector, .lower):
          boundaries.append(place)
        case (.upper, .lower) where boundaries.last != before.place:
          boundaries.append(before.place)
        default: break
        }
      }
      before = (place, kind)
      place += UTF8.width(scalar)
    }
    return boundaries
  }

  private func units(_ range: Range<Int>) -> Int {
    metrics.units(UnsafeBufferPointer(rebasing: text[range]))
  }
}
