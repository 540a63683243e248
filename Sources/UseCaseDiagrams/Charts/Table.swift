import UseCaseModel
import UseCaseText

/// Rows of cells under the titles of their columns.
struct Table {
  struct Column {
    var title: String
    /// In points, the free space between columns left out.
    var width: Double
    var alignment = Label.Alignment.leading
  }

  struct Cell {
    /// Stands before the text.
    var symbol: Symbol?
    var label = Label(.leading)
    /// Whose page the cell leads to.
    var element: Element?
    /// Stand below the text, line by line.
    var chips: [Chip] = []

    init(symbol: Symbol? = nil, _ label: Label = Label(.leading), element: Element? = nil) {
      self.symbol = symbol
      self.label = label
      self.element = element
    }

    fileprivate var indent: Double { symbol == nil ? 0 : Table.symbolWidth }
    /// In a column of a width, both in points.
    fileprivate func height(width: Double) -> Double {
      let chips = Chip.places(of: chips, width: width).last.map { $0.y + Chip.height } ?? 0
      return max(label.size.height + chips, symbol == nil ? 0 : 20)
    }
  }

  var columns: [Column]
  var rows: [[Cell]] = []
  /// Whether cells stand in the middle of their rows.
  var isCentered = false
  /// How high rows are at least, in points.
  var leastHeight = 24.0

  static let gap = 18.0
  static let symbolWidth = 26.0
  private static let padding = 7.0

  init(_ columns: [Column]) { self.columns = columns }

  /// In points.
  var width: Double {
    columns.reduce(0) { $0 + $1.width } + Double(max(0, columns.count - 1)) * Self.gap
  }

  /// Paints the table and gives its height, in points.
  func paint(on chart: inout Chart, at origin: Point) -> Double {
    var y = origin.y + paintTitles(on: &chart, at: origin)
    for row in rows {
      let heights = zip(row, columns).map { $0.height(width: $1.width) }
      let height = max(leastHeight, (heights.max() ?? 0) + 2 * Self.padding)
      paint(row, on: &chart, at: Point(x: origin.x, y: y), height: height)
      y += height
      chart.rule(Point(x: origin.x, y: y), Point(x: origin.x + width, y: y))
    }
    chart.include(Point(x: origin.x + width, y: y))
    return y - origin.y
  }

  private func paintTitles(on chart: inout Chart, at origin: Point) -> Double {
    let labels = columns.map { Label($0.title, .smallStrong, width: $0.width, $0.alignment) }
    let height = labels.reduce(0) { max($0, $1.size.height) }
    for (label, frame) in zip(labels, frames(at: origin, height: height)) {
      chart.text(label, in: frame, .bottom)
    }
    let y = origin.y + height + 5
    chart.line(
      Point(x: origin.x, y: y), Point(x: origin.x + width, y: y),
      Stroke(line: .stageLine, width: 1.2))
    return height + 5
  }

  private func paint(_ row: [Cell], on chart: inout Chart, at origin: Point, height: Double) {
    for (cell, frame) in zip(row, frames(at: origin, height: height)) {
      guard let element = cell.element else {
        paint(cell, on: &chart, in: frame)
        continue
      }
      chart.group("uc-cell", of: element, frame: frame) { paint(cell, on: &$0, in: frame) }
    }
  }

  private func paint(_ cell: Cell, on chart: inout Chart, in frame: Rect) {
    let top =
      isCentered
      ? frame.center.y - cell.height(width: frame.size.width) / 2 : frame.minY + Self.padding
    if let symbol = cell.symbol {
      let height = isCentered ? cell.height(width: frame.size.width) : 16
      chart.symbol(symbol, at: Point(x: frame.minX + 10, y: top + height / 2))
    }
    let indented =
      isCentered ? (cell.height(width: frame.size.width) - cell.label.size.height) / 2 : 0
    let textTop = cell.chips.isEmpty ? top + indented : top
    let area = Rect(
      origin: Point(x: frame.minX + cell.indent, y: textTop),
      size: Size(width: frame.size.width - cell.indent, height: frame.size.height))
    chart.text(cell.label, in: area, .top)
    let places = Chip.places(of: cell.chips, width: frame.size.width)
    for (chip, place) in zip(cell.chips, places) {
      chip.paint(on: &chart, at: area.origin.moved(place.x, place.y + cell.label.size.height))
    }
  }

  private func frames(at origin: Point, height: Double) -> [Rect] {
    var x = origin.x
    return columns.map { column in
      defer { x += column.width + Self.gap }
      return Rect(
        origin: Point(x: x, y: origin.y), size: Size(width: column.width, height: height))
    }
  }
}
