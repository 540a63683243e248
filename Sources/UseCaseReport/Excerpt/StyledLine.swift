import UseCaseSyntax

/// A line of a terminal, written at columns in any order; what comes later covers what was there.
struct StyledLine {
  /// One for each column; the second column of a wide character is empty.
  private var cells: [(text: String, style: Style)] = []

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

  mutating func append(_ text: String, _ style: Style = .plain) {
    put(text, at: cells.count, style)
  }

  private mutating func grow(to count: Int) {
    while cells.count < count { cells.append((" ", .plain)) }
  }

  /// The line without blanks at its end, and with its line end.
  func text(_ palette: Palette) -> String {
    var result = ""
    var run = ""
    var style = Style.plain
    let end = cells.lastIndex { $0.text != " " }.map { $0 + 1 } ?? 0
    for cell in cells[..<end] {
      if cell.style != style {
        result += palette.paint(run, style)
        run = ""
        style = cell.style
      }
      run += cell.text
    }
    return result + palette.paint(run, style) + "\n"
  }
}
