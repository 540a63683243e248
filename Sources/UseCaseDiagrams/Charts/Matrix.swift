import UseCaseModel
import UseCaseText

/// Marks where rows and columns meet, under upright titles.
struct Matrix {
  /// What a column or a row stands for.
  struct Head {
    var title: String
    var element: Element?
  }

  /// Columns or rows under one title.
  struct Section<Member> {
    var head: Head?
    var members: [Member]
  }

  struct Row {
    var head: Head
    /// What stands in the cells, by column.
    var marks: [Int: Badge]
    /// What is missing, in a few words; the row is marked then.
    var gap: String?
    /// What else there is to say of it.
    var remark: String?
  }

  let rows: [Section<Row>]
  private let columns: [Section<Head>]
  private let name: String
  private let wordsWidth: Double
  private let sectionLabels: [Label]
  private let columnLabels: [Label]
  /// The left edges of the columns and the right edge of the last one, in points from the first.
  private let edges: [Double]

  private static let headWidth = 220.0
  private static let cellWidth = 30.0
  private static let rowHeight = 26.0
  private static let headHeight = 150.0

  /// `name` tells the rows and marks of several matrices in one picture apart; `wordsWidth` is the
  /// room for what is said of rows, in points.
  init(
    columns: [Section<Head>], rows: [Section<Row>], name: String, wordsWidth: Double = 110
  ) {
    self.columns = columns
    self.rows = rows
    self.name = name
    self.wordsWidth = wordsWidth
    sectionLabels = columns.map(Self.sectionLabel)
    let labels = columns.map { section in
      section.members.map { Label($0.title, .small, width: Self.headHeight) }
    }
    columnLabels = labels.flatMap { $0 }
    var edges = [0.0]
    for (section, labels) in zip(sectionLabels, labels) {
      // Columns are as wide as their titles and those of their sections need.
      let share = (section.size.width + 10) / Double(max(1, labels.count))
      for label in labels {
        let width = max(Self.cellWidth, share, label.size.height + 4)
        edges.append(edges[edges.count - 1] + width)
      }
    }
    self.edges = edges
  }

  private var heads: [Head] { columns.flatMap(\.members) }
  private var gridWidth: Double { edges[edges.count - 1] }

  /// In points.
  var width: Double { Self.headWidth + gridWidth + 12 + wordsWidth }

  /// Paints the matrix and gives its height, in points.
  func paint(on chart: inout Chart, at origin: Point) -> Double {
    let headHeight = (columnLabels.map(\.size.width).max() ?? 0) + 10
    let sectionHeight = (sectionLabels.map(\.size.height).max() ?? 0) + 8
    let left = origin.x + Self.headWidth
    let top = origin.y + sectionHeight + headHeight
    paintSections(on: &chart, at: Point(x: left, y: origin.y), sectionHeight)
    var y = top
    for section in rows { y += height(of: section) }
    paintLines(on: &chart, left: left, from: origin.y + sectionHeight, top: top, bottom: y)
    for (place, (head, label)) in zip(heads, columnLabels).enumerated() {
      let frame = Rect(
        origin: Point(x: left + edges[place], y: top - headHeight),
        size: Size(width: edges[place + 1] - edges[place], height: headHeight - 5))
      paint(head, label, as: "column", in: frame, on: &chart)
    }
    y = top
    for section in rows { y = paint(section, on: &chart, left: origin.x, top: y) }
    chart.include(Point(x: origin.x + width, y: y))
    return y - origin.y
  }

  // MARK: Heads

  private static func sectionLabel(_ section: Section<Head>) -> Label {
    guard let head = section.head else { return Label(.leading) }
    // No word is broken as long as it can be helped: the columns below it become wider instead.
    let font = TextStyle.smallStrong.font
    let words = head.title.split(separator: " ").map { font.width(of: $0) + 1 }
    let longest = min(words.max() ?? 0, headHeight)
    let width = max(Double(section.members.count) * cellWidth - 10, longest)
    return Label(head.title, .smallStrong, width: width, .center)
  }

  private func paintSections(
    on chart: inout Chart, at origin: Point, _ height: Double
  ) {
    var place = 0
    for (section, label) in zip(columns, sectionLabels) {
      let (first, last) = (edges[place], edges[place + section.members.count])
      let frame = Rect(
        origin: Point(x: origin.x + first, y: origin.y),
        size: Size(width: last - first, height: height - 4))
      if let head = section.head { paint(head, label, as: "section", in: frame, on: &chart) }
      place += section.members.count
    }
  }

  private func paint(
    _ head: Head, _ label: Label, as part: String, in frame: Rect, on chart: inout Chart
  ) {
    let isUpright = part == "column"
    func words(_ chart: inout Chart) {
      chart.text(label, in: frame, isUpright ? .bottom : .middle, isUpright: isUpright)
    }
    guard let element = head.element else {
      words(&chart)
      return
    }
    chart.group(
      "uc-head", of: element, as: "\(name) \(part)", tooltip: element.tooltip, frame: frame, words)
  }

  private func paintLines(
    on chart: inout Chart, left: Double, from start: Double, top: Double, bottom: Double
  ) {
    var place = 0
    for section in columns {
      for member in section.members.indices {
        let x = left + edges[place + member]
        let isFirst = member == 0
        chart.line(
          Point(x: x, y: isFirst ? start : top), Point(x: x, y: bottom),
          Stroke(line: isFirst ? .stageLine : .rule))
      }
      place += section.members.count
    }
    let right = left + gridWidth
    chart.line(Point(x: right, y: start), Point(x: right, y: bottom), Stroke(line: .stageLine))
    chart.line(
      Point(x: left - Self.headWidth, y: top), Point(x: right, y: top),
      Stroke(line: .stageLine, width: 1.2))
  }

  // MARK: Rows

  private func label(of row: Row) -> Label {
    Label(row.head.title, .body, width: Self.headWidth - 16)
  }

  private func height(of row: Row) -> Double {
    let words = [row.gap, row.remark].compactMap { $0 }.map {
      Label($0, .small, width: wordsWidth - Table.symbolWidth).size.height
    }
    return max(Self.rowHeight, label(of: row).size.height + 9, (words.max() ?? 0) + 9)
  }

  private func height(of section: Section<Row>) -> Double {
    section.members.reduce(titleHeight(of: section)) { $0 + height(of: $1) }
  }

  private func titleLabel(of section: Section<Row>) -> Label? {
    section.head.map { Label($0.title, .smallStrong, width: Self.headWidth - 12) }
  }

  private func titleHeight(of section: Section<Row>) -> Double {
    titleLabel(of: section).map { max(Self.rowHeight, $0.size.height + 10) } ?? 0
  }

  private func paint(
    _ section: Section<Row>, on chart: inout Chart, left: Double, top: Double
  ) -> Double {
    var y = top
    let right = left + Self.headWidth + gridWidth
    if let head = section.head, let label = titleLabel(of: section) {
      let height = titleHeight(of: section)
      let frame = Rect(
        origin: Point(x: left, y: y),
        size: Size(width: Self.headWidth + gridWidth, height: height))
      chart.rect(frame, Stroke(fill: .stage))
      let words = Rect(
        origin: frame.origin.moved(6, 0),
        size: Size(width: Self.headWidth - 12, height: height))
      paint(head, label, as: "row section", in: words, on: &chart)
      y += height
    }
    for row in section.members {
      let height = height(of: row)
      paint(row, on: &chart, left: left, top: y, height: height)
      y += height
      chart.rule(Point(x: left, y: y), Point(x: right, y: y))
    }
    return y
  }

  private func paint(
    _ row: Row, on chart: inout Chart, left: Double, top: Double, height: Double
  ) {
    let frame = Rect(
      origin: Point(x: left, y: top), size: Size(width: Self.headWidth - 6, height: height))
    if row.gap != nil {
      chart.rect(
        Rect(
          origin: frame.origin,
          size: Size(width: Self.headWidth + gridWidth, height: height)), Stroke(fill: .highRisk))
    }
    let label = label(of: row)
    let words = Rect(
      origin: frame.origin.moved(6, 0),
      size: Size(width: frame.size.width - 6, height: height))
    if let element = row.head.element {
      chart.group("uc-head", of: element, as: "\(name) row", frame: frame) {
        $0.text(label, in: words)
      }
    } else {
      chart.text(label, in: words)
    }
    for (column, mark) in row.marks.sorted(by: { $0.key < $1.key }) {
      let x = left + Self.headWidth + (edges[column] + edges[column + 1]) / 2
      chart.symbol(.badge(mark), at: Point(x: x, y: top + height / 2))
    }
    paintWords(
      of: row, on: &chart, at: Point(x: left + Self.headWidth + gridWidth + 12, y: top), height)
  }

  private func paintWords(
    of row: Row, on chart: inout Chart, at origin: Point, _ height: Double
  ) {
    guard let text = row.gap ?? row.remark else { return }
    let indent = row.gap == nil ? 0 : 18.0
    if row.gap != nil { chart.symbol(.gap, at: origin.moved(6, height / 2)) }
    chart.text(
      Label(text, row.gap == nil ? .small : .smallStrong, width: wordsWidth - Table.symbolWidth),
      in: Rect(
        origin: origin.moved(indent, 0), size: Size(width: wordsWidth - indent, height: height)))
  }
}
