import UseCaseSyntax

/// A line of a terminal, written at columns in any order; what comes later covers what was there.
struct StyledLine {
  /// One for each column; the second column of a wide character is empty.
  private var cells: [(text: String, style: Style)] = []
  /// What stands behind the cells and is never covered.
  private var ending = ""

  var width: Int { cells.count }

  mutating func put(_ text: String, at column: Int, _ style: Style = .plain) {
    var column = column
    for character in text {
      let count = columnCount(of: character)
      if count == 0, column > 0, column <= cells.count {
        cells[column - 1].text.append(character)
        continue
      }
      grow(to: column + count)
      for offset in 0..<count {
        cells[column + offset] = (offset == 0 ? String(character) : "", style)
      }
      column += count
    }
  }

  mutating func fill(_ columns: Range<Int>, with text: String, _ style: Style) {
    grow(to: columns.upperBound)
    for column in columns { cells[column] = (text, style) }
  }

  /// Ends the line with a text from a column on.
  mutating func end(with text: String, at column: Int) {
    grow(to: column)
    ending = text
  }

  private mutating func grow(to count: Int) {
    while cells.count < count { cells.append((" ", .plain)) }
  }

  /// The line without blanks at its end, and with its line end.
  func text(_ palette: Palette) -> String {
    var result = ""
    var run = ""
    var style = Style.plain
    let hasEnding = ending.contains { $0 != " " }
    let end =
      hasEnding ? cells.count : cells.lastIndex { $0.text != " " }.map { $0 + 1 } ?? 0
    for cell in cells[..<end] {
      if cell.style != style {
        result += palette.paint(run, style)
        run = ""
        style = cell.style
      }
      run += cell.text
    }
    result += palette.paint(run, style)
    if hasEnding { result += ending[...(ending.lastIndex { $0 != " " } ?? ending.startIndex)] }
    return result + "\n"
  }
}
