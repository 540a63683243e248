/// Breaks a text into lines that are at most `width` points wide and about equally long.
///
/// Nothing is cut and nothing but blanks at breaks is dropped: `\n` always breaks, a word wider than
/// the limit is broken inside (at a change of case if possible), one character wider than the limit
/// stands alone, and where `maxLines` would be exceeded the lines become wider instead.
public func wrap(
  _ text: String, in font: Font, width: Double, maxLines: Int? = nil
) -> [String] {
  var text = text
  let scalars = text.unicodeScalars
  let limit = font.units(fitting: width)
  return text.withUTF8 { bytes in
    if isOneLine(bytes), font.metrics.units(bytes) <= limit {
      return [String(decoding: bytes, as: UTF8.self)]
    }
    var scanner = PieceScanner(bytes: bytes, metrics: font.metrics, limit: limit)
    let paragraphs = scanner.paragraphs(of: scalars)
    let breaker = LineBreaker(pieces: scanner.pieces)
    let allowed = breaker.widened(limit, paragraphs: paragraphs, maxLines: maxLines)
    var lines: [String] = []
    lines.reserveCapacity(max(4, paragraphs.count))
    for paragraph in paragraphs {
      for line in breaker.lines(in: paragraph, limit: allowed) {
        lines.append(String(decoding: bytes[scanner.bytes(of: line)], as: UTF8.self))
      }
    }
    return lines
  }
}

/// Whether an ASCII text has no line break inside and no blanks at its ends.
private func isOneLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else {
    return bytes.isEmpty
  }
  return bytes.allSatisfy { 0x20...0x7E ~= $0 }
}

/// Chooses among the breaks between the pieces of a text.
struct LineBreaker {
  /// A paragraph of more pieces than this is filled line by line, because a label that long is
  /// prose, and because balancing looks at every pair of pieces that share a line.
  static let longestBalanced = 200

  let pieces: [Piece]

  /// The lines of a paragraph as ranges of pieces; an empty paragraph is one empty line.
  func lines(in paragraph: Range<Int>, limit: Int) -> [Range<Int>] {
    if paragraph.isEmpty { return [paragraph] }
    return paragraph.count > Self.longestBalanced
      ? filled(paragraph, limit: limit) : balanced(paragraph, limit: limit)
  }

  /// The smallest width of at least `limit` that needs no more than `maxLines` lines, if there are
  /// not more paragraphs than that.
  func widened(_ limit: Int, paragraphs: [Range<Int>], maxLines: Int?) -> Int {
    guard let maxLines else { return limit }
    let most = max(maxLines, paragraphs.count)
    func fits(_ width: Int) -> Bool {
      paragraphs.reduce(0) { $0 + lineCount($1, limit: width) } <= most
    }
    if fits(limit) { return limit }
    var tooNarrow = limit
    var wideEnough = pieces.last?.end ?? limit
    while wideEnough - tooNarrow > 1 {
      let middle = tooNarrow + (wideEnough - tooNarrow) / 2
      if fits(middle) { wideEnough = middle } else { tooNarrow = middle }
    }
    return wideEnough
  }

  private func lineCount(_ paragraph: Range<Int>, limit: Int) -> Int {
    var count = 1
    var first = paragraph.lowerBound
    for last in paragraph where width(first, last) > limit && last > first {
      count += 1
      first = last
    }
    return count
  }

  private func filled(_ paragraph: Range<Int>, limit: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var first = paragraph.lowerBound
    for last in paragraph where width(first, last) > limit && last > first {
      lines.append(first..<last)
      first = last
    }
    return lines + [first..<paragraph.upperBound]
  }

  /// The best way to break the pieces up to some piece: few lines come first, then even ones.
  private struct Choice {
    var lines = 0
    var cost = 0.0
    var start = 0
  }

  private func balanced(_ paragraph: Range<Int>, limit: Int) -> [Range<Int>] {
    let offset = paragraph.lowerBound
    var best = [Choice()]
    best.reserveCapacity(paragraph.count + 1)
    for last in paragraph {
      let isEnd = last + 1 == paragraph.upperBound
      let penalty = isEnd ? 0 : pieces[last].ending.penalty * Double(limit) * Double(limit)
      var choice = Choice(lines: .max)
      var first = last
      while first >= offset, first == last || width(first, last) <= limit {
        let slack = Double(max(0, limit - width(first, last)))
        let before = best[first - offset]
        let cost = before.cost + slack * slack + penalty
        let lines = before.lines + 1
        if lines < choice.lines || lines == choice.lines && cost < choice.cost {
          choice = Choice(lines: lines, cost: cost, start: first)
        }
        first -= 1
      }
      best.append(choice)
    }
    return ranges(best, of: paragraph)
  }

  private func ranges(_ best: [Choice], of paragraph: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    lines.reserveCapacity(best.last?.lines ?? 0)
    var end = paragraph.upperBound
    while end > paragraph.lowerBound {
      let start = best[end - paragraph.lowerBound].start
      lines.append(start..<end)
      end = start
    }
    lines.reverse()
    return lines
  }

  private func width(_ first: Int, _ last: Int) -> Int { pieces[last].end - pieces[first].start }
}
