/// A statement cut into pieces between which only blanks and line ends can differ.
struct StatementLayout {
  struct Piece {
    /// More than one where it is a `"""` text or a block comment; those behind the first are
    /// complete, with their indentation.
    var lines: [[UInt8]]
    var hasBlankBefore = true
    /// Whether the statement may go on in the next line before it.
    var mayBeginLine = false
    /// A `//` comment: what follows begins a line.
    var endsLine = false
  }

  var pieces: [Piece] = []

  func appending(_ text: String) -> StatementLayout {
    appending(StatementLayout(pieces: [Piece(lines: [Array(text.utf8)])]))
  }

  func appending(_ other: StatementLayout) -> StatementLayout {
    StatementLayout(pieces: pieces + other.pieces)
  }

  /// Whether nothing forces a second line.
  var isOneLine: Bool { pieces.allSatisfy { $0.lines.count == 1 && !$0.endsLine } }

  /// The columns that it takes on one line.
  var columns: Int {
    pieces.enumerated().reduce(0) { sum, entry in
      sum + entry.element.firstColumns + (entry.offset > 0 && entry.element.hasBlankBefore ? 1 : 0)
    }
  }
}

extension StatementLayout.Piece {
  var firstColumns: Int { lines.first.map { characterCount($0[...]) } ?? 0 }
}

extension Formatter {
  /// Prints a statement on the current line, and goes on in further lines where it is too long.
  mutating func print(_ layout: StatementLayout) {
    let pieces = layout.pieces
    var column = lines.column
    // Deeper than a body, so that nobody takes it for one.
    let continuation = (level + 2) * LineWriter.indentation
    for (index, piece) in pieces.enumerated() {
      let isForced = index > 0 && pieces[index - 1].endsLine
      let width = piece.firstColumns
      if isForced
        || piece.mayBeginLine && column + columnsToNextBreak(pieces, index) > LineWriter.width
      {
        lines.startLine(columns: continuation)
        column = continuation
      } else if index > 0, piece.hasBlankBefore {
        lines.append([0x20])
        column += 1
      }
      lines.append(lines: piece.lines)
      column = piece.lines.count > 1 ? lines.column : column + width
    }
  }

  /// The columns of a piece and of what must stand on its line.
  private func columnsToNextBreak(_ pieces: [StatementLayout.Piece], _ start: Int) -> Int {
    var columns = 1 + pieces[start].firstColumns
    var index = start + 1
    while index < pieces.count, !pieces[index].mayBeginLine, !pieces[index - 1].endsLine,
      pieces[index - 1].lines.count == 1
    {
      columns += pieces[index].firstColumns + (pieces[index].hasBlankBefore ? 1 : 0)
      index += 1
    }
    return columns
  }
}
