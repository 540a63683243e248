import UseCaseSyntax

/// The lines of one file that a finding points at, with its marks under them.
struct Excerpt {
  private let file: Locations.File
  private let marks: [Mark]
  private let severity: Severity
  /// The columns that the widest line number takes.
  private let gutter: Int
  /// The columns before the text in which marks of several lines run down.
  private let margin: Int
  private var rows: [StyledLine] = []

  init(of file: Locations.File, marks: [Mark], severity: Severity, gutter: Int) {
    var marks = marks
    Mark.assignDepths(&marks)
    self.file = file
    self.marks = marks
    self.severity = severity
    self.gutter = gutter
    margin = marks.contains { $0.isMultiline } ? 2 * ((marks.map(\.depth).max() ?? 0) + 1) : 0
  }

  /// The last line that is shown, counted from 1.
  static func lastLine(of marks: [Mark]) -> Int {
    (marks.map(\.lastLine).max() ?? 0) + 1
  }

  mutating func lines() -> [StyledLine] {
    var previous: Int?
    for line in shownLines() {
      if let previous, line > previous + 1 { addGap(after: previous) }
      addLine(line)
      previous = line
    }
    return rows
  }

  /// The lines with a mark's end, and those that stand alone between two of them.
  private func shownLines() -> [Int] {
    let ends = Set(marks.flatMap { [$0.firstLine, $0.lastLine] }).sorted()
    var result: [Int] = []
    for line in ends {
      if let last = result.last, line == last + 2 { result.append(line - 1) }
      result.append(line)
    }
    return result
  }

  private func style(_ mark: Mark) -> Style { mark.isPrimary ? .severity(severity) : .frame }

  /// A row without its text: the gutter, and the margin with what runs down in it.
  private func row(number: String = "", running: [Mark]) -> StyledLine {
    var row = StyledLine()
    row.put(String(repeating: " ", count: max(0, gutter - number.count)) + number, at: 0, .frame)
    row.put("|", at: gutter + 1, .frame)
    for mark in running { row.put("|", at: textColumn - margin + 2 * mark.depth, style(mark)) }
    return row
  }

  private var textColumn: Int { gutter + 3 + margin }

  private func marginColumn(_ mark: Mark) -> Int { textColumn - margin + 2 * mark.depth }

  private mutating func addGap(after line: Int) {
    var row = StyledLine()
    row.put("...", at: 0, .frame)
    for mark in marks where mark.isMultiline && mark.firstLine <= line && mark.lastLine > line {
      row.put("|", at: marginColumn(mark), style(mark))
    }
    rows.append(row)
  }

  private mutating func addLine(_ line: Int) {
    let here = marks.filter { $0.firstLine == line || $0.lastLine == line }
    let offsets = here.flatMap { mark in
      (mark.firstLine == line ? [mark.start] : []) + (mark.lastLine == line ? [mark.end] : [])
    }
    let view = LineView(
      file.text, line: file.lines.visibleRange(ofLine: line, in: file.text),
      offsets: offsets)
    var running = marks.filter {
      $0.isMultiline && $0.firstLine < line && $0.lastLine >= line
    }
    var source = row(number: String(line + 1), running: running)
    let opening = here.filter { $0.isMultiline && $0.firstLine == line }
    let atIndentation = opening.filter { view.column(of: $0.start) <= view.indentation }
    for mark in atIndentation { source.put("/", at: marginColumn(mark), style(mark)) }
    source.end(with: view.text, at: textColumn)
    rows.append(source)
    running += atIndentation
    addMarks(here.filter { !$0.isMultiline }, view, running)
    for mark in opening where view.column(of: mark.start) > view.indentation {
      addCorner(mark, column: view.column(of: mark.start), running)
      running.append(mark)
    }
    for mark in here where mark.isMultiline && mark.lastLine == line {
      let column = max(0, view.column(behind: mark.end) - 1)
      addCorner(mark, column: column, running, caption: mark.caption)
      running.removeAll { $0.depth == mark.depth }
    }
  }

  /// The row in which a mark of several lines begins or ends: `______^`, `|_____^ caption`.
  private mutating func addCorner(
    _ mark: Mark, column: Int, _ running: [Mark], caption: String = ""
  ) {
    var row = row(running: running)
    let column = textColumn + column
    row.fill(marginColumn(mark) + 1..<max(column, marginColumn(mark) + 1), with: "_", style(mark))
    row.put(mark.isPrimary ? "^" : "-", at: column, style(mark))
    if !caption.isEmpty { row.put(caption, at: column + 2, style(mark)) }
    rows.append(row)
  }

  /// The underlines of the marks within a line, and their captions: the last beside its underline,
  /// the others below it, from right to left.
  private mutating func addMarks(_ marks: [Mark], _ view: LineView, _ running: [Mark]) {
    guard !marks.isEmpty else { return }
    var underlines = row(running: running)
    // Primary marks cover the others.
    let spans = marks.sorted { !$0.isPrimary && $1.isPrimary }.map { mark in
      let start = textColumn + view.column(of: mark.start)
      let end = max(start + 1, textColumn + view.column(behind: mark.end))
      return (mark: mark, columns: start..<end)
    }
    for span in spans {
      underlines.fill(span.columns, with: span.mark.isPrimary ? "^" : "-", style(span.mark))
    }
    var captions = spans.filter { !$0.mark.caption.isEmpty }
      .sorted { $0.columns.lowerBound > $1.columns.lowerBound }
    if let last = captions.first, last.columns.upperBound == underlines.width,
      !spans.contains(where: {
        $0.mark.start != last.mark.start && $0.columns.lowerBound >= last.columns.lowerBound
      })
    {
      underlines.put(last.mark.caption, at: underlines.width + 1, style(last.mark))
      captions.removeFirst()
    }
    rows.append(underlines)
    addCaptions(captions.map { ($0.mark, $0.columns.lowerBound) }, running)
  }

  private mutating func addCaptions(_ captions: [(mark: Mark, column: Int)], _ running: [Mark]) {
    guard !captions.isEmpty else { return }
    for count in 0...captions.count {
      var row = row(running: running)
      // What stands further left hangs on a line until its turn comes.
      for caption in captions[max(0, count - 1)...] {
        row.put("|", at: caption.column, style(caption.mark))
      }
      if count > 0 {
        let caption = captions[count - 1]
        row.put(caption.mark.caption, at: caption.column, style(caption.mark))
      }
      rows.append(row)
    }
  }
}
